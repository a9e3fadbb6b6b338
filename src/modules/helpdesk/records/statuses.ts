import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { Status, StatusCategory } from "../domain/ticket-status"

export type StatusRow = Status & { position: number }
type StatusFields = Partial<Pick<StatusRow, "name" | "position" | "is_default">>

const COLUMNS = "id, name, category, position, is_default"

// Medusa's generated methods are not used here: the plural of a name that ends in "status" differs
// between their types and their runtime.

export const listStatuses = (sql: Sql): Promise<StatusRow[]> =>
  rowsOf<StatusRow>(
    sql,
    `select ${COLUMNS} from crm_ticket_status where deleted_at is null order by position, id`
  )

export async function createStatus(
  sql: Sql,
  {
    name,
    category,
    position = 0,
    is_default = false,
  }: StatusFields & Pick<StatusRow, "name" | "category">
): Promise<StatusRow> {
  const id = generateEntityId("", "crmstat")

  await insertRows(sql, "crm_ticket_status", [
    { id, name, category, position, is_default: false },
  ])
  return updateStatus(sql, id, { is_default })
}

/**
 * A category keeps exactly one default: making another one the default is how it changes.
 * @throws NOT_FOUND
 */
export async function updateStatus(
  sql: Sql,
  id: string,
  { name, position, is_default }: StatusFields
): Promise<StatusRow> {
  const [status] = await rowsOf<StatusRow>(
    sql,
    `update crm_ticket_status
     set name = coalesce(?, name), position = coalesce(?, position), updated_at = now()
     where id = ? and deleted_at is null returning ${COLUMNS}`,
    [name ?? null, position ?? null, id]
  )
  if (!status) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Status ${id} was not found`)
  }
  if (is_default) {
    await makeDefault(sql, id, status.category)
  }
  return { ...status, is_default: is_default || status.is_default }
}

/** @throws NOT_ALLOWED for a status in use, and for the default of its category */
export async function deleteStatus(sql: Sql, id: string): Promise<void> {
  await assertStatusCanGo(sql, id)
  await sql.raw(`update crm_ticket_status set deleted_at = now() where id = ?`, [id])
}

async function makeDefault(
  sql: Sql,
  id: string,
  category: StatusCategory
): Promise<void> {
  await sql.raw(
    `update crm_ticket_status set is_default = (id = ?)
     where category = ? and deleted_at is null and is_default <> (id = ?)`,
    [id, category, id]
  )
}

async function assertStatusCanGo(sql: Sql, id: string): Promise<void> {
  const [status] = await rowsOf<{ name: string; is_default: boolean; is_used: boolean }>(
    sql,
    `select name, is_default,
            exists (select 1 from crm_ticket where status_id = status.id) or exists (
              select 1 from crm_department
              where deleted_at is null and status.id in (status_after_reply, status_after_note)
            ) as is_used
     from crm_ticket_status status where id = ? and deleted_at is null`,
    [id]
  )
  if (!status) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Status ${id} was not found`)
  }
  if (status.is_default) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `"${status.name}" is the default of its category. Make another one the default first`
    )
  }
  if (status.is_used) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `"${status.name}" is in use by tickets or departments. Change those first`
    )
  }
}
