import { z } from "@medusajs/framework/zod"
import { id } from "../contract"
import type { OrderSummary } from "./contract"

/** A line of an order, or a variant or product of the shop. */
export const LinkProduct = z.union(
  [
    z.strictObject({ order_id: id, line_item_id: id }),
    z.strictObject({ variant_id: id }),
    z.strictObject({ product_id: id }),
  ],
  { error: "Name order_id with line_item_id, or variant_id, or product_id" }
)
export type LinkProduct = z.infer<typeof LinkProduct>

export type TicketProduct = {
  id: string
  order_id: string | null
  line_item_id: string | null
  product_id: string | null
  variant_id: string | null
  title: string
  subtitle: string | null
  sku: string | null
  thumbnail: string | null
}

export type OrderLine = {
  id: string
  title: string
  subtitle: string | null
  sku: string | null
  thumbnail: string | null
  quantity: number
  unit_price: number
  product_id: string | null
}

export type OrderTracking = { number: string; url: string | null }

export type OrderReturn = {
  id: string
  display_id: string
  status: string
  created_at: string
}

/** What an agent wants to know of an order at hand (C-33). Amounts in the order's currency. */
export type OrderDetail = OrderSummary & {
  lines: OrderLine[]
  tracking: OrderTracking[]
  shipped_at: string | null
  delivered_at: string | null
  paid_total: number
  refunded_total: number
  returns: OrderReturn[]
  /** The order's own address differs from the requester's. */
  address_differs: boolean
}

/** The ticket's orders in full, and the requester's latest. */
export type TicketOrdersResponse = {
  orders: OrderDetail[]
  latest_orders: OrderSummary[]
}
