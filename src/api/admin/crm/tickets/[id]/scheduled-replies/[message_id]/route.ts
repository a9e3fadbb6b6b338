import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  rescheduleReplyWorkflow,
  sendReplyNowWorkflow,
  takeBackReplyWorkflow,
} from "../../../../../../../workflows/outbound-mail/change-held-reply"
import { actorOf } from "../../../../actor"
import type { PostResponse } from "../../../contract"
import { presentPost } from "../../../present-post"
import { presentTicket } from "../../../present-ticket"
import type { ChangeScheduledReply, ScheduledReplyDeleted } from "../../contract"

/** Another time for a reply that has not left; null sends it now. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ChangeScheduledReply>,
  res: MedusaResponse<PostResponse>
) => {
  const { id: ticket_id, message_id } = req.params
  const { send_at } = req.validatedBody
  const reply = { ticket_id, message_id, actor: actorOf(req) }

  await (send_at
    ? rescheduleReplyWorkflow(req.scope).run({ input: { ...reply, send_at } })
    : sendReplyNowWorkflow(req.scope).run({ input: reply }))

  res.json(await presentPost(req, reply))
}

/** Takes it back, and answers its text to go on with. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ScheduledReplyDeleted>
) => {
  const { id: ticket_id, message_id } = req.params
  const actor = actorOf(req)
  const { result } = await takeBackReplyWorkflow(req.scope).run({
    input: { ticket_id, message_id, actor },
  })
  const { message_id: id, ...draft } = result

  res.json({
    id,
    object: "scheduled_reply",
    deleted: true,
    ticket: await presentTicket(req.scope, ticket_id, actor.id),
    draft,
  })
}
