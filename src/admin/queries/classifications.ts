import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  Classification,
  ClassificationDeleted,
  ClassificationResponse,
  CreateClassification,
  UpdateClassification,
} from "../../api/admin/crm/classifications/contract"
import { fetchAll } from "../lib/fetch-all"
import { sdk } from "../lib/sdk"

const PATH = "/admin/crm/classifications"

export const classificationsQuery = queryOptions({
  queryKey: ["crm-desk", "classifications"],
  queryFn: () => fetchAll<Classification>(PATH, "classifications"),
})

/** A classification without departments is offered in all of them. */
export const isOfferedIn = (
  { departments }: Classification,
  departmentId: string
): boolean =>
  departments.length === 0 || departments.some(({ id }) => id === departmentId)

/** Creates without an id, changes with one. */
export function useSaveClassification(id?: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: CreateClassification | UpdateClassification) =>
      sdk.client.fetch<ClassificationResponse>(id ? `${PATH}/${id}` : PATH, {
        method: "POST",
        body,
      }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: classificationsQuery.queryKey }),
  })
}

export function useDeleteClassification() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<ClassificationDeleted>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: classificationsQuery.queryKey }),
  })
}
