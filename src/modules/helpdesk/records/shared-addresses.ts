import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"

/** Marks an address as one that several people write from, or takes the mark off (X-16 AC3). */
export async function markShared(
  sql: Sql,
  email: string,
  { is_shared, marked_by }: { is_shared: boolean; marked_by: string | null }
): Promise<void> {
  if (is_shared) {
    await insertRows(
      sql,
      "crm_shared_address",
      [{ id: generateEntityId("", "shaddr"), email: email.toLowerCase(), marked_by }],
      "on conflict (email) where deleted_at is null do nothing"
    )
  } else {
    await sql.raw(`delete from crm_shared_address where email = ?`, [email.toLowerCase()])
  }
}

/** Which of these addresses are shared, in lower case. */
export async function sharedAmong(sql: Sql, emails: string[]): Promise<Set<string>> {
  const rows = await rowsOf<{ email: string }>(
    sql,
    `select email from crm_shared_address where email = any(?) and deleted_at is null`,
    [[...new Set(emails.map((email) => email.toLowerCase()))]]
  )
  return new Set(rows.map(({ email }) => email))
}
