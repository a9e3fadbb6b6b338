import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import { statusAfter } from "../domain/ticket-status"
import { ticketStatuses } from "./lock-ticket"

/** @throws NOT_ALLOWED when the desk has as many departments as it may (V-09) */
export async function assertRoomForDepartment(sql: Sql, most: number): Promise<void> {
  // One creation at a time: two at once would both see room.
  await sql.raw(`select pg_advisory_xact_lock(hashtextextended('crm-departments', 0))`)
  const [{ count }] = await rowsOf<{ count: number }>(
    sql,
    `select count(*)::int as count from crm_department where deleted_at is null`
  )
  if (count >= most) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The desk has ${count} departments, and ${most} is the most. Delete one, or raise the plugin option maxDepartments`
    )
  }
}

/** @throws DUPLICATE_ERROR when another department is called so */
export async function assertNameIsFree(
  sql: Sql,
  table: "crm_department" | "crm_classification" | "crm_team",
  name: string,
  exceptId?: string
): Promise<void> {
  const column = table === "crm_department" ? "private_name" : "name"
  const rows = await rowsOf(
    sql,
    `select 1 from ${table}
     where lower(${column}) = lower(?) and deleted_at is null and id <> ?`,
    [name, exceptId ?? ""]
  )
  if (rows.length) {
    throw new MedusaError(
      MedusaError.Types.DUPLICATE_ERROR,
      `There is already one called "${name}". Choose another name`
    )
  }
}

/** @throws INVALID_DATA when a default names no status */
export async function assertStatusDefaults(
  sql: Sql,
  defaults: (string | undefined)[]
): Promise<void> {
  const statuses = await ticketStatuses(sql)

  defaults.forEach((wanted) => wanted !== undefined && statusAfter(wanted, statuses))
}

/** @throws NOT_ALLOWED while tickets are in the department */
export async function assertNoTickets(sql: Sql, departmentId: string): Promise<void> {
  // Whoever puts a ticket into it holds the row for share: none comes in after we counted.
  await sql.raw(`select 1 from crm_department where id = ? for update`, [departmentId])
  const [{ count }] = await rowsOf<{ count: number }>(
    sql,
    `select count(*)::int as count from crm_ticket
     where department_id = ? and deleted_at is null`,
    [departmentId]
  )
  if (count) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The department still has ${count} ${count === 1 ? "ticket" : "tickets"}. Move them to another one first`
    )
  }
}

export type TicketCounts = { ticket_count: number; open_ticket_count: number }

export async function ticketCounts(sql: Sql): Promise<Map<string, TicketCounts>> {
  const rows = await rowsOf<TicketCounts & { department_id: string }>(
    sql,
    `select department_id, count(*)::int as ticket_count,
            (count(*) filter (where status_category <> 'closed'))::int as open_ticket_count
     from crm_ticket where deleted_at is null and merged_into_id is null
     group by department_id`
  )
  return new Map(rows.map(({ department_id, ...counts }) => [department_id, counts]))
}
