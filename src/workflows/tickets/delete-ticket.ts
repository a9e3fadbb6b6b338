import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { Actor } from "../../modules/helpdesk/types"
import { TicketEvents } from "./events"

export const deleteTicketWorkflowId = "crm-delete-ticket"

const deleteTicketStep = createStep(
  "delete-ticket",
  async ({ id, actor }: { id: string; actor: Actor }, { container }) => {
    const { undo } = await container.resolve(HELPDESK_MODULE).deleteTicket(id, actor)

    return new StepResponse({ id, undo }, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).restoreTicket(id)
    }
  }
)

/** Moves a ticket to the trash (V-59). */
export const deleteTicketWorkflow = createWorkflow(
  deleteTicketWorkflowId,
  function (input: WorkflowData<{ id: string; actor: Actor }>) {
    const deleted = deleteTicketStep(input)
    const ticketDeleted = createHook("ticketDeleted", { id: deleted.id })

    emitEventStep({ eventName: TicketEvents.DELETED, data: { id: deleted.id } })

    return new WorkflowResponse(deleted, { hooks: [ticketDeleted] })
  }
)
