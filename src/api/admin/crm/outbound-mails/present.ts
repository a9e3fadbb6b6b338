import type { OutboundMailDTO } from "../../../../modules/mail/types"
import type { OutboundMail } from "./contract"

export const presentOutboundMail = (mail: OutboundMailDTO): OutboundMail => ({
  id: mail.id,
  account_id: mail.account_id,
  reference: mail.reference,
  reference_id: mail.reference_id,
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
