import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { mergeTicketsWorkflow } from "../../../../../../workflows/tickets/merge-tickets"
import { actorOf } from "../../../actor"
import type { MergedResponse, MergeTickets } from "../../contract-several"
import { presentTicket } from "../../present-ticket"

export const POST = async (
  req: AuthenticatedMedusaRequest<MergeTickets>,
  res: MedusaResponse<MergedResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)
  const { result } = await mergeTicketsWorkflow(req.scope).run({
    input: { id, actor, ticket_ids: req.validatedBody.ticket_ids },
  })
  res.json({
    ticket: await presentTicket(req.scope, id, actor.id),
    undo: result.undo,
  })
}
