import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  CreateSignature,
  Signature,
  SignatureDeleted,
  SignatureResponse,
  SignaturesResponse,
  UpdateSignature,
} from "../../api/admin/crm/signatures/contract"
import { fetchAll } from "../lib/fetch-all"
import { sdk } from "../lib/sdk"

const PATH = "/admin/crm/signatures"
const all = ["crm-desk", "signatures"] as const

export const signatureQueries = {
  all: queryOptions({
    queryKey: [...all, "all"],
    queryFn: () => fetchAll<Signature>(PATH, "signatures"),
  }),
  mine: queryOptions({
    queryKey: [...all, "mine"],
    queryFn: () =>
      sdk.client.fetch<SignaturesResponse>(PATH, {
        query: { user_id: "me", limit: 100 },
      }),
    staleTime: 60_000,
  }),
}

/** Creates without an id, changes with one. */
export function useSaveSignature(id?: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: CreateSignature | UpdateSignature) =>
      sdk.client.fetch<SignatureResponse>(id ? `${PATH}/${id}` : PATH, {
        method: "POST",
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: all }),
  })
}

export function useDeleteSignature() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<SignatureDeleted>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: all }),
  })
}
