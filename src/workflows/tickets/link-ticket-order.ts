import {
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
import { findOrder } from "./find-order"

export const linkTicketOrderWorkflowId = "crm-link-ticket-order"
export const unlinkTicketOrderWorkflowId = "crm-unlink-ticket-order"

type LinkInput = { ticket_id: string; order_id: string; actor: Actor }

const linkTicketOrderStep = createStep(
  "link-ticket-order",
  async ({ ticket_id, order_id, actor }: LinkInput, { container }) => {
    const order = await findOrder(container, order_id)

    const link = {
      order_id,
      display_id: String(order.display_id),
      proof: "agent" as const,
    }
    const before = await container
      .resolve(HELPDESK_MODULE)
      .linkOrder(ticket_id, link, actor)

    return new StepResponse(before === "unchanged" ? [] : [{ id: ticket_id, order_id }], {
      ticket_id,
      link,
      before,
      actor,
    })
  },
  async (done, { container }) => {
    if (!done || done.before === "unchanged") {
      return
    }
    const helpdesk = container.resolve(HELPDESK_MODULE)

    await (done.before
      ? helpdesk.linkOrder(
          done.ticket_id,
          { ...done.link, proof: done.before },
          done.actor
        )
      : helpdesk.unlinkOrder(done.ticket_id, done.link.order_id, done.actor))
  }
)

const unlinkTicketOrderStep = createStep(
  "unlink-ticket-order",
  async ({ ticket_id, order_id, actor }: LinkInput, { container }) => {
    const link = await container
      .resolve(HELPDESK_MODULE)
      .unlinkOrder(ticket_id, order_id, actor)

    return new StepResponse(order_id, { ticket_id, link, actor })
  },
  async (done, { container }) => {
    if (done) {
      await container
        .resolve(HELPDESK_MODULE)
        .linkOrder(done.ticket_id, done.link, done.actor)
    }
  }
)

/** An agent says that a ticket is about an order. Any order: the page warns when it is another's. */
export const linkTicketOrderWorkflow = createWorkflow(
  linkTicketOrderWorkflowId,
  function (input: WorkflowData<LinkInput>) {
    const linked = linkTicketOrderStep(input)

    emitEventStep({ eventName: TicketEvents.ORDER_LINKED, data: linked })

    return new WorkflowResponse(linked)
  }
)

export const unlinkTicketOrderWorkflow = createWorkflow(
  unlinkTicketOrderWorkflowId,
  function (input: WorkflowData<LinkInput>) {
    const orderId = unlinkTicketOrderStep(input)

    emitEventStep({
      eventName: TicketEvents.ORDER_UNLINKED,
      data: { id: input.ticket_id, order_id: orderId },
    })
    return new WorkflowResponse(orderId)
  }
)
