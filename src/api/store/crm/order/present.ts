import type { StoreOrder } from "./contract"

export const ORDER_FIELDS = [
  "id",
  "display_id",
  "status",
  "currency_code",
  "total",
  "payment_status",
  "fulfillment_status",
  "items.title",
  "items.product_title",
  "items.variant_title",
  "items.thumbnail",
  "items.quantity",
  "fulfillments.shipped_at",
  "fulfillments.delivered_at",
  "fulfillments.canceled_at",
  "fulfillments.labels.tracking_number",
  "fulfillments.labels.tracking_url",
]

type Moment = string | Date | null

/** What Medusa's order workflow answers to those fields. */
export type OrderDetail = {
  display_id: number | string
  status: string
  currency_code: string
  total: unknown
  payment_status?: string | null
  fulfillment_status?: string | null
  items?: ({
    title: string
    product_title?: string | null
    variant_title?: string | null
    thumbnail?: string | null
    quantity: unknown
  } | null)[]
  fulfillments?: ({
    shipped_at?: Moment
    delivered_at?: Moment
    canceled_at?: Moment
    labels?: ({ tracking_number?: string; tracking_url?: string } | null)[]
  } | null)[]
}

export const presentOrder = (order: OrderDetail): StoreOrder => ({
  display_id: String(order.display_id),
  status: order.status,
  fulfillment_status: order.fulfillment_status ?? null,
  payment_status: order.payment_status ?? null,
  currency_code: order.currency_code,
  total: Number(order.total ?? 0),
  items: present(order.items).map((item) => ({
    title: item.product_title || item.title,
    variant_title: item.variant_title ?? null,
    thumbnail: item.thumbnail ?? null,
    quantity: Number(item.quantity),
  })),
  shipments: present(order.fulfillments)
    .filter(({ shipped_at, canceled_at }) => shipped_at && !canceled_at)
    .map(({ shipped_at, delivered_at, labels }) => ({
      tracking_numbers: present(labels).flatMap(({ tracking_number, tracking_url }) =>
        tracking_number
          ? [{ number: tracking_number, url: webAddress(tracking_url) }]
          : []
      ),
      shipped_at: isoOf(shipped_at),
      delivered_at: isoOf(delivered_at),
    })),
})

/** A fulfilment provider may write `#` or nothing where it has no page. */
const webAddress = (url: string | undefined) =>
  url && /^https?:\/\//.test(url) ? url : null

const isoOf = (moment: Moment | undefined) =>
  moment ? new Date(moment).toISOString() : null

const present = <Item>(items: (Item | null)[] | undefined): Item[] =>
  (items ?? []).filter((item): item is Item => item !== null)
