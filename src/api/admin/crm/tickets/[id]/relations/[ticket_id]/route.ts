import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { unrelateTicketsWorkflow } from "../../../../../../../workflows/tickets/relate-tickets"
import { actorOf } from "../../../../actor"
import type { TicketResponse } from "../../../contract"
import { presentTicket } from "../../../present-ticket"

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TicketResponse>
) => {
  const { id, ticket_id } = req.params
  const actor = actorOf(req)

  const { result } = await unrelateTicketsWorkflow(req.scope).run({
    input: { id, ticket_id, actor },
  })
  res.json({
    ticket: await presentTicket(req.scope, id, actor.id),
    ...(result.undo ? { undo: result.undo } : {}),
  })
}
