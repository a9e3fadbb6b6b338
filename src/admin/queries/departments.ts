import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  CreateDepartment,
  Department,
  DepartmentDeleted,
  DepartmentResponse,
  UpdateDepartment,
} from "../../api/admin/crm/departments/contract"
import { fetchAll } from "../lib/fetch-all"
import { sdk } from "../lib/sdk"
import { summaryQuery } from "./summary"

const PATH = "/admin/crm/departments"

export const departmentsQuery = queryOptions({
  queryKey: ["crm-desk", "departments"],
  queryFn: () => fetchAll<Department>(PATH, "departments"),
})

export const departmentOptions = (departments: Department[]) =>
  departments.map(({ id, private_name }) => ({ value: id, label: private_name }))

/** Creates without an id, changes with one. */
export function useSaveDepartment(id?: string) {
  const settled = useSettled()

  return useMutation({
    mutationFn: (body: CreateDepartment | UpdateDepartment) =>
      sdk.client.fetch<DepartmentResponse>(id ? `${PATH}/${id}` : PATH, {
        method: "POST",
        body,
      }),
    onSuccess: settled,
  })
}

export function useDeleteDepartment() {
  const settled = useSettled()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<DepartmentDeleted>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: settled,
  })
}

function useSettled() {
  const client = useQueryClient()

  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: departmentsQuery.queryKey }),
      client.invalidateQueries({ queryKey: summaryQuery.queryKey }),
    ])
}
