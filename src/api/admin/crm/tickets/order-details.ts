import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { OrderDetail } from "./contract-products"
import { STATE_FIELDS, summaryOf, type ReadOrder } from "./order-summary"

type Moment = string | Date | null | undefined

type ReadDetail = ReadOrder & {
  email?: string | null
  customer?: { email?: string | null } | null
  items?:
    | ({
        id: string
        title: string
        subtitle?: string | null
        variant_sku?: string | null
        thumbnail?: string | null
        quantity?: unknown
        unit_price?: unknown
        product_id?: string | null
      } | null)[]
    | null
  fulfillments?:
    | ({
        shipped_at?: Moment
        delivered_at?: Moment
        canceled_at?: Moment
        labels?:
          ({ tracking_number: string; tracking_url?: string | null } | null)[] | null
      } | null)[]
    | null
  payment_collections?:
    ({ captured_amount?: unknown; refunded_amount?: unknown } | null)[] | null
  returns?:
    | ({
        id: string
        display_id?: string | number | null
        status: string
        created_at: string | Date
      } | null)[]
    | null
}

const FIELDS = [
  "id",
  "display_id",
  "email",
  "customer.email",
  "status",
  "created_at",
  "currency_code",
  "total",
  "items.*",
  "returns.id",
  "returns.display_id",
  "returns.status",
  "returns.created_at",
  "fulfillments.labels.tracking_number",
  "fulfillments.labels.tracking_url",
  ...STATE_FIELDS,
]

/** Everything an agent asks of the orders at hand: lines, parcels, payment, returns (C-33). */
export async function orderDetails(
  container: MedusaContainer,
  ids: string[],
  requesterEmail: string
): Promise<OrderDetail[]> {
  if (!ids.length) {
    return []
  }
  const { data: orders } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: FIELDS, filters: { id: ids } })

  return (orders as ReadDetail[])
    .map((order) => presentDetail(order, requesterEmail))
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

function presentDetail(order: ReadDetail, requesterEmail: string): OrderDetail {
  const fulfillments = present(order.fulfillments).filter(
    ({ canceled_at }) => !canceled_at
  )
  const payments = present(order.payment_collections)

  return {
    ...summaryOf(order),
    lines: present(order.items).map((line) => ({
      id: line.id,
      title: line.title,
      subtitle: line.subtitle ?? null,
      sku: line.variant_sku ?? null,
      thumbnail: line.thumbnail ?? null,
      quantity: Number(line.quantity ?? 0),
      unit_price: Number(line.unit_price ?? 0),
      product_id: line.product_id ?? null,
    })),
    tracking: fulfillments
      .flatMap(({ labels }) => present(labels))
      .map(({ tracking_number, tracking_url }) => ({
        number: tracking_number,
        url: webAddress(tracking_url),
      })),
    shipped_at: latest(fulfillments.map(({ shipped_at }) => shipped_at)),
    delivered_at: latest(fulfillments.map(({ delivered_at }) => delivered_at)),
    paid_total: sum(payments.map(({ captured_amount }) => captured_amount)),
    refunded_total: sum(payments.map(({ refunded_amount }) => refunded_amount)),
    returns: present(order.returns).map(({ id, display_id, status, created_at }) => ({
      id,
      display_id: String(display_id),
      status,
      created_at: new Date(created_at).toISOString(),
    })),
    address_differs: ![order.email, order.customer?.email].some(
      (address) => address?.toLowerCase() === requesterEmail.toLowerCase()
    ),
  }
}

const present = <Item>(items: (Item | null)[] | null | undefined): Item[] =>
  (items ?? []).filter((item) => item !== null)

const sum = (amounts: unknown[]): number =>
  amounts.reduce((total: number, amount) => total + Number(amount ?? 0), 0)

function latest(moments: Moment[]): string | null {
  const times = moments.flatMap((moment) => (moment ? [new Date(moment).getTime()] : []))

  return times.length ? new Date(Math.max(...times)).toISOString() : null
}

/** A carrier's page. Some providers write "#" or nothing where there is none. */
const webAddress = (url: string | null | undefined): string | null =>
  url && /^https?:\/\//i.test(url) ? url : null
