import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** An order with one line, as the Order Module keeps it. */
export async function anOrder(
  container: MedusaContainer,
  { email, customerId }: { email: string; customerId?: string }
): Promise<{ id: string; display_id: number }> {
  const order = await container.resolve(Modules.ORDER).createOrders({
    email,
    customer_id: customerId,
    currency_code: "eur",
    items: [{ title: "Teapot", quantity: 1, unit_price: 35 }],
  })
  return { id: order.id, display_id: Number(order.display_id) }
}
