import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import { findOrder } from "../find-order"

type Wanted = {
  email?: string
  name?: string
  customer_id: string | null
  order_id?: string
}

/**
 * Finds out whom a ticket is with and the order it is about. An address that is typed in wins over
 * the customer's own (D-19): answers go where the agent says. By an address alone the customer is
 * found as a mail's sender is, and no better proven.
 */
export const resolveRequesterStep = createStep(
  "resolve-requester",
  async ({ email, name, customer_id, order_id }: Wanted, { container }) => {
    const customer = customer_id
      ? await findCustomer(container, { id: customer_id })
      : await guessCustomer(container, email)
    const order = order_id ? await findOrder(container, order_id) : null
    const fullName = [customer?.first_name, customer?.last_name].filter(Boolean).join(" ")

    return new StepResponse({
      requester: {
        email: email ?? customer?.email ?? "",
        name: name || fullName,
      },
      customer: customer && {
        id: customer.id,
        proof: customer_id ? ("agent" as const) : ("address_match" as const),
      },
      order: order && {
        order_id: order.id,
        display_id: String(order.display_id),
        proof: "agent" as const,
      },
    })
  }
)

/** By an address of several people nobody is found (X-16 AC3). */
async function guessCustomer(container: MedusaContainer, email = "") {
  const shared = await container.resolve(HELPDESK_MODULE).sharedAmong([email])

  return shared.size ? null : findCustomer(container, { email })
}

/** Of a guest and an account with one address, the account. */
async function findCustomer(
  container: MedusaContainer,
  filters: { id?: string; email?: string }
) {
  const { data: customers } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer",
      fields: ["id", "email", "first_name", "last_name", "has_account"],
      filters,
    })
  return customers.find(({ has_account }) => has_account) ?? customers[0] ?? null
}
