import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { snoozeTicketWorkflow } from "../../../../../../workflows/tickets/snooze-ticket"
import { actorOf } from "../../../actor"
import { presentTicket } from "../../present-ticket"
import type { SnoozeResponse, SnoozeTicket } from "../contract"

export const POST = async (
  req: AuthenticatedMedusaRequest<SnoozeTicket>,
  res: MedusaResponse<SnoozeResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)
  const { result } = await snoozeTicketWorkflow(req.scope).run({
    input: { id, until: req.validatedBody.until, actor },
  })
  res.json({
    ticket: await presentTicket(req.scope, id, actor.id),
    undo: result.undo,
  })
}
