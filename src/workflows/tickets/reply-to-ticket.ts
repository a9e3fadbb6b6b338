import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { Post } from "../../modules/helpdesk/records/post"
import { handOverNoticesStep } from "../notices/hand-over-notices"
import { handOverMessagesWorkflow } from "../outbound-mail/hand-over-messages"
import { TicketEvents } from "./events"
import { assertAgentsStep } from "./steps/assert-agents"
import { postMessageStep } from "./steps/post-message"
import { prepareReplyStep, type PostToPrepare } from "./steps/prepare-post"
import { statusChangesOf } from "./status-changes"

export const replyToTicketWorkflowId = "crm-reply-to-ticket"

export type ReplyToTicketInput = Pick<
  Post,
  | "ticket_id"
  | "actor"
  | "body_text"
  | "body_html"
  | "to"
  | "cc"
  | "bcc"
  | "attachment_ids"
  | "status_after"
  | "keep_in_my_tickets"
  | "expected_version"
  | "follow_up"
  | "send_at"
  | "if_customer_writes"
  | "undo_send_seconds"
  | "skip_rating"
> &
  Pick<PostToPrepare, "signature_id" | "order_id">

/**
 * An agent answers. The mail leaves later, from the outbox: SMTP must not hold the request. A reply
 * that is held is answered with it, and what an answer sets off comes when it is let go.
 */
export const replyToTicketWorkflow = createWorkflow(
  replyToTicketWorkflowId,
  function (input: WorkflowData<ReplyToTicketInput>) {
    assertAgentsStep(
      transform({ input }, ({ input: reply }) => ({
        user_ids: [reply.follow_up?.assignee_id],
      }))
    )
    const prepared = prepareReplyStep(input)
    const posted = postMessageStep(
      transform({ input, prepared }, ({ input: reply, prepared: texts }) => ({
        ...reply,
        ...texts,
        kind: "agent" as const,
        is_mailed: true,
      }))
    )

    /** Before anything leaves: a handler that throws takes the reply back. */
    const ticketReplied = createHook("ticketReplied", { posted })

    handOverMessagesWorkflow.runAsStep({
      input: transform({ posted }, ({ posted: { message_id } }) => ({
        message_ids: [message_id],
      })),
    })
    emitEventStep({
      eventName: TicketEvents.REPLIED,
      data: transform({ posted }, ({ posted: { ticket_id, message_id, hold } }) =>
        hold ? [] : [{ id: ticket_id, message_id }]
      ),
    })
    emitEventStep({
      eventName: TicketEvents.REPLY_SCHEDULED,
      data: transform({ input, posted }, ({ input: { send_at }, posted: outcome }) =>
        outcome.hold === "scheduled"
          ? [{ id: outcome.ticket_id, message_id: outcome.message_id, send_at }]
          : []
      ),
    }).config({ name: "emit-reply-scheduled" })
    emitEventStep({
      eventName: TicketEvents.STATUS_CHANGED,
      data: transform({ posted }, ({ posted: outcome }) => statusChangesOf(outcome)),
    }).config({ name: "emit-status-changed" })
    handOverNoticesStep()

    return new WorkflowResponse(posted, { hooks: [ticketReplied] })
  }
)
