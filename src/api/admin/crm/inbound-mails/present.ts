import type { InboundMailDTO } from "../../../../modules/mail/types"
import type { InboundMail } from "./contract"

export const presentInboundMail = (mail: InboundMailDTO): InboundMail => ({
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
  ticket_message_id: mail.ticket_message_id,
  server_date: mail.server_date?.toISOString() ?? null,
  created_at: mail.created_at.toISOString(),
})
