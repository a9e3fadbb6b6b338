import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { Actor } from "../../modules/helpdesk/types"
import { TicketEvents } from "../tickets/events"
import { dropHeldMailsStep } from "./steps/drop-held-mails"
import { handOverMessagesWorkflow } from "./hand-over-messages"
import { eventsOfReleased } from "./release-held-replies"
import { handOverNoticesStep } from "../notices/hand-over-notices"

export const rescheduleReplyWorkflowId = "crm-reschedule-reply"
export const sendReplyNowWorkflowId = "crm-send-reply-now"
export const takeBackReplyWorkflowId = "crm-take-back-reply"

type Held = { ticket_id: string; message_id: string; actor: Actor }

// One transaction each. What follows it can be done again by the job that drains the outbox.
const rescheduleReplyStep = createStep(
  { name: "reschedule-reply", noCompensation: true },
  async ({ actor, ...reply }: Held & { send_at: string }, { container }) => {
    await container.resolve(HELPDESK_MODULE).rescheduleReply(reply, actor)

    return new StepResponse(reply)
  }
)

const sendReplyNowStep = createStep(
  { name: "send-reply-now", noCompensation: true },
  async ({ ticket_id, message_id }: Held, { container }) =>
    new StepResponse(
      await container.resolve(HELPDESK_MODULE).sendReplyNow(ticket_id, message_id)
    )
)

const takeBackReplyStep = createStep(
  { name: "take-back-reply", noCompensation: true },
  async ({ ticket_id, message_id, actor }: Held, { container }) =>
    new StepResponse(
      await container
        .resolve(HELPDESK_MODULE)
        .takeBackHeldReply(ticket_id, message_id, actor)
    )
)

/** Another time for a scheduled reply. */
export const rescheduleReplyWorkflow = createWorkflow(
  rescheduleReplyWorkflowId,
  function (input: WorkflowData<Held & { send_at: string }>) {
    const reply = rescheduleReplyStep(input)

    handOverMessagesWorkflow.runAsStep({
      input: transform({ reply }, ({ reply: { message_id } }) => ({
        message_ids: [message_id],
      })),
    })
    return new WorkflowResponse(reply)
  }
)

/** A held reply leaves before its time, or although the customer wrote. */
export const sendReplyNowWorkflow = createWorkflow(
  sendReplyNowWorkflowId,
  function (input: WorkflowData<Held>) {
    const released = sendReplyNowStep(input)
    const events = transform({ released }, ({ released: reply }) =>
      eventsOfReleased({ released: [reply] })
    )
    handOverMessagesWorkflow.runAsStep({
      input: transform({ released }, ({ released: { message_id } }) => ({
        message_ids: [message_id],
      })),
    })
    emitEventStep({ eventName: TicketEvents.REPLIED, data: events.replied })
    emitEventStep({
      eventName: TicketEvents.STATUS_CHANGED,
      data: events.changed,
    }).config({ name: "emit-status-changed" })
    handOverNoticesStep()

    return new WorkflowResponse(released)
  }
)

/** A held reply is taken back: its text comes back to go on with. */
export const takeBackReplyWorkflow = createWorkflow(
  takeBackReplyWorkflowId,
  function (input: WorkflowData<Held>) {
    const draft = takeBackReplyStep(input)

    dropHeldMailsStep(
      transform({ draft }, ({ draft: { message_id } }) => ({ message_ids: [message_id] }))
    )
    const replyTakenBack = createHook("replyTakenBack", {
      ticket_id: input.ticket_id,
      draft,
    })
    emitEventStep({
      eventName: TicketEvents.UNDONE,
      data: { id: input.ticket_id, kind: "reply" },
    })
    return new WorkflowResponse(draft, { hooks: [replyTakenBack] })
  }
)
