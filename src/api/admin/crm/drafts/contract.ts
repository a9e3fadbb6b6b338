import type { DraftTicketChange } from "../../../../modules/helpdesk/domain/draft"
import type { Paged } from "../contract"

export type DraftListItem = {
  ticket: { id: string; number: number; subject: string }
  /** The first 200 characters. */
  excerpt: string
  updated_at: string
  ticket_changes: DraftTicketChange[]
}

export type DraftsResponse = { drafts: DraftListItem[] } & Paged
