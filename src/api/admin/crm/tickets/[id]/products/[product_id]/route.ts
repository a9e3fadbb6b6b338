import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { unlinkTicketProductWorkflow } from "../../../../../../../workflows/tickets/link-ticket-product"
import { actorOf } from "../../../../actor"
import type { TicketResponse } from "../../../contract"
import { presentTicket } from "../../../present-ticket"

/** `product_id` is the id of the row in the ticket's `products`. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TicketResponse>
) => {
  const { id, product_id } = req.params
  const actor = actorOf(req)

  const { result } = await unlinkTicketProductWorkflow(req.scope).run({
    input: { ticket_id: id, id: product_id, actor },
  })
  res.json({
    ticket: await presentTicket(req.scope, id, actor.id),
    ...(result.undo ? { undo: result.undo } : {}),
  })
}
