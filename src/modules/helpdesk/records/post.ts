import type { DraftFields } from "../domain/draft"
import type { Hold } from "../domain/message"
import type { PostedState } from "../domain/taken-back"
import type { StatusCategory } from "../domain/ticket-status"
import type { Actor, OnRelease } from "../types"
import type { NewFollowUp } from "./follow-ups"

/** What an agent, or the desk itself, adds to a ticket. */
export type Post = {
  ticket_id: string
  kind: "agent" | "note" | "system"
  actor: Actor
  from_name: string
  body_text: string
  body_html?: string | null
  signature_text?: string
  signature_html?: string | null
  /** Leaves as mail to the requester, or to those in `to`. */
  is_mailed: boolean
  to?: string[]
  cc?: string[]
  bcc?: string[]
  attachment_ids?: string[]
  source?: "other" | "phone_call" | "live_chat" | null
  duration_seconds?: number | null
  /** `unchanged`, a category, a status id; left out: the department's default. */
  status_after?: string
  keep_in_my_tickets?: boolean
  /** The version the author has read. */
  expected_version?: number
  subject?: string | null
  in_reply_to?: string | null
  follow_up?: NewFollowUp
  /** Of a note: read by its author alone (C-58). */
  is_private?: boolean
  /** Agents whom a note names, and agents it is shown to (M-08). */
  mentioned_ids?: string[]
  notified_ids?: string[]
  /** Leaves then; the ticket changes then too. */
  send_at?: string | null
  if_customer_writes?: OnRelease["if_customer_writes"]
  /** Nobody is asked how it was, if this closes the ticket (E-17). */
  skip_rating?: boolean
  /** Left out: it leaves at once and cannot be taken back. Else what the desk does by itself. */
  undo_send_seconds?: number
}

export type PostedMessage = {
  ticket_id: string
  message_id: string
  status_before: StatusCategory
  status: StatusCategory
  is_mailed: boolean
  /** What the post changed on the ticket, as it was, and the history it wrote. */
  before: TicketState
  event_ids: string[]
  /** Whom it put in copy for the first time, and what they were to the ticket before. */
  copied: { email: string; role_before: "third_party" | null }[]
  /** What the author's draft was before it was settled. */
  draft: { user_id: string; fields: DraftFields } | null
  hold: Hold | null
  /** The token that takes a held reply back. */
  undo: string | null
  /** Whose My Tickets it was put into, if it was not there before. */
  pinned_for: string | null
}

/** What a post changes on a ticket. */
export type TicketState = PostedState & {
  version: number
  reply_count: number
}
