import type { SenderClaim } from "../domain/message"
import type { OrderProof } from "../domain/order-proof"
import type { StatusCategory } from "../domain/ticket-status"
import type { StoredFile, TicketMessageDTO } from "../types"

/** A mail as the help desk takes it: read, its files stored, its sender looked up. */
export type IncomingMail = {
  inbound_mail_id: string
  mail_account_id: string
  department_id: string
  from: { name: string; email: string | null }
  to: string[]
  cc: string[]
  subject: string
  body_text: string
  body_html: string | null
  signature_text: string
  quoted_text: string
  message_id: string | null
  /** In-Reply-To, then References, nearest first; without brackets. */
  references: string[]
  /** Ticket messages whose signed reference stands among the references. */
  signed: string[]
  automated: TicketMessageDTO["automated"]
  sender_check: "pass" | "fail" | "none"
  sender_claim: SenderClaim | null
  /** Where the sender wants answers, without the sender's own address. */
  reply_to: string[]
  /** The sender got so many automatic answers today that a machine may be answering them. */
  is_often_answered: boolean
  problems: string[]
  customer: { id: string; proof: "verified" | "address_match" } | null
  orders: { order_id: string; display_id: string; proof: OrderProof }[]
  attachments: StoredFile[]
}

export type ReceivedMail = {
  inbound_mail_id: string
  ticket_id: string
  ticket_number: number
  message_id: string
  is_new_ticket: boolean
  status_before: StatusCategory | null
  status: StatusCategory
  /** It was received before: nothing was written now. */
  was_known: boolean
}
