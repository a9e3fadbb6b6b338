import type { HttpTypes } from "@medusajs/framework/types"
import { keepPreviousData, queryOptions } from "@tanstack/react-query"
import { sdk } from "../lib/sdk"

const FIELDS = "id,display_id,email,customer_id,status,total,currency_code,created_at"

/** Orders to choose from: a customer's own, or any that match what was typed. */
export const orderSearch = (q: string, customerId?: string) =>
  queryOptions({
    queryKey: ["crm-desk", "orders", { q, customerId }],
    queryFn: () =>
      sdk.client.fetch<HttpTypes.AdminOrderListResponse>("/admin/orders", {
        query: {
          ...(q ? { q } : {}),
          ...(customerId ? { customer_id: customerId } : {}),
          fields: FIELDS,
          limit: 20,
          order: "-created_at",
        },
      }),
    placeholderData: keepPreviousData,
  })
