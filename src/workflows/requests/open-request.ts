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
import type { ShopperTicket } from "../../modules/helpdesk/records/shopper-tickets"
import { handOverMessagesWorkflow } from "../outbound-mail/hand-over-messages"
import { TicketEvents } from "../tickets/events"

export const openRequestWorkflowId = "crm-open-request"

const openRequestStep = createStep(
  "open-request",
  async (ticket: ShopperTicket, { container }) => {
    const opened = await container.resolve(HELPDESK_MODULE).openShopperTicket(ticket)

    return new StepResponse(opened, opened.ticket_id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).withdrawShopperTicket(id)
    }
  }
)

/** A shopper opens a ticket in the storefront: in My Account, on her order, or by a form. */
export const openRequestWorkflow = createWorkflow(
  openRequestWorkflowId,
  function (input: WorkflowData<ShopperTicket>) {
    const opened = openRequestStep(input)

    /** Before anybody is told: a handler that throws takes the ticket back. */
    const requestOpened = createHook("requestOpened", { opened })

    handOverMessagesWorkflow.runAsStep({
      input: transform({ opened }, ({ opened: { confirmation_id } }) => ({
        message_ids: confirmation_id ? [confirmation_id] : [],
      })),
    })
    emitEventStep({
      eventName: TicketEvents.CREATED,
      data: {
        id: opened.ticket_id,
        number: opened.number,
        channel: input.channel,
        message_id: opened.message_id,
      },
    })
    emitEventStep({
      eventName: TicketEvents.FORM_SUBMITTED,
      data: transform({ input, opened }, ({ input: ticket, opened: { ticket_id } }) =>
        ticket.form_id
          ? [
              {
                id: ticket_id,
                form_id: ticket.form_id,
                email: ticket.requester.email,
                name: ticket.requester.name,
                customer_id: ticket.author_id,
              },
            ]
          : []
      ),
    }).config({ name: "emit-form-submitted" })

    return new WorkflowResponse(opened, { hooks: [requestOpened] })
  }
)
