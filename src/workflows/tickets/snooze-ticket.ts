import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
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
import { handOverNoticesStep } from "../notices/hand-over-notices"
import { TicketEvents } from "./events"
import { statusChangesOf } from "./status-changes"

export const snoozeTicketWorkflowId = "crm-snooze-ticket"
export const wakeTicketsWorkflowId = "crm-wake-tickets"

type Snooze = { id: string; until: string | null; actor: Actor }

const snoozeTicketStep = createStep(
  "snooze-ticket",
  async ({ id, until, actor }: Snooze, { container }) => {
    const snoozed = await container
      .resolve(HELPDESK_MODULE)
      .snoozeTicket(id, until, actor)

    return new StepResponse(snoozed, { token: snoozed.undo, actor })
  },
  async (done, { container }) => {
    if (done) {
      await container.resolve(HELPDESK_MODULE).undoAction(done.token, done.actor)
    }
  }
)

// Each is one transaction, and the time that has come does not go again.
const wakeTicketsStep = createStep(
  { name: "wake-tickets", noCompensation: true },
  async ({ ids }: { ids: string[] }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const woken = []

    for (const id of ids) {
      try {
        woken.push(await helpdesk.wakeTicket(id))
      } catch (error) {
        logger.warn(`crm_helpdesk: ticket ${id} sleeps on: ${(error as Error).message}`)
      }
    }
    return new StepResponse(woken.filter((ticket) => ticket !== null))
  }
)

/** Puts a ticket out of the way until a time; null wakes it (E-11). */
export const snoozeTicketWorkflow = createWorkflow(
  snoozeTicketWorkflowId,
  function (input: WorkflowData<Snooze>) {
    const snoozed = snoozeTicketStep(input)
    const ticketSnoozed = createHook("ticketSnoozed", { snoozed })

    emitEventStep({
      eventName: TicketEvents.SNOOZED,
      data: transform({ snoozed }, ({ snoozed: { ticket_id, until } }) =>
        until ? [{ id: ticket_id, until }] : []
      ),
    })
    emitEventStep({
      eventName: TicketEvents.WOKEN,
      data: transform({ snoozed }, ({ snoozed: { ticket_id, until } }) =>
        until ? [] : [{ id: ticket_id }]
      ),
    }).config({ name: "emit-woken" })
    emitEventStep({
      eventName: TicketEvents.STATUS_CHANGED,
      data: transform({ snoozed }, ({ snoozed: outcome }) => statusChangesOf(outcome)),
    }).config({ name: "emit-status-changed" })

    return new WorkflowResponse(snoozed, { hooks: [ticketSnoozed] })
  }
)

/** Wakes tickets whose time has come. */
export const wakeTicketsWorkflow = createWorkflow(
  wakeTicketsWorkflowId,
  function (input: WorkflowData<{ ids: string[] }>) {
    const woken = wakeTicketsStep(input)

    emitEventStep({
      eventName: TicketEvents.WOKEN,
      data: transform({ woken }, ({ woken: tickets }) =>
        tickets.map(({ ticket_id }) => ({ id: ticket_id }))
      ),
    })
    emitEventStep({
      eventName: TicketEvents.STATUS_CHANGED,
      data: transform({ woken }, ({ woken: tickets }) =>
        tickets.flatMap(statusChangesOf)
      ),
    }).config({ name: "emit-status-changed" })
    handOverNoticesStep()

    return new WorkflowResponse(woken)
  }
)
