import { getOrdersListWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer, OrderDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { OrderSummary, Ticket } from "./contract"

export type OrderWithAddresses = OrderSummary & { addresses: string[] }

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

export async function findOrders(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, OrderWithAddresses>> {
  const orders = ids.length ? await listOrders(container, { id: ids }, ids.length) : []

  return new Map(orders.map((order) => [order.id, order]))
}

/** The requester's latest orders, by address and by customer: guests' orders have no account. */
export async function latestOrders(
  container: MedusaContainer,
  email: string,
  customerId: string | null
): Promise<OrderWithAddresses[]> {
  const found = await Promise.all([
    email
      ? listOrders(
          container,
          { email: [...new Set([email, email.toLowerCase()])] },
          LATEST
        )
      : [],
    customerId ? listOrders(container, { customer_id: customerId }, LATEST) : [],
  ])
  const unique = new Map(found.flat().map((order) => [order.id, order]))

  return [...unique.values()]
    .sort((a, b) => b.created_at.localeCompare(a.created_at))
    .slice(0, LATEST)
}

/** What the workflow adds to an order, and its type does not say. */
type ListedOrder = OrderDTO & {
  payment_status?: string
  fulfillment_status?: string
  customer?: { email?: string | null } | null
}

/** Through Medusa's own workflow, which alone knows what state payment and delivery add up to. */
async function listOrders(
  container: MedusaContainer,
  filters: Record<string, unknown>,
  take: number
): Promise<OrderWithAddresses[]> {
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
      ],
      variables: {
        filters: { ...filters, is_draft_order: false },
        take,
        skip: 0,
        order: { created_at: "DESC" },
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
  }))
}
