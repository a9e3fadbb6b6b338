import type { StatusCategory } from "./ticket-status"

/** A reply that is being written: its fields, none of them required. */
export type ReplyFields = Partial<{
  body_text: string
  body_html: string
  to: string[]
  cc: string[]
  bcc: string[]
  attachment_ids: string[]
  /** Null: without a signature. Left out: the default one. */
  signature_id: string | null
  status_after: string
  follow_up: { text: string; due_at: string; assignee_id?: string | null }
  keep_in_my_tickets: boolean
  skip_rating: boolean
  expected_version: number
  send_at: string
  /** The order that the reply's variables speak of. */
  order_id: string
}>

export type NoteFields = Partial<{
  body_text: string
  source: "other" | "phone_call" | "live_chat"
  duration_seconds: number | null
  status_after: string
  attachment_ids: string[]
  signature_id: string | null
  follow_up: { text: string; due_at: string; assignee_id?: string | null }
  notify: string[]
  private: boolean
  skip_rating: boolean
}>

/** A reply and a note are written side by side on one ticket. */
export type DraftFields = ReplyFields & { note?: NoteFields }

/** What a draft has to know of its ticket to say what became of it. */
export type DraftTicket = {
  status_category: StatusCategory
  department_id: string
  is_merged: boolean
  is_deleted: boolean
}

export const DRAFT_TICKET_CHANGES = ["deleted", "merged", "closed", "moved"] as const
export type DraftTicketChange = (typeof DRAFT_TICKET_CHANGES)[number]

/** What happened to the ticket since the first word of the draft. */
export const changesSince = (
  before: DraftTicket,
  now: DraftTicket
): DraftTicketChange[] =>
  DRAFT_TICKET_CHANGES.filter((change) => {
    switch (change) {
      case "deleted":
        return now.is_deleted && !before.is_deleted
      case "merged":
        return now.is_merged && !before.is_merged
      case "closed":
        return now.status_category === "closed" && before.status_category !== "closed"
      case "moved":
        return now.department_id !== before.department_id
    }
  })

/** What is left of a draft when its reply or its note was posted; null when that was all. */
export function afterPosting(
  { note, ...reply }: DraftFields,
  kind: "agent" | "note"
): DraftFields | null {
  if (kind === "note") {
    return Object.keys(reply).length ? reply : null
  }
  return note ? { note } : null
}

/** A draft to which a reply comes back: what was begun meanwhile stands below it. */
export const withReturnedReply = (
  begun: DraftFields | null,
  { body_text = "", body_html, ...reply }: ReplyFields
): DraftFields => {
  const text = [body_text, begun?.body_text ?? ""].filter((part) => part.trim())
  const html = `${body_html ?? ""}${begun?.body_html ?? ""}`

  return {
    ...begun,
    ...reply,
    body_text: text.join("\n\n"),
    ...(html ? { body_html: html } : {}),
    attachment_ids: [
      ...new Set([...(reply.attachment_ids ?? []), ...(begun?.attachment_ids ?? [])]),
    ],
  }
}
