import { model } from "@medusajs/framework/utils"
import { CrmTicketMessage } from "./ticket-message"

/** A private file. Uploaded before its message exists, it waits without one and is swept later. */
export const CrmAttachment = model
  .define("crm_attachment", {
    id: model.id({ prefix: "crmatt" }).primaryKey(),
    message: model
      .belongsTo(() => CrmTicketMessage, { mappedBy: "attachments" })
      .nullable(),
    /** Of the File Module. Served by our own route only: the provider's URL is public. */
    file_id: model.text(),
    filename: model.text().searchable(),
    /** Decided by content, never by the sender's word. */
    mime_type: model.text(),
    size: model.number(),
    sha256: model.text(),
    content_id: model.text().nullable(),
    inline: model.boolean().default(false),
    position: model.number().default(0),
    uploaded_by: model.text().nullable(),
    /** Belongs to a saved reply: copied when that is used, never sent itself. */
    saved_reply_id: model.text().nullable(),
  })
  .indexes([
    { on: ["message_id", "position"], where: "deleted_at IS NULL" },
    { on: ["saved_reply_id"], where: "saved_reply_id IS NOT NULL" },
    { on: ["created_at"], where: "message_id IS NULL AND deleted_at IS NULL" },
  ])
