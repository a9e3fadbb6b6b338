import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { AttachmentDTO, StoredFile } from "../types"

/** Files that were uploaded and wait for their message. */
export async function keepUploads(
  sql: Sql,
  files: StoredFile[],
  uploadedBy: string | null
): Promise<AttachmentDTO[]> {
  return insertRows<AttachmentDTO>(
    sql,
    "crm_attachment",
    files.map((file, position) => ({
      ...file,
      position,
      uploaded_by: uploadedBy,
    })),
    "returning *"
  )
}

/**
 * Uploads that never joined a message, oldest first. What a draft or a saved reply has is in use.
 * @param hours since the upload
 */
export const abandonedUploads = (sql: Sql, hours: number, limit: number) =>
  rowsOf<Pick<AttachmentDTO, "id" | "file_id">>(
    sql,
    `select id, file_id from crm_attachment
     where message_id is null and saved_reply_id is null and deleted_at is null
       and not exists (
         select 1 from crm_draft draft
         where position(crm_attachment.id in draft.fields::text) > 0
       )
       and created_at < clock_timestamp() - make_interval(hours => ?)
     order by created_at limit ?`,
    [hours, limit]
  )

/** Forgets uploads, unless one joined a message meanwhile. @returns the files to delete */
export async function forgetUploads(sql: Sql, ids: string[]): Promise<string[]> {
  const rows = await rowsOf<{ file_id: string }>(
    sql,
    `delete from crm_attachment
     where id = any(?) and message_id is null and saved_reply_id is null returning file_id`,
    [ids]
  )
  return rows.map(({ file_id }) => file_id)
}
