import type { HttpTypes } from "@medusajs/framework/types"
import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query"
import { sdk } from "../lib/sdk"

const FIELDS = "id,email,first_name,last_name,company_name,has_account"

export const customerQueries = {
  search: (q: string) =>
    queryOptions({
      queryKey: ["crm-desk", "customers", "search", q],
      queryFn: () =>
        sdk.client.fetch<HttpTypes.AdminCustomerListResponse>("/admin/customers", {
          query: { ...(q ? { q } : {}), fields: FIELDS, limit: 20, order: "-created_at" },
        }),
      placeholderData: keepPreviousData,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: ["crm-desk", "customers", "detail", id],
      queryFn: () =>
        sdk.client.fetch<HttpTypes.AdminCustomerResponse>(`/admin/customers/${id}`, {
          query: { fields: FIELDS },
        }),
    }),
}

export type NewCustomer = { email: string; first_name?: string; last_name?: string }

export const useCreateCustomer = () =>
  useMutation({
    mutationFn: (body: NewCustomer) =>
      sdk.client.fetch<HttpTypes.AdminCustomerResponse>("/admin/customers", {
        method: "POST",
        body,
      }),
  })

type Named = Partial<Record<"first_name" | "last_name" | "company_name", string | null>>

export const customerName = ({ first_name, last_name, company_name }: Named): string =>
  [first_name, last_name].filter(Boolean).join(" ") || company_name || ""
