import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { ReleasedReply } from "../../modules/helpdesk/records/held-replies"
import { TicketEvents } from "../tickets/events"
import { handOverNoticesStep } from "../notices/hand-over-notices"

export const releaseHeldRepliesWorkflowId = "crm-release-held-replies"

// Each is one transaction that happened or did not, and a mail that may leave is not called back.
const releaseHeldRepliesStep = createStep(
  { name: "release-held-replies", noCompensation: true },
  async ({ message_ids }: { message_ids: string[] }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const released: ReleasedReply[] = []

    for (const id of message_ids) {
      try {
        const reply = await helpdesk.releaseReply(id)

        if (reply) {
          released.push(reply)
        }
      } catch (error) {
        // One that cannot go must not keep the others, and all other mail, from leaving.
        logger.warn(`crm_helpdesk: reply ${id} stays held: ${(error as Error).message}`)
      }
    }
    return new StepResponse(released)
  }
)

/** Lets replies go whose time has come: what an answer sets off, it sets off now (E-10). */
export const releaseHeldRepliesWorkflow = createWorkflow(
  releaseHeldRepliesWorkflowId,
  function (input: WorkflowData<{ message_ids: string[] }>) {
    const released = releaseHeldRepliesStep(input)
    const events = transform({ released }, eventsOfReleased)

    emitEventStep({ eventName: TicketEvents.REPLIED, data: events.replied })
    emitEventStep({
      eventName: TicketEvents.STATUS_CHANGED,
      data: events.changed,
    }).config({ name: "emit-status-changed" })
    handOverNoticesStep()

    return new WorkflowResponse(released)
  }
)

export function eventsOfReleased({ released }: { released: ReleasedReply[] }) {
  const left = released.flatMap(({ ticket_id, message_id, left: outcome }) =>
    outcome ? [{ id: ticket_id, message_id, ...outcome }] : []
  )

  return {
    replied: left.map(({ id, message_id }) => ({ id, message_id })),
    changed: left
      .filter(({ status_before, status }) => status_before !== status)
      .map(({ id, status_before, status }) => ({ id, from: status_before, to: status })),
  }
}
