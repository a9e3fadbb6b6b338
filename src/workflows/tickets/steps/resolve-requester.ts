import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { findOrder } from "../find-order"

type Wanted = {
  email?: string
  name?: string
  customer_id: string | null
  order_id?: string
}

/**
 * Finds out whom a ticket is with and the order it is about. An address that is typed in wins over
 * the customer's own (D-19): answers go where the agent says.
 */
export const resolveRequesterStep = createStep(
  "resolve-requester",
  async ({ email, name, customer_id, order_id }: Wanted, { container }) => {
    const customer = customer_id ? await findCustomer(container, customer_id) : null
    const order = order_id ? await findOrder(container, order_id) : null
    const fullName = [customer?.first_name, customer?.last_name].filter(Boolean).join(" ")

    return new StepResponse({
      requester: {
        email: email ?? customer?.email ?? "",
        name: name || fullName,
      },
      order: order && {
        order_id: order.id,
        display_id: String(order.display_id),
        proof: "agent" as const,
      },
    })
  }
)

async function findCustomer(container: MedusaContainer, id: string) {
  const {
    data: [customer],
  } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "customer",
    fields: ["id", "email", "first_name", "last_name"],
    filters: { id },
  })
  if (!customer) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Customer ${id} was not found`)
  }
  return customer
}
