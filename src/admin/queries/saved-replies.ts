import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  CreateSavedReply,
  SavedRepliesResponse,
  SavedReply,
  SavedReplyDeleted,
  SavedReplyResponse,
  UpdateSavedReply,
  UsedSavedReplyResponse,
} from "../../api/admin/crm/saved-replies/contract"
import { fetchAll } from "../lib/fetch-all"
import { sdk } from "../lib/sdk"

const PATH = "/admin/crm/saved-replies"
const all = ["crm-desk", "saved-replies"] as const

export const savedReplyQueries = {
  all: queryOptions({
    queryKey: [...all, "all"],
    queryFn: () => fetchAll<SavedReply>(PATH, "saved_replies"),
  }),
  search: (q: string, departmentId?: string) =>
    queryOptions({
      queryKey: [...all, "search", q, departmentId ?? null],
      queryFn: () =>
        sdk.client.fetch<SavedRepliesResponse>(PATH, {
          query: {
            ...(q.trim() ? { q: q.trim() } : {}),
            ...(departmentId ? { department_id: departmentId } : {}),
            limit: 20,
          },
        }),
      placeholderData: keepPreviousData,
      staleTime: 15_000,
    }),
}

/** The text for a message, with copies of its files. */
export const useUseSavedReply = () =>
  useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<UsedSavedReplyResponse>(`${PATH}/${id}/use`, {
        method: "POST",
        body: {},
      }),
  })

/** Creates without an id, changes with one. */
export function useSaveSavedReply(id?: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: CreateSavedReply | UpdateSavedReply) =>
      sdk.client.fetch<SavedReplyResponse>(id ? `${PATH}/${id}` : PATH, {
        method: "POST",
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: all }),
  })
}

export function useDeleteSavedReply() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<SavedReplyDeleted>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: all }),
  })
}
