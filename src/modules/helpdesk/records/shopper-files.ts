import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import { toStoredJson } from "../../../stored-json"

/** An uploaded file, and who says to have uploaded it. */
export type ShopperFile = { id: string; owner: string }

/** Whom an upload belongs to that was made without an account: whoever has the token. */
export const ownerByToken = (token: string) =>
  `guest:${createHash("sha256").update(token).digest("hex")}`

/**
 * Puts files on a shopper's message. Each joins one message once, and only for whoever uploaded it;
 * whoever names another's file learns nothing about it.
 * @returns their names
 */
export async function attachShopperFiles(
  sql: Sql,
  messageId: string,
  files: ShopperFile[]
): Promise<string[]> {
  if (!files.length) {
    return []
  }
  const wanted = new Map(files.map((file) => [file.id, file]))
  const attached = await rowsOf<{ filename: string }>(
    sql,
    `update crm_attachment attachment set message_id = ?, position = wanted.position
     from json_to_recordset(?::json) as wanted (id text, owner text, position int)
     where attachment.id = wanted.id and attachment.uploaded_by = wanted.owner
       and attachment.message_id is null and attachment.saved_reply_id is null
       and attachment.deleted_at is null
     returning attachment.filename`,
    [
      messageId,
      toStoredJson([...wanted.values()].map((file, position) => ({ ...file, position }))),
    ]
  )
  if (attached.length !== wanted.size) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A file was not found: it may have expired, or was sent before. Attach it again"
    )
  }
  return attached.map(({ filename }) => filename)
}
