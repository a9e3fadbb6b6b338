import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { linkTicketOrderWorkflow } from "../../../../../../workflows/tickets/link-ticket-order"
import { actorOf } from "../../../actor"
import type { LinkOrder, TicketResponse } from "../../contract"
import { presentTicket } from "../../present-ticket"

export const POST = async (
  req: AuthenticatedMedusaRequest<LinkOrder>,
  res: MedusaResponse<TicketResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)

  await linkTicketOrderWorkflow(req.scope).run({
    input: { ticket_id: id, order_id: req.validatedBody.order_id, actor },
  })
  res.json({ ticket: await presentTicket(req.scope, id, actor.id) })
}
