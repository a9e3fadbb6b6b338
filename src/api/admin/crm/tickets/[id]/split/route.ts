import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { splitTicketWorkflow } from "../../../../../../workflows/tickets/split-ticket"
import { actorOf } from "../../../actor"
import type { SplitResponse, SplitTicket } from "../../contract-several"
import { presentTicket } from "../../present-ticket"

export const POST = async (
  req: AuthenticatedMedusaRequest<SplitTicket>,
  res: MedusaResponse<SplitResponse>
) => {
  const actor = actorOf(req)
  const { result } = await splitTicketWorkflow(req.scope).run({
    input: { ...req.validatedBody, ticket_id: req.params.id, actor },
  })
  res.json({
    ticket: await presentTicket(req.scope, result.ticket_id, actor.id),
    source: { id: result.source_id },
    undo: result.undo,
  })
}
