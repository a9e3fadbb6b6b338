import { rowsOf, type Sql } from "../../../sql"
import type { FollowUpRow } from "../records/follow-ups"

export type FollowUpQuery = {
  done?: boolean
  /** Whose they are: given to the agent, or made by them and given to nobody. */
  user_id?: string
  /** Due until then. */
  due_before?: string
  limit: number
  offset: number
}

export type ListedFollowUp = FollowUpRow & {
  ticket: { id: string; number: number; subject: string }
}

/** Follow-ups of tickets that are not in the trash, the next one first. */
export async function listFollowUps(
  sql: Sql,
  { limit, offset, ...filters }: FollowUpQuery
): Promise<{ follow_ups: ListedFollowUp[]; count: number }> {
  const where = `${FROM} and (?::boolean is null or (follow_up.done_at is not null) = ?::boolean)
    and (?::text is null or coalesce(follow_up.assignee_id, follow_up.created_by_id) = ?::text)
    and (?::timestamptz is null or follow_up.due_at <= ?::timestamptz)`
  const bindings = [filters.done, filters.user_id, filters.due_before].flatMap(
    (value) => [value ?? null, value ?? null]
  )
  const [follow_ups, [{ count }]] = await Promise.all([
    rowsOf<ListedFollowUp>(
      sql,
      `select ${COLUMNS} ${where} order by follow_up.due_at, follow_up.id limit ? offset ?`,
      [...bindings, limit, offset]
    ),
    rowsOf<{ count: number }>(sql, `select count(*)::int as count ${where}`, bindings),
  ])
  return { follow_ups, count }
}

/** One by its id, or all of a ticket: what is open first, by its time. */
export const followUpsOf = (
  sql: Sql,
  { id, ticket_id }: { id?: string; ticket_id?: string }
): Promise<ListedFollowUp[]> =>
  rowsOf<ListedFollowUp>(
    sql,
    `select ${COLUMNS} ${FROM}
       and (?::text is null or follow_up.id = ?) and (?::text is null or ticket.id = ?)
     order by follow_up.done_at is not null, follow_up.due_at, follow_up.id`,
    [id ?? null, id ?? null, ticket_id ?? null, ticket_id ?? null]
  )

const COLUMNS = `follow_up.*, json_build_object('id', ticket.id, 'number', ticket.number,
  'subject', ticket.subject) as ticket`

const FROM = `from crm_follow_up follow_up
  join crm_ticket ticket on ticket.id = follow_up.ticket_id and ticket.deleted_at is null
  where follow_up.deleted_at is null`
