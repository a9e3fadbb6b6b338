import type { MedusaContainer } from "@medusajs/framework/types"
import type { InboundMailDTO } from "../../../../modules/mail/types"
import type { TicketOfMail } from "../contract"
import { ticketsOfMails } from "../tickets-of-mails"
import type { InboundMail } from "./contract"

export async function presentInboundMails(
  container: MedusaContainer,
  mails: InboundMailDTO[]
): Promise<InboundMail[]> {
  const tickets = await ticketsOfMails(
    container,
    mails.map(({ ticket_id }) => ticket_id)
  )
  return mails.map((mail) => present(mail, tickets))
}

const present = (
  mail: InboundMailDTO,
  tickets: ReadonlyMap<string, TicketOfMail>
): InboundMail => ({
  id: mail.id,
  account_id: mail.account_id,
  folder: mail.folder,
  uid: mail.uid === null ? null : Number(mail.uid),
  state: mail.state,
  reason: mail.reason,
  attempts: mail.attempts,
  size: mail.size,
  message_id: mail.message_id,
  from: mail.from_email ? { name: mail.from_name ?? "", email: mail.from_email } : null,
  subject: mail.subject,
  problems: (mail.problems as string[] | null) ?? [],
  duplicate_of_id: mail.duplicate_of_id,
  ticket_id: mail.ticket_id,
  ticket: tickets.get(mail.ticket_id ?? "") ?? null,
  ticket_message_id: mail.ticket_message_id,
  server_date: mail.server_date?.toISOString() ?? null,
  created_at: mail.created_at.toISOString(),
})
