import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"

const ORDERS = 5

/** What only Medusa's modules can write: a customer in a group, with orders of three lines each. */
export const POST = async (
  req: MedusaRequest<{ email: string }>,
  res: MedusaResponse
) => {
  const { email } = req.body
  const customers = req.scope.resolve(Modules.CUSTOMER)
  const customer = await customers.createCustomers({
    email,
    first_name: "Mia",
    last_name: "Moon",
    has_account: true,
  })
  const group = await customers.createCustomerGroups({ name: `Group of ${email}` })

  await customers.addCustomerToGroup({
    customer_id: customer.id,
    customer_group_id: group.id,
  })
  const order_ids: string[] = []

  for (let index = 0; index < ORDERS; index++) {
    const { id } = await req.scope.resolve(Modules.ORDER).createOrders({
      email,
      customer_id: customer.id,
      currency_code: "eur",
      items: ["Teapot", "Cup", "Saucer"].map((title) => ({
        title,
        quantity: 1 + index,
        unit_price: 35,
      })),
    })
    order_ids.push(id)
  }
  res.json({ customer_id: customer.id, order_ids })
}
