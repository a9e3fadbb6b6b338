import type { MedusaContainer } from "@medusajs/framework/types"
import type { TicketFacts } from "../../modules/helpdesk/reports/ticket-facts"
import { ticketVariables, type ResolvedVariables } from "./ticket-variables"

/** The variables of a ticket that is there. @param orderId of several linked orders, the one meant */
export const variablesOf = (
  container: MedusaContainer,
  ticket: TicketFacts,
  actorId: string | null,
  orderId?: string
): Promise<ResolvedVariables> =>
  ticketVariables(container, {
    ticket: {
      number: ticket.number,
      subject: ticket.subject,
      status: ticket.status_name,
      opened_at: ticket.created_at,
    },
    department: ticket.department.public_name,
    actor_id: actorId,
    requester: ticket.requester,
    customer_id: ticket.customer_id,
    orders: ticket.orders,
    custom_fields: ticket.custom_fields,
    order_id: orderId,
  })
