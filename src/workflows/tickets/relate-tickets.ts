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
import type { Actor } from "../../modules/helpdesk/types"
import { TicketEvents } from "./events"

export const relateTicketsWorkflowId = "crm-relate-tickets"
export const unrelateTicketsWorkflowId = "crm-unrelate-tickets"

type RelateInput = { id: string; ticket_id: string; actor: Actor }

const relateTicketsStep = createStep(
  "relate-tickets",
  async ({ id, ticket_id, actor }: RelateInput, { container }) => {
    const isNew = await container
      .resolve(HELPDESK_MODULE)
      .relateTickets(id, ticket_id, actor)

    return new StepResponse(isNew, isNew ? { id, ticket_id, actor } : null)
  },
  async (done, { container }) => {
    if (done) {
      await container
        .resolve(HELPDESK_MODULE)
        .unrelateTickets(done.id, done.ticket_id, done.actor)
    }
  }
)

const unrelateTicketsStep = createStep(
  "unrelate-tickets",
  async (input: RelateInput, { container }) => {
    const { id, ticket_id, actor } = input

    await container.resolve(HELPDESK_MODULE).unrelateTickets(id, ticket_id, actor)

    return new StepResponse(input, input)
  },
  async (done, { container }) => {
    if (done) {
      await container
        .resolve(HELPDESK_MODULE)
        .relateTickets(done.id, done.ticket_id, done.actor)
    }
  }
)

/** Two tickets belong together and stay two (K-8). */
export const relateTicketsWorkflow = createWorkflow(
  relateTicketsWorkflowId,
  function (input: WorkflowData<RelateInput>) {
    const isNew = relateTicketsStep(input)

    emitEventStep({
      eventName: TicketEvents.RELATED,
      data: transform({ input, isNew }, ({ input: { id, ticket_id }, isNew: done }) =>
        done ? [{ id, ticket_id }] : []
      ),
    })
    return new WorkflowResponse(isNew)
  }
)

export const unrelateTicketsWorkflow = createWorkflow(
  unrelateTicketsWorkflowId,
  function (input: WorkflowData<RelateInput>) {
    const removed = unrelateTicketsStep(input)

    emitEventStep({
      eventName: TicketEvents.UNRELATED,
      data: { id: removed.id, ticket_id: removed.ticket_id },
    })
    return new WorkflowResponse(removed)
  }
)
