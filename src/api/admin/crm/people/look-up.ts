import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Identity } from "../../../../modules/helpdesk/reports/person"
import type { OrderSummary } from "../tickets/contract"
import { STATE_FIELDS, summaryOf } from "../tickets/order-summary"
import type { PersonCustomer } from "./contract"

/** The customer who is asked for, and whoever has one of the addresses: Medusa keeps guest and account apart. */
export async function customersOf(
  container: MedusaContainer,
  { customer_id, emails }: { customer_id?: string; emails: string[] }
): Promise<PersonCustomer[]> {
  const first = customer_id ? await findCustomers(container, { id: customer_id }) : []
  const addresses = [
    ...new Set(
      [...emails, ...first.map((customer) => customer.email)].flatMap((address) =>
        address ? [address, address.toLowerCase()] : []
      )
    ),
  ]
  const same = addresses.length
    ? await findCustomers(container, { email: addresses })
    : []
  const all = new Map([...first, ...same].map((customer) => [customer.id, customer]))

  return [...all.values()].sort(
    (one, other) => Number(other.has_account) - Number(one.has_account)
  )
}

async function findCustomers(
  container: MedusaContainer,
  filters: { id: string } | { email: string[] }
): Promise<PersonCustomer[]> {
  const { data: customers } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
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
      filters,
    })
  return customers.map(({ id, email, first_name, last_name, has_account, groups }) => ({
    id,
    email: email ?? "",
    name: [first_name, last_name].filter(Boolean).join(" "),
    has_account,
    groups: ((groups ?? []) as { id: string; name: string }[]).map((group) => ({
      id: group.id,
      name: group.name,
    })),
  }))
}

/** By address and by customer: guests' orders have no account. Newest first. */
export async function ordersOf(
  container: MedusaContainer,
  { emails, customer_ids }: Identity,
  take: number
): Promise<{ latest: OrderSummary[]; total: number }> {
  const whose = [
    ...(emails.length ? [{ email: emails }] : []),
    ...(customer_ids.length ? [{ customer_id: customer_ids }] : []),
  ]
  if (!whose.length) {
    return { latest: [], total: 0 }
  }
  const { data: orders, metadata } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "display_id",
        "status",
        "created_at",
        "currency_code",
        "total",
        "items.*",
        ...STATE_FIELDS,
      ],
      filters: { $or: whose, is_draft_order: false },
      pagination: { take, skip: 0, order: { created_at: "DESC" } },
    })
  return { latest: orders.map(summaryOf), total: metadata?.count ?? orders.length }
}
