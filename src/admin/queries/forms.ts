import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  Form,
  FormDeleted,
  FormResponse,
  CreateForm,
  UpdateForm,
} from "../../api/admin/crm/forms/contract"
import { fetchAll } from "../lib/fetch-all"
import { sdk } from "../lib/sdk"

const PATH = "/admin/crm/forms"

export const formsQuery = queryOptions({
  queryKey: ["crm-desk", "forms"],
  queryFn: () => fetchAll<Form>(PATH, "forms"),
})

/** Creates without an id, changes with one. */
export function useSaveForm(id?: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: CreateForm | UpdateForm) =>
      sdk.client.fetch<FormResponse>(id ? `${PATH}/${id}` : PATH, {
        method: "POST",
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: formsQuery.queryKey }),
  })
}

export function useDeleteForm() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<FormDeleted>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: formsQuery.queryKey }),
  })
}
