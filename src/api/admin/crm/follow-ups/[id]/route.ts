import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  changeFollowUpWorkflow,
  removeFollowUpWorkflow,
} from "../../../../../workflows/tickets/follow-ups"
import { actorOf } from "../../actor"
import { presentTicket } from "../../tickets/present-ticket"
import type { FollowUpDeleted, FollowUpResponse, UpdateFollowUp } from "../contract"
import { presentOneFollowUp } from "../present"

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateFollowUp>,
  res: MedusaResponse<FollowUpResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)
  const { result } = await changeFollowUpWorkflow(req.scope).run({
    input: { id, changes: req.validatedBody, actor },
  })
  res.json({
    follow_up: await presentOneFollowUp(req.scope, id),
    ticket: await presentTicket(req.scope, result.ticket_id, actor.id),
  })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<FollowUpDeleted>
) => {
  const { id } = req.params
  const actor = actorOf(req)
  const { result } = await removeFollowUpWorkflow(req.scope).run({ input: { id, actor } })

  res.json({
    id,
    object: "follow_up",
    deleted: true,
    ticket: await presentTicket(req.scope, result.ticket_id, actor.id),
  })
}
