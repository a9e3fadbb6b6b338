import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { Visitor } from "../../modules/helpdesk/domain/store-visibility"
import type { ShopperTicket } from "../../modules/helpdesk/records/shopper-tickets"

/**
 * The order a request is about. A guest who came through an order's door asks about that order.
 * @throws NOT_FOUND in the same words for an unknown order and for somebody else's
 */
export async function ownOrder(
  container: MedusaContainer,
  visitor: Visitor,
  wanted: string | undefined
): Promise<ShopperTicket["order"]> {
  const id = wanted ?? (visitor.kind === "order" ? visitor.order_id : undefined)

  if (!id) {
    return null
  }
  const {
    data: [order],
  } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "display_id", "customer_id"],
    filters: { id },
  })
  const isOwn =
    visitor.kind === "customer"
      ? order?.customer_id === visitor.customer_id
      : visitor.kind === "order" && id === visitor.order_id

  if (!order || !isOwn) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${id} is not among your orders. Choose one of them, or none`
    )
  }
  return {
    order_id: order.id,
    display_id: String(order.display_id),
    proof: visitor.kind === "customer" ? "account" : "verified_email",
  }
}
