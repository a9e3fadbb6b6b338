import { rowsOf, type Sql } from "../../../sql"
import { awaitingOf } from "../domain/awaiting"
import type { Status } from "../domain/ticket-status"
import type { LockedTicket } from "./lock-ticket"
import type { Post, TicketState } from "./post"
import type { Change } from "./ticket-events"

export const STATE_COLUMNS = [
  "version",
  "reply_count",
  "status_id",
  "status_category",
  "awaiting",
  "held_by_id",
  "locked_by_id",
  "closed_at",
  "last_agent_id",
  "last_message_at",
  "snoozed_until",
  "snoozed_by_id",
] as const satisfies readonly (keyof TicketState)[]

/** What a post changes on a ticket, as it is now, and the database's time. */
export async function stateOf(
  sql: Sql,
  ticketId: string
): Promise<TicketState & { now: Date }> {
  const [state] = await rowsOf<TicketState & { now: Date }>(
    sql,
    `select ${STATE_COLUMNS.join(", ")}, clock_timestamp() as now
     from crm_ticket where id = ?`,
    [ticketId]
  )
  return state
}

/**
 * What a post does to its ticket. A claim ends with one that closes it, unless its holder keeps it
 * (V-70); a snooze ends with any other status than pending.
 */
export async function recordPostOnTicket(
  sql: Sql,
  ticket: LockedTicket,
  post: Pick<Post, "kind" | "keep_in_my_tickets"> & { author_id: string | null },
  status: Status | null
): Promise<void> {
  const category = status?.category ?? ticket.status_category
  const isClosing = status?.category === "closed"
  const awaiting =
    post.kind === "agent"
      ? awaitingOf("agent", category)
      : post.kind === "note" && isClosing
        ? "none"
        : null

  await sql.raw(
    `update crm_ticket
     set version = version + 1,
         reply_count = reply_count + ?,
         status_id = ?, status_category = ?,
         awaiting = coalesce(?, awaiting),
         held_by_id = case when ? = 'on_hold' then coalesce(held_by_id, ?) end,
         locked_by_id = case when ? then null else locked_by_id end,
         closed_at = case when ? = 'closed' then coalesce(closed_at, clock_timestamp()) end,
         last_agent_id = coalesce(?, last_agent_id),
         snoozed_until = case when ? then null else snoozed_until end,
         snoozed_by_id = case when ? then null else snoozed_by_id end,
         snooze_cut_short = null,
         last_message_at = clock_timestamp(), updated_at = clock_timestamp()
     where id = ?`,
    [
      post.kind === "agent" ? 1 : 0,
      status?.id ?? ticket.status_id,
      category,
      awaiting,
      category,
      post.author_id,
      isClosing && !post.keep_in_my_tickets,
      category,
      post.kind === "system" ? null : post.author_id,
      category !== "pending",
      category !== "pending",
      ticket.id,
    ]
  )
}

export const statusChange = (
  ticket: LockedTicket,
  status: Status | null,
  skipsRating = false
): Change[] =>
  status && status.id !== ticket.status_id
    ? [
        {
          type: "status_changed",
          data: {
            from: ticket.status_category,
            to: status.category,
            status: status.name,
            ...(skipsRating ? { skip_rating: true } : {}),
          },
        },
      ]
    : []
