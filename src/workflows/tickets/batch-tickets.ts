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
import type { BatchAction } from "../../modules/helpdesk/records/batch-tickets"
import type { Actor } from "../../modules/helpdesk/types"
import { handOverNoticesStep } from "../notices/hand-over-notices"
import { TicketEvents } from "./events"
import { statusChangesOf } from "./status-changes"
import { assertPeopleStep } from "./steps/assert-people"

export const batchTicketsWorkflowId = "crm-batch-tickets"

export type BatchTicketsInput = { ids: string[]; action: BatchAction; actor: Actor }

const batchTicketsStep = createStep(
  "batch-tickets",
  async ({ ids, action, actor }: BatchTicketsInput, { container }) => {
    const done = await container.resolve(HELPDESK_MODULE).batchTickets(ids, action, actor)

    return new StepResponse(done, { undo: done.undo, actor })
  },
  async (done, { container }) => {
    if (done?.undo) {
      await container.resolve(HELPDESK_MODULE).undoAction(done.undo, done.actor)
    }
  }
)

/** An agent does the same to many tickets, and takes it back with one undo (V-113). */
export const batchTicketsWorkflow = createWorkflow(
  batchTicketsWorkflowId,
  function (input: WorkflowData<BatchTicketsInput>) {
    assertPeopleStep(
      transform({ input }, ({ input: { action } }) =>
        action.action === "assign" ? { assignee_id: action.assignee_id } : {}
      )
    )
    const done = batchTicketsStep(input)
    const ticketsBatched = createHook("ticketsBatched", { done })
    const events = transform({ done }, ({ done: { changed, deleted } }) => {
      const ofType = (type: string) =>
        changed.flatMap(({ ticket_id, changes }) =>
          changes
            .filter((change) => change.type === type)
            .map(({ data }) => ({ id: ticket_id, ...data }))
        )
      return {
        moved: ofType("moved"),
        assigned: ofType("assigned"),
        status: changed.flatMap(statusChangesOf),
        deleted: deleted.map((id) => ({ id })),
      }
    })

    emitEventStep({ eventName: TicketEvents.MOVED, data: events.moved })
    emitEventStep({ eventName: TicketEvents.ASSIGNED, data: events.assigned }).config({
      name: "emit-assigned",
    })
    emitEventStep({
      eventName: TicketEvents.STATUS_CHANGED,
      data: events.status,
    }).config({ name: "emit-status-changed" })
    emitEventStep({ eventName: TicketEvents.DELETED, data: events.deleted }).config({
      name: "emit-deleted",
    })
    handOverNoticesStep()

    return new WorkflowResponse(done, { hooks: [ticketsBatched] })
  }
)
