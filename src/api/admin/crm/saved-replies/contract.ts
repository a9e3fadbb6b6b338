import { z } from "@medusajs/framework/zod"
import {
  SAVED_REPLY_SCOPES,
  type SavedReplyScope,
} from "../../../../modules/helpdesk/domain/saved-reply"
import type { Attachment } from "../attachments/contract"
import { id, paging, shortText, type Deleted, type Paged } from "../contract"

const text = z.string().max(500_000)

const fields = {
  title: shortText,
  scope: z.enum(SAVED_REPLY_SCOPES),
  /** Required with the scope `team`. */
  team_id: id.nullable(),
  /** Required with the scope `department`. */
  department_id: id.nullable(),
  body_text: text,
  /** Instead of `body_text`: made safe, with its text beside it. */
  body_html: text.nullable(),
  attachment_ids: z.array(id).max(20),
}

export const CreateSavedReply = z
  .strictObject(fields)
  .partial()
  .required({ title: true })
  .refine(({ body_text, body_html }) => (body_text ?? body_html ?? "").trim() !== "", {
    message: "A saved reply needs a text: body_text or body_html",
    path: ["body_text"],
  })
export type CreateSavedReply = z.infer<typeof CreateSavedReply>

export const UpdateSavedReply = z.strictObject(fields).partial()
export type UpdateSavedReply = z.infer<typeof UpdateSavedReply>

export const ListSavedReplies = z.strictObject({
  ...paging,
  /** Words that are all in the title or the text. */
  q: z.string().trim().max(255).optional(),
  /** Only what is offered on tickets of this department. */
  department_id: id.optional(),
})
export type ListSavedReplies = z.infer<typeof ListSavedReplies>

export type SavedReply = {
  id: string
  title: string
  scope: SavedReplyScope
  user_id: string | null
  team_id: string | null
  department_id: string | null
  body_text: string
  body_html: string | null
  attachments: Attachment[]
  created_at: string
  updated_at: string
}

export type SavedReplyResponse = { saved_reply: SavedReply }
export type SavedRepliesResponse = { saved_replies: SavedReply[] } & Paged
export type SavedReplyDeleted = Deleted<"saved_reply">

/** The text as it goes into a message, with files of its own. */
export type UsedSavedReplyResponse = {
  saved_reply: Pick<SavedReply, "id" | "title" | "body_text" | "body_html">
  attachments: Attachment[]
}
