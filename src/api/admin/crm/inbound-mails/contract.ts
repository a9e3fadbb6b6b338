import { z } from "@medusajs/framework/zod"
import { INBOUND_STATES } from "../../../../modules/mail/domain/inbound-state"
import { id, paging, type Paged, type TicketOfMail } from "../contract"

export const ListInboundMails = z.strictObject({
  ...paging,
  state: z.enum(INBOUND_STATES).optional(),
  account_id: id.optional(),
  q: z.string().trim().max(255).optional(),
})
export type ListInboundMails = z.infer<typeof ListInboundMails>

export type InboundMail = {
  id: string
  account_id: string
  folder: string
  uid: number | null
  state: (typeof INBOUND_STATES)[number]
  reason: string | null
  attempts: number
  size: number
  message_id: string | null
  from: { name: string; email: string } | null
  subject: string | null
  problems: string[]
  duplicate_of_id: string | null
  ticket_id: string | null
  /** Null also where the ticket was deleted. */
  ticket: TicketOfMail | null
  ticket_message_id: string | null
  server_date: string | null
  created_at: string
}

export type InboundMailResponse = { inbound_mail: InboundMail }
export type InboundMailsResponse = { inbound_mails: InboundMail[] } & Paged
