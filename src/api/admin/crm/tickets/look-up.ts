import { getOrdersListWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer, OrderDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { customerLocale } from "../../../../modules/helpdesk/domain/customer-locale"
import type { OrderSummary, Ticket } from "./contract"

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

/** What the workflow adds to an order, and its type does not say. */
type ListedOrder = OrderDTO & {
  payment_status?: string
  fulfillment_status?: string
  customer?: { email?: string | null } | null
}

/** Through Medusa's own workflow, which alone knows what state payment and delivery add up to. */
async function readOrders(
  container: MedusaContainer,
  ids: string[]
): Promise<OrderWithAddresses[]> {
  if (!ids.length) {
    return []
  }
  const { result } = await getOrdersListWorkflow(container).run({
    input: {
      fields: [
        "id",
        "display_id",
        "status",
        "email",
        "created_at",
        "currency_code",
        "total",
        "payment_status",
        "fulfillment_status",
        "customer.email",
        "locale",
        "shipping_address.country_code",
      ],
      variables: {
        filters: { id: ids, is_draft_order: false },
        take: ids.length,
        skip: 0,
      },
    },
  })
  const rows = Array.isArray(result) ? result : result.rows

  return (rows as ListedOrder[]).map((order) => ({
    id: order.id,
    display_id: String(order.display_id),
    status: order.status,
    payment_status: order.payment_status ?? null,
    fulfillment_status: order.fulfillment_status ?? null,
    total: Number(order.total),
    currency_code: order.currency_code,
    created_at: new Date(order.created_at).toISOString(),
    addresses: [order.email, order.customer?.email].flatMap((address) =>
      address ? [address.toLowerCase()] : []
    ),
    locale: customerLocale({
      order_locale: order.locale,
      country_code: order.shipping_address?.country_code,
    }),
  }))
}
