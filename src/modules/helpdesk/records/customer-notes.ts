import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"

export type NewCustomerNote = {
  customer_id: string | null
  email: string | null
  body_text: string
  author_id: string | null
}

/** The text before an action and after it; null where there was no note. */
export type NoteUndo = { id: string; before: string | null; after: string | null }

/** Writes down what agents should know of a person (M-50). */
export async function addCustomerNote(
  sql: Sql,
  note: NewCustomerNote
): Promise<NoteUndo> {
  const id = generateEntityId("", "cnote")

  await insertRows(sql, "crm_customer_note", [{ id, ...note }])

  return { id, before: null, after: note.body_text }
}

/** @param text null deletes it @throws NOT_FOUND */
export async function changeCustomerNote(
  sql: Sql,
  id: string,
  text: string | null
): Promise<NoteUndo> {
  const before = await lockedText(sql, id)

  if (before === null) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Customer note ${id} was not found`
    )
  }
  await writeText(sql, id, text)

  return { id, before, after: text }
}

/** @throws NOT_ALLOWED when it is not as the action left it */
export async function undoCustomerNote(
  sql: Sql,
  { id, before, after }: NoteUndo
): Promise<void> {
  if ((await lockedText(sql, id)) !== after) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This note was changed again since. Nothing was undone"
    )
  }
  await writeText(sql, id, before)
}

async function lockedText(sql: Sql, id: string): Promise<string | null> {
  const [note] = await rowsOf<{ body_text: string; is_deleted: boolean }>(
    sql,
    `select body_text, deleted_at is not null as is_deleted from crm_customer_note
     where id = ? for update`,
    [id]
  )
  return !note || note.is_deleted ? null : note.body_text
}

const writeText = (sql: Sql, id: string, text: string | null) =>
  text === null
    ? sql.raw(
        `update crm_customer_note set deleted_at = clock_timestamp() where id = ?`,
        [id]
      )
    : sql.raw(
        `update crm_customer_note
         set body_text = ?, deleted_at = null, updated_at = clock_timestamp() where id = ?`,
        [text, id]
      )
