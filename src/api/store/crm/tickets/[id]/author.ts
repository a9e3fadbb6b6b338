import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ShopperPost } from "../../../../../modules/helpdesk/records/shopper-messages"
import type { SeenTicket } from "../present"

/** Who writes on the ticket: a colleague under her own name, everybody else as its requester. */
export async function authorOf(
  req: MedusaRequest,
  { visitor, ticket }: SeenTicket
): Promise<Pick<ShopperPost, "customer_id" | "from">> {
  if (visitor.kind !== "customer") {
    return {
      customer_id: null,
      from: { name: ticket.requester.name, email: visitor.email },
    }
  }
  if (!ticket.is_shared) {
    return {
      customer_id: visitor.customer_id,
      from: { name: ticket.requester.name, email: visitor.email },
    }
  }
  const {
    data: [customer],
  } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "customer",
    fields: ["first_name", "last_name"],
    filters: { id: visitor.customer_id },
  })
  return {
    customer_id: visitor.customer_id,
    from: {
      name: [customer?.first_name, customer?.last_name].filter(Boolean).join(" "),
      email: visitor.email,
    },
  }
}
