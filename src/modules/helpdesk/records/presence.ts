import { rowsOf, type Sql } from "../../../sql"

/** Pages say every 15 seconds that they are open: two may get lost before somebody is gone. */
const SECONDS_SEEN = 40

export type Viewer = { id: string; is_writing: boolean }
export type PresenceAnswer = { viewers: Viewer[]; version: number }

/**
 * An agent has the ticket open. One statement, on the database's clock, and no lock on the ticket.
 * @returns the others who have, and the version they all look at; null for an unknown ticket
 */
export async function beat(
  sql: Sql,
  ticketId: string,
  userId: string,
  isWriting: boolean
): Promise<PresenceAnswer | null> {
  const [row] = await rowsOf<PresenceAnswer>(
    sql,
    `with ticket as (
       select id, version from crm_ticket where id = ? and deleted_at is null
     ), mine as (
       insert into crm_ticket_presence (ticket_id, user_id, is_writing, expires_at)
       select id, ?, ?, clock_timestamp() + make_interval(secs => ?) from ticket
       on conflict (ticket_id, user_id) do update
         set is_writing = excluded.is_writing, expires_at = excluded.expires_at
     )
     select ticket.version, coalesce((
       select json_agg(json_build_object('id', other.user_id, 'is_writing', other.is_writing)
                       order by other.user_id)
       from crm_ticket_presence other
       where other.ticket_id = ticket.id and other.user_id <> ?
         and other.expires_at > clock_timestamp()
     ), '[]') as viewers
     from ticket`,
    [ticketId, userId, isWriting, SECONDS_SEEN, userId]
  )
  return row ?? null
}

/** The page was closed: no need to wait until its last sign has run out. */
export async function leave(sql: Sql, ticketId: string, userId: string): Promise<void> {
  await sql.raw(`delete from crm_ticket_presence where ticket_id = ? and user_id = ?`, [
    ticketId,
    userId,
  ])
}

/** Forgets signs that ran out long ago. */
export async function forgetPresence(sql: Sql): Promise<void> {
  await sql.raw(
    `delete from crm_ticket_presence where expires_at < clock_timestamp() - interval '1 hour'`
  )
}
