import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import { contentIdOf, inlineImagesIn } from "../domain/inline-images"
import type { Post } from "./post"
import { toStoredJson } from "../../../stored-json"

/** A file joins one message once; whoever names another's file learns nothing about it. */
export async function attachFiles(
  sql: Sql,
  messageId: string,
  { attachment_ids = [], body_html }: Post
): Promise<string[]> {
  const shown = new Set(inlineImagesIn(body_html ?? ""))
  const wanted = [...new Set([...attachment_ids, ...shown])]

  if (!wanted.length) {
    return []
  }
  const attached = await rowsOf<{ filename: string }>(
    sql,
    `update crm_attachment attachment
     set message_id = ?, position = wanted.position, inline = wanted.content_id is not null,
         content_id = coalesce(wanted.content_id, attachment.content_id)
     from json_to_recordset(?::json) as wanted (id text, position int, content_id text)
     where attachment.id = wanted.id and attachment.message_id is null
       and attachment.saved_reply_id is null and attachment.deleted_at is null
     returning attachment.filename`,
    [
      messageId,
      toStoredJson(
        wanted.map((id, position) => ({
          id,
          position,
          content_id: shown.has(id) ? contentIdOf(id) : null,
        }))
      ),
    ]
  )
  if (attached.length !== wanted.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "An attachment was not found: it may have expired. Upload it again"
    )
  }
  return attached.map(({ filename }) => filename)
}
