import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"

/** An action that put a row there, or took one away. */
export type RowUndo = { id: string; added: boolean }

/** Rows that one action adds and another removes, and what each may be there once by. */
const ROWS = {
  relation: { table: "crm_ticket_relation", once: ["ticket_id", "other_id"] },
  product: { table: "crm_ticket_product", once: ["ticket_id", "reference"] },
  address: { table: "crm_same_person", once: ["email", "other_email"] },
} as const

/**
 * Takes a row away again that was added, or puts one back that was removed.
 * @throws NOT_ALLOWED when somebody did so already, or added it anew since
 */
export async function undoRow(
  sql: Sql,
  kind: keyof typeof ROWS,
  { id, added }: RowUndo
): Promise<void> {
  const { table, once } = ROWS[kind]
  const isSame = once.map((column) => `other.${column} = gone.${column}`).join(" and ")
  const undone = await rowsOf(
    sql,
    added
      ? `update ${table} set deleted_at = clock_timestamp(), updated_at = clock_timestamp()
         where id = ? and deleted_at is null returning id`
      : `update ${table} gone set deleted_at = null, updated_at = clock_timestamp()
         where id = ? and deleted_at is not null and not exists (
           select 1 from ${table} other where ${isSame} and other.deleted_at is null
         ) returning id`,
    [id]
  )
  if (!undone.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This was changed again since. Nothing was undone"
    )
  }
}
