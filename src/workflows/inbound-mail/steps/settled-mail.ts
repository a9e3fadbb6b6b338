import type { ReadEmail } from "../../../modules/mail/mime/read-email"
import type { SettledMail } from "../../../modules/mail/records/settle-mails"

/** How a mail ended, with what the ledger keeps of it. */
export const settled = (id: string, read: ReadEmail | null): SettledMail => ({
  id,
  state: "ticketed",
  reason: null,
  duplicate_of_id: null,
  ticket_id: null,
  ticket_message_id: null,
  message_id: read?.message_id ?? null,
  from_email: read?.from?.address ?? null,
  from_name: read?.from?.name ?? null,
  subject: read?.subject ?? null,
  problems: read?.problems ?? [],
})

export const ignored = (id: string, read: ReadEmail, reason: string): SettledMail => ({
  ...settled(id, read),
  state: "ignored",
  reason,
})

export const quarantined = (
  id: string,
  read: ReadEmail | null,
  reason: string
): SettledMail => ({
  ...settled(id, read),
  state: "quarantined",
  reason,
})
