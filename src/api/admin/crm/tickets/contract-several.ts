import { z } from "@medusajs/framework/zod"
import type { StatusCategory } from "../../../../modules/helpdesk/domain/ticket-status"
import { id, shortText } from "../contract"
import type { Ticket } from "./contract"

export const MergeTickets = z.strictObject({ ticket_ids: z.array(id).min(1).max(50) })
export type MergeTickets = z.infer<typeof MergeTickets>

export const UnmergeTicket = z.strictObject({ ticket_id: id })
export type UnmergeTicket = z.infer<typeof UnmergeTicket>

export const SplitTicket = z.strictObject({
  message_id: id,
  subject: shortText.optional(),
})
export type SplitTicket = z.infer<typeof SplitTicket>

export const RelateTicket = z.strictObject({ ticket_id: id })
export type RelateTicket = z.infer<typeof RelateTicket>

const ids = z.array(id).min(1).max(100)

export const BatchTickets = z.discriminatedUnion("action", [
  z.strictObject({ ids, action: z.literal("move"), department_id: id }),
  z.strictObject({
    ids,
    action: z.literal("status"),
    /** A category or the id of a status. */
    status: z.string().trim().min(1).max(64),
  }),
  z.strictObject({ ids, action: z.literal("assign"), assignee_id: id.nullable() }),
  z.strictObject({ ids, action: z.literal("delete") }),
])
export type BatchTickets = z.infer<typeof BatchTickets>

type NamedStatus = { id: string; name: string; category: StatusCategory }

export type RelatedTicket = {
  id: string
  number: number
  subject: string
  status: NamedStatus
  /** The other was split off from this one, or this one from the other. */
  kind: "related" | "split_off" | "split_from"
}

export type MergedTicket = {
  id: string
  number: number
  subject: string
  requester: { name: string; email: string }
  merged_at: string
}

export type LikelyDuplicate = {
  id: string
  number: number
  subject: string
  status: NamedStatus
  requester: { name: string; email: string }
  last_message_at: string
  same_order: boolean
}

export type MergedResponse = { ticket: Ticket; undo: string }
/** The new ticket, and where its message came from. */
export type SplitResponse = {
  ticket: Ticket
  source: { id: string }
  undo: string
}
/** `ids` are the tickets that changed. */
export type BatchResponse = { ids: string[]; count: number; undo?: string }
export type DuplicatesResponse = { duplicates: LikelyDuplicate[] }
