import type { MedusaContainer } from "@medusajs/framework/types"
import type { OutboundMailDTO } from "../../../../modules/mail/types"
import { TICKET_MESSAGE } from "../../../../workflows/outbound-mail/compose-mail"
import type { TicketOfMail } from "../contract"
import { ticketsOfMails } from "../tickets-of-mails"
import type { OutboundMail } from "./contract"

export async function presentOutboundMails(
  container: MedusaContainer,
  mails: OutboundMailDTO[]
): Promise<OutboundMail[]> {
  const tickets = await ticketsOfMails(container, mails.map(ticketIdOf))

  return mails.map((mail) => present(mail, tickets))
}

const ticketIdOf = ({ reference, thread_id }: OutboundMailDTO) =>
  reference === TICKET_MESSAGE ? thread_id : null

const present = (
  mail: OutboundMailDTO,
  tickets: ReadonlyMap<string, TicketOfMail>
): OutboundMail => ({
  id: mail.id,
  account_id: mail.account_id,
  reference: mail.reference,
  reference_id: mail.reference_id,
  ticket: tickets.get(ticketIdOf(mail) ?? "") ?? null,
  state: mail.state,
  due_at: mail.due_at.toISOString(),
  attempts: mail.attempts,
  last_response: mail.last_response,
  to: mail.to,
  cc: mail.cc,
  bcc: mail.bcc,
  recipients: mail.recipients,
  subject: mail.subject,
  message_id: mail.message_id,
  is_auto_reply: mail.is_auto_reply,
  sent_at: mail.sent_at?.toISOString() ?? null,
  created_at: mail.created_at.toISOString(),
})
