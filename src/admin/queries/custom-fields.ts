import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  CustomField,
  CustomFieldDeleted,
  CustomFieldResponse,
  CreateCustomField,
  UpdateCustomField,
} from "../../api/admin/crm/custom-fields/contract"
import { fetchAll } from "../lib/fetch-all"
import { sdk } from "../lib/sdk"

const PATH = "/admin/crm/custom-fields"

export const customFieldsQuery = queryOptions({
  queryKey: ["crm-desk", "custom-fields"],
  queryFn: () => fetchAll<CustomField>(PATH, "custom_fields"),
})

/** Creates without an id, changes with one. */
export function useSaveCustomField(id?: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: CreateCustomField | UpdateCustomField) =>
      sdk.client.fetch<CustomFieldResponse>(id ? `${PATH}/${id}` : PATH, {
        method: "POST",
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: customFieldsQuery.queryKey }),
  })
}

export function useDeleteCustomField() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<CustomFieldDeleted>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: customFieldsQuery.queryKey }),
  })
}
