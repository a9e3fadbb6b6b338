import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { relateTicketsWorkflow } from "../../../../../../workflows/tickets/relate-tickets"
import { actorOf } from "../../../actor"
import type { TicketResponse } from "../../contract"
import type { RelateTicket } from "../../contract-several"
import { presentTicket } from "../../present-ticket"

export const POST = async (
  req: AuthenticatedMedusaRequest<RelateTicket>,
  res: MedusaResponse<TicketResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)

  const { result } = await relateTicketsWorkflow(req.scope).run({
    input: { id, actor, ticket_id: req.validatedBody.ticket_id },
  })
  res.json({
    ticket: await presentTicket(req.scope, id, actor.id),
    ...(result.undo ? { undo: result.undo } : {}),
  })
}
