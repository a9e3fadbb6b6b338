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
import { takeBackAction } from "./take-back-action"

export const relateTicketsWorkflowId = "crm-relate-tickets"
export const unrelateTicketsWorkflowId = "crm-unrelate-tickets"

type RelateInput = { id: string; ticket_id: string; actor: Actor }

const relateTicketsStep = createStep(
  "relate-tickets",
  async ({ id, ticket_id, actor }: RelateInput, { container }) => {
    const undo = await container
      .resolve(HELPDESK_MODULE)
      .relateTickets(id, ticket_id, actor)

    return new StepResponse({ id, ticket_id, undo }, { undo, actor })
  },
  takeBackAction
)

const unrelateTicketsStep = createStep(
  "unrelate-tickets",
  async ({ id, ticket_id, actor }: RelateInput, { container }) => {
    const undo = await container
      .resolve(HELPDESK_MODULE)
      .unrelateTickets(id, ticket_id, actor)

    return new StepResponse({ id, ticket_id, undo }, { undo, actor })
  },
  takeBackAction
)

/** Two tickets belong together and stay two (K-8). */
export const relateTicketsWorkflow = createWorkflow(
  relateTicketsWorkflowId,
  function (input: WorkflowData<RelateInput>) {
    const related = relateTicketsStep(input)

    emitEventStep({
      eventName: TicketEvents.RELATED,
      data: transform({ related }, ({ related: { id, ticket_id, undo } }) =>
        undo ? [{ id, ticket_id }] : []
      ),
    })
    return new WorkflowResponse(related)
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
