import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { unlinkTicketOrderWorkflow } from "../../../../../../../workflows/tickets/link-ticket-order"
import { actorOf } from "../../../../actor"
import type { TicketResponse } from "../../../contract"
import { presentTicket } from "../../../present-ticket"

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TicketResponse>
) => {
  const { id, order_id } = req.params
  const actor = actorOf(req)

  await unlinkTicketOrderWorkflow(req.scope).run({
    input: { ticket_id: id, order_id, actor },
  })
  res.json({ ticket: await presentTicket(req.scope, id, actor.id) })
}
