import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import type { FindPerson } from "./contract"
import { customersOf } from "./look-up"

/** Everybody who is one person: the customers of an address and of the addresses that are hers, too. */
export async function identityOf(
  container: MedusaContainer,
  { customer_id, email }: FindPerson
) {
  const named = email ? [email.toLowerCase()] : []
  const first = await customersOf(container, { customer_id, emails: named })
  const { emails, addresses } = await container
    .resolve(HELPDESK_MODULE)
    .samePerson([
      ...new Set([...named, ...first.flatMap((one) => one.email.toLowerCase() || [])]),
    ])

  return {
    emails,
    addresses,
    customers: addresses.length
      ? await customersOf(container, { customer_id, emails })
      : first,
  }
}
