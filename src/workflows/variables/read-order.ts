import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { OrderFacts } from "../../modules/helpdesk/domain/order-variables"

export type OrderWithLocale = OrderFacts & { locale: string | null }

const FIELDS = [
  "id",
  "display_id",
  "created_at",
  "status",
  "locale",
  "currency_code",
  "subtotal",
  "shipping_total",
  "total",
  "payment_status",
  "fulfillment_status",
  "items.title",
  "items.product_title",
  "items.variant_title",
  "items.quantity",
  "shipping_methods.name",
  "shipping_address.*",
  "payment_collections.captured_amount",
  "payment_collections.refunded_amount",
  "fulfillments.canceled_at",
  "fulfillments.labels.tracking_number",
  "fulfillments.labels.tracking_url",
]

type Detail = {
  display_id: number | string
  created_at: string | Date
  status: string
  locale?: string | null
  currency_code: string
  subtotal: unknown
  shipping_total: unknown
  total: unknown
  payment_status?: string | null
  fulfillment_status?: string | null
  items?: ({
    title: string
    product_title?: string | null
    variant_title?: string | null
    quantity: unknown
  } | null)[]
  shipping_methods?: ({ name: string } | null)[]
  shipping_address?: OrderFacts["shipping_address"]
  payment_collections?: ({
    captured_amount?: unknown
    refunded_amount?: unknown
  } | null)[]
  fulfillments?: ({
    canceled_at?: string | Date | null
    labels?: ({ tracking_number?: string; tracking_url?: string } | null)[]
  } | null)[]
}

/** An order as its variables need it, through Medusa's own workflow; null when it is gone. */
export async function readOrder(
  container: MedusaContainer,
  id: string
): Promise<OrderWithLocale | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: found } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: { id },
  })
  if (!found.length) {
    return null
  }
  const [{ result }, { data: returns }] = await Promise.all([
    getOrderDetailWorkflow(container).run({ input: { fields: FIELDS, order_id: id } }),
    query.graph({
      entity: "return",
      fields: ["status", "created_at"],
      filters: { order_id: id },
      pagination: { take: 1, order: { created_at: "DESC" } },
    }),
  ])
  // The workflow types a whole order; what it answers are the fields it was asked for.
  return factsOf(result as unknown as Detail, returns[0]?.status ?? null)
}

const factsOf = (order: Detail, return_status: string | null): OrderWithLocale => ({
  display_id: String(order.display_id),
  created_at: new Date(order.created_at).toISOString(),
  status: order.status,
  locale: order.locale ?? null,
  payment_status: order.payment_status ?? null,
  fulfillment_status: order.fulfillment_status ?? null,
  return_status,
  currency_code: order.currency_code,
  subtotal: Number(order.subtotal ?? 0),
  shipping_total: Number(order.shipping_total ?? 0),
  total: Number(order.total ?? 0),
  refundable_total: sum(
    present(order.payment_collections).map(
      ({ captured_amount, refunded_amount }) =>
        Number(captured_amount ?? 0) - Number(refunded_amount ?? 0)
    )
  ),
  items: present(order.items).map(
    ({ title, product_title, variant_title, quantity }) => ({
      title: product_title || title,
      variant: variant_title ?? null,
      quantity: Number(quantity),
    })
  ),
  shipping_methods: present(order.shipping_methods).map(({ name }) => name),
  shipping_address: order.shipping_address ?? null,
  tracking: present(order.fulfillments)
    .filter(({ canceled_at }) => !canceled_at)
    .flatMap(({ labels }) => present(labels))
    .map(({ tracking_number, tracking_url }) => ({
      number: tracking_number ?? null,
      url: tracking_url ?? null,
    })),
})

const present = <Item>(items: (Item | null)[] | undefined): Item[] =>
  (items ?? []).filter((item): item is Item => item !== null)

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
