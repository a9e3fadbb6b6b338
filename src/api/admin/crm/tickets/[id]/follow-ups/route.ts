import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createFollowUpWorkflow } from "../../../../../../workflows/tickets/follow-ups"
import { actorOf } from "../../../actor"
import type { CreateFollowUp, FollowUpResponse } from "../../../follow-ups/contract"
import { presentOneFollowUp } from "../../../follow-ups/present"
import { presentTicket } from "../../present-ticket"

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateFollowUp>,
  res: MedusaResponse<FollowUpResponse>
) => {
  const { id: ticket_id } = req.params
  const actor = actorOf(req)
  const { result } = await createFollowUpWorkflow(req.scope).run({
    input: { ticket_id, follow_up: req.validatedBody, actor },
  })
  res.json({
    follow_up: await presentOneFollowUp(req.scope, result.id),
    ticket: await presentTicket(req.scope, ticket_id, actor.id),
  })
}
