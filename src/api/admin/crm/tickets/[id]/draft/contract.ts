import { z } from "@medusajs/framework/zod"
import type {
  DraftFields,
  DraftTicketChange,
} from "../../../../../../modules/helpdesk/domain/draft"
import type { Attachment } from "../../../attachments/contract"
import { id, type Deleted } from "../../../contract"

/** Half an address is a draft too: it is checked when it is sent. */
const addresses = z.array(z.string().trim().max(254)).max(50)
const text = z.string().max(2_000_000)
const attachmentIds = z.array(id).max(50)
const status = z.string().trim().max(64)

const followUp = z.strictObject({
  text: z.string().max(1000),
  due_at: z.string().max(40),
  assignee_id: id.nullable().optional(),
})

const NoteDraft = z
  .strictObject({
    body_text: text,
    source: z.enum(["other", "phone_call", "live_chat"]),
    duration_seconds: z.number().int().min(0).max(86_400).nullable(),
    status_after: status,
    attachment_ids: attachmentIds,
    signature_id: id.nullable(),
    follow_up: followUp,
    notify: z.array(id).max(50),
    private: z.boolean(),
    skip_rating: z.boolean(),
  })
  .partial()

/** The fields of a reply, none required, and of a note beside it. Replaces the whole draft. */
export const SaveDraft = z
  .strictObject({
    body_text: text,
    body_html: text,
    to: addresses,
    cc: addresses,
    bcc: addresses,
    attachment_ids: attachmentIds,
    signature_id: id.nullable(),
    status_after: status,
    follow_up: followUp,
    keep_in_my_tickets: z.boolean(),
    skip_rating: z.boolean(),
    expected_version: z.number().int().min(0),
    send_at: z.string().max(40),
    order_id: id,
    note: NoteDraft,
    /**
     * The `revision` the page knows, 0 for none. Behind, and nothing is overwritten: 409. Left out,
     * the last one to save wins.
     */
    revision: z.number().int().min(0),
  })
  .partial()
export type SaveDraft = z.infer<typeof SaveDraft>

export type Draft = DraftFields & {
  /** What `attachment_ids` of reply and note stand for; a file that is gone is left out. */
  attachments: Attachment[]
  revision: number
  updated_at: string
  /** What became of the ticket since the first word. */
  ticket_changes: DraftTicketChange[]
}

export type DraftResponse = { draft: Draft | null }
export type DraftDeleted = Deleted<"draft">
export type DraftMovedResponse = {
  type: "draft_moved"
  message: string
  /** The one that is there; null when it was sent or discarded. */
  draft: Draft | null
}
