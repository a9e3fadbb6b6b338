import { rowsOf, type Sql } from "../../../sql"

export type DeskSummary = {
  departments: number
  open_tickets: number
  awaiting_agent: number
  unanswered: number
  mine_open: number
}

/** The desk at a glance, for one agent. */
export async function deskSummary(
  sql: Sql,
  agentId: string | null
): Promise<DeskSummary> {
  const [summary] = await rowsOf<DeskSummary>(
    sql,
    `select
       (select count(*)::int from crm_department where deleted_at is null) as departments,
       count(*)::int as open_tickets,
       (count(*) filter (where awaiting = 'agent'))::int as awaiting_agent,
       (count(*) filter (where awaiting = 'agent' and reply_count = 0))::int as unanswered,
       (count(*) filter (where locked_by_id = ?))::int as mine_open
     from crm_ticket
     where status_category <> 'closed' and deleted_at is null and merged_into_id is null`,
    [agentId]
  )
  return summary
}
