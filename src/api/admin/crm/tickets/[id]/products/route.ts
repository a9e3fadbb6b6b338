import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { linkTicketProductWorkflow } from "../../../../../../workflows/tickets/link-ticket-product"
import { actorOf } from "../../../actor"
import type { TicketResponse } from "../../contract"
import type { LinkProduct } from "../../contract-products"
import { presentTicket } from "../../present-ticket"

export const POST = async (
  req: AuthenticatedMedusaRequest<LinkProduct>,
  res: MedusaResponse<TicketResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)

  const { result } = await linkTicketProductWorkflow(req.scope).run({
    input: { ticket_id: id, product: req.validatedBody, actor },
  })
  res.json({
    ticket: await presentTicket(req.scope, id, actor.id),
    ...(result.undo ? { undo: result.undo } : {}),
  })
}
