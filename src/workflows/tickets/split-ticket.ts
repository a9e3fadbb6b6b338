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
import { customersGuessed } from "../inbound-mail/steps/look-up-senders"
import { TicketEvents } from "./events"

export const splitTicketWorkflowId = "crm-split-ticket"

type SplitInput = {
  ticket_id: string
  message_id: string
  subject?: string
  actor: Actor
}

const splitTicketStep = createStep(
  "split-ticket",
  async (input: SplitInput, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const [message] = await helpdesk.listCrmTicketMessages({ id: input.message_id })
    const sender = message?.from_email?.toLowerCase()
    const customers = await customersGuessed(container, [sender])
    const known = customers.get(sender ?? "")
    const split = await helpdesk.splitTicket({
      ...input,
      customer: known ? { id: known.id, proof: "address_match" } : null,
    })
    return new StepResponse(split, { undo: split.undo, actor: input.actor })
  },
  async (done, { container }) => {
    if (done) {
      await container.resolve(HELPDESK_MODULE).undoAction(done.undo, done.actor)
    }
  }
)

/** A message becomes a ticket of its own, with its files; both are linked (E-05). */
export const splitTicketWorkflow = createWorkflow(
  splitTicketWorkflowId,
  function (input: WorkflowData<SplitInput>) {
    const split = splitTicketStep(input)
    const ticketSplit = createHook("ticketSplit", { split })

    emitEventStep({
      eventName: TicketEvents.SPLIT,
      data: transform({ split }, ({ split: { source_id, ticket_id, message_id } }) => ({
        id: source_id,
        ticket_id,
        message_id,
      })),
    })
    return new WorkflowResponse(split, { hooks: [ticketSplit] })
  }
)
