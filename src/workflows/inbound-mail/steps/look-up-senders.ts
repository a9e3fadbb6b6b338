import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"

export type KnownOrder = { id: string; addresses: (string | null)[] }

export type KnownCustomer = { id: string; name: string; has_account: boolean }

/** Customers by address in lower case; of a guest and an account with one address, the account. */
export async function customersByAddress(
  container: MedusaContainer,
  addresses: (string | undefined)[]
): Promise<Map<string, KnownCustomer>> {
  const wanted = new Set(
    addresses.filter((address): address is string => Boolean(address))
  )

  if (!wanted.size) {
    return new Map()
  }
  const { data: customers } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer",
      fields: ["id", "email", "has_account", "first_name", "last_name"],
      filters: {
        email: [...new Set([...wanted].flatMap((email) => [email, email.toLowerCase()]))],
      },
    })
  return new Map(
    [...customers]
      .sort((a, b) => Number(a.has_account) - Number(b.has_account))
      .map(({ id, email, has_account, first_name, last_name }) => [
        (email ?? "").toLowerCase(),
        { id, has_account, name: [first_name, last_name].filter(Boolean).join(" ") },
      ])
  )
}

/** Which of these addresses, in lower case, are agents': users of the admin. */
export async function agentsAmong(
  container: MedusaContainer,
  addresses: (string | undefined)[]
): Promise<Set<string>> {
  const wanted = new Set(
    addresses.flatMap((email) => (email ? [email, email.toLowerCase()] : []))
  )

  if (!wanted.size) {
    return new Set()
  }
  const { data: users } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "user", fields: ["email"], filters: { email: [...wanted] } })

  return new Set(users.map(({ email }) => email.toLowerCase()))
}

/**
 * Customers by the addresses that mail came from, as a guess. None by an address that several people
 * write from, like info@ (X-16 AC3).
 */
export async function customersGuessed(
  container: MedusaContainer,
  addresses: (string | undefined)[]
): Promise<Map<string, KnownCustomer>> {
  const known = addresses.filter((address): address is string => Boolean(address))
  const shared = await container.resolve(HELPDESK_MODULE).sharedAmong(known)

  return customersByAddress(
    container,
    known.filter((address) => !shared.has(address.toLowerCase()))
  )
}

/** Orders by the number people write, with the addresses they belong to. */
export async function ordersByNumber(
  container: MedusaContainer,
  numbers: string[]
): Promise<Map<string, KnownOrder>> {
  if (!numbers.length) {
    return new Map()
  }
  const { data: orders } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", "display_id", "email", "customer.email"],
      filters: { display_id: [...new Set(numbers)].map(Number) },
    })
  return new Map(
    orders.map(({ id, display_id, email, customer }) => [
      String(display_id),
      { id, addresses: [email ?? null, customer?.email ?? null] },
    ])
  )
}
