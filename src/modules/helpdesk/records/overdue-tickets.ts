import { rowsOf, type Sql } from "../../../sql"
import { agentsToNotify } from "./agents"
import { addNotices } from "./notices"

/**
 * Tells agents of tickets whose due date has passed, once for each date, also when several instances
 * ask at the same moment: whoever has the ticket, or the department's agents when nobody has.
 * @returns the tickets
 */
export async function tellOfOverdueTickets(sql: Sql, limit: number): Promise<string[]> {
  const overdue = await rowsOf<{
    id: string
    due_at: Date
    department_id: string
    holder_id: string | null
  }>(
    sql,
    `with overdue as (
       select id from crm_ticket
       where due_at <= clock_timestamp() and overdue_told_for is distinct from due_at
         and status_category <> 'closed' and deleted_at is null and merged_into_id is null
       order by due_at limit ? for update skip locked
     )
     update crm_ticket ticket set overdue_told_for = ticket.due_at
     from overdue where ticket.id = overdue.id
     returning ticket.id, ticket.due_at, ticket.department_id,
               coalesce(ticket.assignee_id, ticket.locked_by_id) as holder_id`,
    [limit]
  )
  for (const { id, due_at, department_id, holder_id } of overdue) {
    await addNotices(sql, {
      ticket_id: id,
      kind: "ticket_overdue",
      user_ids: holder_id ? [holder_id] : await agentsToNotify(sql, department_id),
      actor_id: null,
      key: `overdue:${id}:${due_at.toISOString()}`,
    })
  }
  return overdue.map(({ id }) => id)
}
