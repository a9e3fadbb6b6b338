import { z } from "@medusajs/framework/zod"
import { OUTBOUND_STATES } from "../../../../modules/mail/domain/outbound-state"
import type { OutboundAction } from "../../../../modules/mail/domain/outbound-actions"
import { id, oneOrMore, paging, type Paged, type TicketOfMail } from "../contract"

export const ListOutboundMails = z.strictObject({
  ...paging,
  state: oneOrMore(z.enum(OUTBOUND_STATES)),
  account_id: id.optional(),
  ticket_id: id.optional(),
  /** Searches subject and recipients. */
  q: z.string().trim().max(255).optional(),
})
export type ListOutboundMails = z.infer<typeof ListOutboundMails>

/** Retry, cancel and release take nothing. */
export const NoBody = z.strictObject({})

export const HoldOutboundMail = z.strictObject({
  /** Does not leave before then; at most a year ahead. */
  until: z.iso.datetime({ offset: true }),
})
export type HoldOutboundMail = z.infer<typeof HoldOutboundMail>

export type OutboundRecipient = {
  address: string
  /** `bounced`: taken by its server and returned later. `delayed`: still on its way, says a server. */
  state: "pending" | "accepted" | "refused" | "bounced" | "delayed"
  /** The server's own words. */
  response: string | null
  /** RFC 3463, e.g. `5.1.1`, where a server named one. */
  status: string | null
  /** Nobody is there: another mail would come back as well. Null while nothing failed. */
  permanent: boolean | null
  /** The bounce: when it came, and its row in the ledger of mail in. */
  bounced_at: string | null
  inbound_mail_id: string | null
}

export type OutboundMail = {
  id: string
  account_id: string
  /** The address it leaves from; null when the account was removed. */
  from_email: string | null
  /** What asked for it, e.g. `ticket_message`. */
  reference: string
  reference_id: string
  /** Where the message stands that asked for it; null also where the ticket was deleted. */
  ticket: TicketOfMail | null
  state: (typeof OUTBOUND_STATES)[number]
  /** What may be asked of it now: the paths below it that will not be refused. */
  actions: OutboundAction[]
  due_at: string
  attempts: number
  last_response: string | null
  to: string[]
  cc: string[]
  bcc: string[]
  recipients: OutboundRecipient[]
  subject: string
  message_id: string
  is_auto_reply: boolean
  sent_at: string | null
  created_at: string
}

/** One mail as it leaves. */
export type OutboundMailDetail = OutboundMail & {
  from_name: string
  body_text: string
  body_html: string | null
  in_reply_to: string | null
  references: string[]
  attachments: { filename: string; mime_type: string }[]
}

export type OutboundMailResponse = { outbound_mail: OutboundMailDetail }
export type OutboundMailsResponse = { outbound_mails: OutboundMail[] } & Paged
