import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { customerLocale } from "../../../../modules/helpdesk/domain/customer-locale"
import type { OrderSummary, Ticket } from "./contract"
import { STATE_FIELDS, summaryOf } from "./order-summary"

export type OrderWithAddresses = OrderSummary & {
  addresses: string[]
  locale: string | null
}

const LATEST = 5

export async function findCustomer(
  container: MedusaContainer,
  id: string | null
): Promise<Ticket["customer"]> {
  if (!id) {
    return null
  }
  const {
    data: [customer],
  } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "customer",
    fields: [
      "id",
      "email",
      "first_name",
      "last_name",
      "has_account",
      "groups.id",
      "groups.name",
    ],
    filters: { id },
  })
  if (!customer) {
    return null
  }
  return {
    id,
    name: [customer.first_name, customer.last_name].filter(Boolean).join(" "),
    email: customer.email ?? "",
    has_account: customer.has_account,
    groups: ((customer.groups ?? []) as { id: string; name: string }[]).map((group) => ({
      id: group.id,
      name: group.name,
    })),
  }
}

/** The requester's latest orders, newest first (X-01 AC3). */
export async function latestOrders(
  container: MedusaContainer,
  requester: { email: string; customer_id: string | null }
): Promise<OrderSummary[]> {
  const { latest } = await ordersBeside(container, [], requester)

  return latest.map(({ addresses: _, ...summary }) => summary)
}

/** The orders with these ids, and the requester's latest, newest first. */
export async function ordersBeside(
  container: MedusaContainer,
  linkedIds: string[],
  requester: { email: string; customer_id: string | null }
): Promise<{ linked: Map<string, OrderWithAddresses>; latest: OrderWithAddresses[] }> {
  const latestIds = await idsOfLatestOrders(container, requester)
  const orders = await readOrders(container, [...new Set([...linkedIds, ...latestIds])])
  const byId = new Map(orders.map((order) => [order.id, order]))

  return {
    linked: byId,
    latest: latestIds.flatMap((id) => byId.get(id) ?? []),
  }
}

/**
 * By address and by customer: guests' orders have no account. Ids alone, because what an order adds
 * up to is the slowest read of the ticket page and is asked for once.
 */
async function idsOfLatestOrders(
  container: MedusaContainer,
  { email, customer_id }: { email: string; customer_id: string | null }
): Promise<string[]> {
  const whose = [
    ...(email ? [{ email: [...new Set([email, email.toLowerCase()])] }] : []),
    ...(customer_id ? [{ customer_id }] : []),
  ]
  if (!whose.length) {
    return []
  }
  const { data: orders } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id"],
      filters: { $or: whose, is_draft_order: false },
      pagination: { take: LATEST, skip: 0, order: { created_at: "DESC" } },
    })
  return orders.map(({ id }) => id)
}

const SUMMARY_FIELDS = [
  "id",
  "display_id",
  "status",
  "email",
  "created_at",
  "currency_code",
  "total",
  "customer.email",
  "items.*",
  ...STATE_FIELDS,
]

async function readOrders(
  container: MedusaContainer,
  ids: string[]
): Promise<OrderWithAddresses[]> {
  if (!ids.length) {
    return []
  }
  const { data: orders } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [...SUMMARY_FIELDS, "locale", "shipping_address.country_code"],
      filters: { id: ids, is_draft_order: false },
    })
  return orders.map((order) => ({
    ...summaryOf(order),
    addresses: [order.email, order.customer?.email].flatMap((address) =>
      address ? [address.toLowerCase()] : []
    ),
    locale: customerLocale({
      order_locale: order.locale,
      country_code: order.shipping_address?.country_code,
    }),
  }))
}
