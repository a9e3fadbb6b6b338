import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { undoActionWorkflow } from "../../../../../workflows/tickets/undo-action"
import { actorOf } from "../../actor"
import type { TicketResponse } from "../../tickets/contract"
import { presentTicket } from "../../tickets/present-ticket"

/** Takes back what answered this token, and answers the ticket as it is then. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TicketResponse>
) => {
  const actor = actorOf(req)
  const { result } = await undoActionWorkflow(req.scope).run({
    input: { token: req.params.token, actor },
  })
  res.json({ ticket: await presentTicket(req.scope, result.ticket_id, actor.id) })
}
