import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type { HttpTypes } from "@medusajs/framework/types"
import { keepPreviousData } from "@tanstack/react-query"
import type { TicketResponse } from "../../api/admin/crm/tickets/contract"
import type {
  LinkProduct,
  TicketOrdersResponse,
} from "../../api/admin/crm/tickets/contract-products"
import { sdk } from "../lib/sdk"
import { remember } from "./tickets"

const PATH = "/admin/crm/tickets"

/** The orders of a ticket in full. @param orderIds so that another set of orders is asked for anew */
export const ticketOrdersQuery = (id: string, orderIds: string[]) =>
  queryOptions({
    queryKey: ["crm-desk", "ticket-orders", id, orderIds],
    queryFn: () => sdk.client.fetch<TicketOrdersResponse>(`${PATH}/${id}/orders`),
    staleTime: 30_000,
  })

export const productSearch = (q: string) =>
  queryOptions({
    queryKey: ["crm-desk", "products", q],
    queryFn: () =>
      sdk.client.fetch<HttpTypes.AdminProductListResponse>("/admin/products", {
        query: { ...(q ? { q } : {}), fields: "id,title,thumbnail", limit: 20 },
      }),
    placeholderData: keepPreviousData,
  })

export function useLinkProduct(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: LinkProduct) =>
      sdk.client.fetch<TicketResponse>(`${PATH}/${id}/products`, {
        method: "POST",
        body,
      }),
    onSuccess: ({ ticket }) => remember(client, ticket),
  })
}

export function useUnlinkProduct(id: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (rowId: string) =>
      sdk.client.fetch<TicketResponse>(`${PATH}/${id}/products/${rowId}`, {
        method: "DELETE",
      }),
    onSuccess: ({ ticket }) => remember(client, ticket),
  })
}
