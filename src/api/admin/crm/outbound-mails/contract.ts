import { z } from "@medusajs/framework/zod"
import { OUTBOUND_STATES } from "../../../../modules/mail/domain/outbound-state"
import { id, paging, type Paged, type TicketOfMail } from "../contract"

export const ListOutboundMails = z.strictObject({
  ...paging,
  state: z.enum(OUTBOUND_STATES).optional(),
  account_id: id.optional(),
  q: z.string().trim().max(255).optional(),
})
export type ListOutboundMails = z.infer<typeof ListOutboundMails>

export type OutboundMail = {
  id: string
  account_id: string
  /** What asked for it, e.g. `ticket_message`. */
  reference: string
  reference_id: string
  /** Where the message stands that asked for it; null also where the ticket was deleted. */
  ticket: TicketOfMail | null
  state: (typeof OUTBOUND_STATES)[number]
  due_at: string
  attempts: number
  last_response: string | null
  to: string[]
  cc: string[]
  bcc: string[]
  recipients: {
    address: string
    state: "pending" | "accepted" | "refused"
    response: string | null
  }[]
  subject: string
  message_id: string
  is_auto_reply: boolean
  sent_at: string | null
  created_at: string
}

export type OutboundMailResponse = { outbound_mail: OutboundMail }
export type OutboundMailsResponse = { outbound_mails: OutboundMail[] } & Paged
