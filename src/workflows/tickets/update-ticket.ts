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
import type { TicketChanges } from "../../modules/helpdesk/records/change-ticket"
import type { Actor } from "../../modules/helpdesk/types"
import { fieldChangesOf } from "../custom-fields/declared-values"
import { handOverNoticesStep } from "../notices/hand-over-notices"
import { TicketEvents } from "./events"
import { statusChangesOf } from "./status-changes"
import { assertPeopleStep } from "./steps/assert-people"

export const updateTicketWorkflowId = "crm-update-ticket"

export type UpdateTicketInput = {
  id: string
  actor: Actor
  changes: Omit<TicketChanges, "customer" | "custom_fields"> & {
    customer_id?: string | null
    /** By key; null takes one away. */
    custom_fields?: Record<string, unknown>
  }
}

const changeTicketStep = createStep(
  "change-ticket",
  async ({ id, actor, changes }: UpdateTicketInput, { container }) => {
    const { customer_id, custom_fields, ...rest } = changes
    const changed = await container.resolve(HELPDESK_MODULE).changeTicket(
      id,
      {
        ...rest,
        ...(custom_fields
          ? { custom_fields: await fieldChangesOf(container, custom_fields) }
          : {}),
        ...(customer_id === undefined
          ? {}
          : {
              customer: customer_id ? { id: customer_id, proof: "agent" as const } : null,
            }),
      },
      actor
    )
    return new StepResponse(changed, { id, changed })
  },
  async (done, { container }) => {
    if (done) {
      await container.resolve(HELPDESK_MODULE).undoTicketChange(done.id, done.changed)
    }
  }
)

/** An agent changes a ticket without a word to the customer (D-32). */
export const updateTicketWorkflow = createWorkflow(
  updateTicketWorkflowId,
  function (input: WorkflowData<UpdateTicketInput>) {
    assertPeopleStep(input.changes)
    const changed = changeTicketStep(input)
    const ticketUpdated = createHook("ticketUpdated", { changed })
    const events = transform({ changed }, ({ changed: { ticket_id, changes } }) => {
      const ofType = (type: string) =>
        changes
          .filter((change) => change.type === type)
          .map(({ data }) => ({ id: ticket_id, ...data }))
      const others = changes
        .map(({ type }) => type)
        .filter((type) => !["status_changed", "moved", "assigned"].includes(type))

      return {
        moved: ofType("moved"),
        assigned: ofType("assigned"),
        updated: others.length ? [{ id: ticket_id, changes: others }] : [],
      }
    })

    emitEventStep({ eventName: TicketEvents.MOVED, data: events.moved })
    emitEventStep({ eventName: TicketEvents.ASSIGNED, data: events.assigned }).config({
      name: "emit-assigned",
    })
    emitEventStep({ eventName: TicketEvents.UPDATED, data: events.updated }).config({
      name: "emit-updated",
    })
    emitEventStep({
      eventName: TicketEvents.STATUS_CHANGED,
      data: transform({ changed }, ({ changed: outcome }) => statusChangesOf(outcome)),
    }).config({ name: "emit-status-changed" })
    handOverNoticesStep()

    return new WorkflowResponse(changed, { hooks: [ticketUpdated] })
  }
)
