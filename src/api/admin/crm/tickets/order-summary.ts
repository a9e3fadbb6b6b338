import {
  getLastFulfillmentStatus,
  getLastPaymentStatus,
} from "@medusajs/medusa/core-flows"
import type { OrderSummary } from "./contract"

/** What Medusa needs of an order to tell what its payments and deliveries add up to. */
export const STATE_FIELDS = [
  "payment_collections.status",
  "payment_collections.amount",
  "payment_collections.captured_amount",
  "payment_collections.refunded_amount",
  "fulfillments.packed_at",
  "fulfillments.shipped_at",
  "fulfillments.delivered_at",
  "fulfillments.canceled_at",
]

/** An order as Query answers it: links to other modules are no part of its type. */
export type ReadOrder = {
  id: string
  display_id?: string | number | null
  status: string
  total?: unknown
  currency_code: string
  created_at: string | Date
}

export const summaryOf = (order: ReadOrder): OrderSummary => ({
  id: order.id,
  display_id: String(order.display_id),
  status: order.status,
  payment_status: getLastPaymentStatus(detailOf(order)),
  fulfillment_status: getLastFulfillmentStatus(detailOf(order)),
  total: Number(order.total),
  currency_code: order.currency_code,
  created_at: new Date(order.created_at).toISOString(),
})

type Detail = Parameters<typeof getLastPaymentStatus>[0]

/** Medusa's functions look at `STATE_FIELDS` and the items, and are typed for a whole order. */
const detailOf = (order: ReadOrder): Detail =>
  ({ payment_collections: [], fulfillments: [], ...order }) as unknown as Detail
