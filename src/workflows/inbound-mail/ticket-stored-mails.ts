import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { TicketEvents } from "../tickets/events"
import { ticketMailsStep, type MailsToTicket } from "./steps/ticket-mails"

export const ticketStoredMailsWorkflowId = "crm-ticket-stored-mails"

/**
 * Turns stored mails into messages on tickets. Each mail ends in the ledger as ticketed, ignored or
 * quarantined, or stays stored when what failed was ours; running again writes nothing twice.
 */
export const ticketStoredMailsWorkflow = createWorkflow(
  ticketStoredMailsWorkflowId,
  function (input: WorkflowData<MailsToTicket>) {
    const outcome = ticketMailsStep(input)
    const events = transform({ outcome }, ({ outcome: { received } }) => ({
      created: received
        .filter(({ is_new_ticket }) => is_new_ticket)
        .map(({ ticket_id, ticket_number, message_id }) => ({
          id: ticket_id,
          number: ticket_number,
          channel: "email",
          message_id,
        })),
      replied: received
        .filter(({ is_new_ticket }) => !is_new_ticket)
        .map(({ ticket_id, message_id, inbound_mail_id }) => ({
          id: ticket_id,
          message_id,
          inbound_mail_id,
        })),
      reopened: received
        .filter(({ status_before, status }) => status_before && status_before !== status)
        .map(({ ticket_id, status_before, status }) => ({
          id: ticket_id,
          from: status_before,
          to: status,
        })),
    }))

    emitEventStep({ eventName: TicketEvents.CREATED, data: events.created })
    emitEventStep({
      eventName: TicketEvents.CUSTOMER_REPLIED,
      data: events.replied,
    }).config({
      name: "emit-customer-replied",
    })
    emitEventStep({
      eventName: TicketEvents.STATUS_CHANGED,
      data: events.reopened,
    }).config({
      name: "emit-status-changed",
    })

    /** After the mails are on their tickets. */
    const mailsTicketed = createHook("mailsTicketed", { received: outcome.received })

    return new WorkflowResponse(outcome, { hooks: [mailsTicketed] })
  }
)
