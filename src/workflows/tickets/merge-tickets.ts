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
import { TicketEvents } from "./events"
import { statusChangesOf } from "./status-changes"

export const mergeTicketsWorkflowId = "crm-merge-tickets"
export const unmergeTicketWorkflowId = "crm-unmerge-ticket"

type MergeInput = { id: string; ticket_ids: string[]; actor: Actor }
type UnmergeInput = { id: string; ticket_id: string; actor: Actor }

const mergeTicketsStep = createStep(
  "merge-tickets",
  async ({ id, ticket_ids, actor }: MergeInput, { container }) => {
    const merged = await container
      .resolve(HELPDESK_MODULE)
      .mergeTickets(id, ticket_ids, actor)

    return new StepResponse(merged, { undo: merged.undo, actor })
  },
  async (done, { container }) => {
    if (done) {
      await container.resolve(HELPDESK_MODULE).undoAction(done.undo, done.actor)
    }
  }
)

const unmergeTicketStep = createStep(
  "unmerge-ticket",
  async ({ id, ticket_id, actor }: UnmergeInput, { container }) => {
    const unmerged = await container
      .resolve(HELPDESK_MODULE)
      .unmergeTicket(id, ticket_id, actor)

    return new StepResponse(unmerged, { ...unmerged, actor })
  },
  async (done, { container }) => {
    if (done) {
      await container
        .resolve(HELPDESK_MODULE)
        .mergeTickets(done.ticket_id, [done.merged_id], done.actor)
    }
  }
)

/** Several tickets become one; later mail to any of them lands on it (E-04). */
export const mergeTicketsWorkflow = createWorkflow(
  mergeTicketsWorkflowId,
  function (input: WorkflowData<MergeInput>) {
    const merged = mergeTicketsStep(input)
    const ticketsMerged = createHook("ticketsMerged", { merged })

    emitEventStep({
      eventName: TicketEvents.MERGED,
      data: transform({ merged }, ({ merged: { ticket_id, merged: tickets } }) => ({
        id: ticket_id,
        ticket_ids: tickets.map(({ id }) => id),
      })),
    })
    emitEventStep({
      eventName: TicketEvents.STATUS_CHANGED,
      data: transform({ merged }, ({ merged: outcome }) => statusChangesOf(outcome)),
    }).config({ name: "emit-status-changed" })

    return new WorkflowResponse(merged, { hooks: [ticketsMerged] })
  }
)

/** Takes a merged ticket out again; what was written since stays (E-05). */
export const unmergeTicketWorkflow = createWorkflow(
  unmergeTicketWorkflowId,
  function (input: WorkflowData<UnmergeInput>) {
    const unmerged = unmergeTicketStep(input)

    emitEventStep({
      eventName: TicketEvents.UNMERGED,
      data: { id: unmerged.ticket_id, ticket_id: unmerged.merged_id },
    })
    return new WorkflowResponse(unmerged)
  }
)
