import { rowsOf, type Sql } from "../../../sql"
import { assertLater } from "../domain/later"
import { defaultStatus, type StatusCategory } from "../domain/ticket-status"
import type { Actor } from "../types"
import { changeTicket } from "./change-ticket"
import { assertNotMerged, lockTicket, ticketStatuses } from "./lock-ticket"
import { addNotices } from "./notices"
import { recordChanges } from "./ticket-events"
import { keepUndo } from "./undo"

export type Snoozed = {
  ticket_id: string
  until: string | null
  status_before: StatusCategory
  status: StatusCategory
  undo: string
}

/** What a snooze changes, as it was. */
export type SnoozeState = {
  snoozed_until: string | null
  snoozed_by_id: string | null
  snooze_cut_short: string | null
  status_id: string
  status_category: StatusCategory
  held_by_id: string | null
  closed_at: string | null
}

export type SnoozeTraces = {
  before: SnoozeState
  until: string | null
  event_ids: string[]
}

/**
 * Puts a ticket out of the way until a time, or wakes it (E-11). The customer sees that it is waited
 * for: a snoozed ticket is pending, never closed.
 * @throws INVALID_DATA for a time in the past or more than a year ahead
 */
export async function snoozeTicket(
  sql: Sql,
  id: string,
  until: string | null,
  actor: Actor
): Promise<Snoozed> {
  const ticket = await lockTicket(sql, id)

  assertNotMerged(ticket)
  if (until) {
    const [{ now }] = await rowsOf<{ now: Date }>(sql, `select clock_timestamp() as now`)

    assertLater(new Date(until), now, "The ticket cannot sleep")
  }
  const before = await snoozeState(sql, id)
  const category = until ? "pending" : ticket.snoozed_until ? "open" : null
  const status = category && (await setCategory(sql, id, category, actor))

  await setSnooze(sql, id, until, actor.id)
  const event_ids = await recordChanges(sql, id, actor, [
    until
      ? { type: "snoozed", data: { to: until } }
      : { type: "woken", data: { by: "agent", from: before.snoozed_until } },
  ])
  return {
    ticket_id: id,
    until,
    status_before: ticket.status_category,
    status: status ?? ticket.status_category,
    undo: await keepUndo(sql, {
      kind: "snooze",
      ticket_id: id,
      actor,
      data: { before, until, event_ids },
    }),
  }
}

/** Wakes a ticket whose time has come. @returns null when another did, or it was put off again */
export async function wakeTicket(
  sql: Sql,
  id: string
): Promise<Pick<Snoozed, "ticket_id" | "status_before" | "status"> | null> {
  const [due] = await rowsOf<{ snoozed_by_id: string | null; owner_id: string | null }>(
    sql,
    `select snoozed_by_id, coalesce(locked_by_id, assignee_id) as owner_id from crm_ticket
     where id = ? and snoozed_until <= clock_timestamp() and deleted_at is null
     for update skip locked`,
    [id]
  )
  if (!due) {
    return null
  }
  const ticket = await lockTicket(sql, id)
  const status =
    ticket.status_category === "pending"
      ? await setCategory(sql, id, "open", THE_CLOCK)
      : ticket.status_category

  await setSnooze(sql, id, null, null)
  await recordChanges(sql, id, THE_CLOCK, [
    { type: "woken", data: { by: "clock", from: ticket.snoozed_until } },
  ])
  await addNotices(sql, {
    ticket_id: id,
    kind: "snooze_ended",
    user_ids: [due.snoozed_by_id, due.owner_id],
    actor_id: null,
    key: `snooze-ended:${id}:${ticket.snoozed_until?.toISOString()}`,
  })
  return { ticket_id: id, status_before: ticket.status_category, status }
}

/** Tickets whose time has come, the longest overdue first. */
export const ticketsToWake = async (sql: Sql, limit: number): Promise<string[]> =>
  (
    await rowsOf<{ id: string }>(
      sql,
      `select id from crm_ticket
       where snoozed_until is not null and snoozed_until <= clock_timestamp()
         and deleted_at is null order by snoozed_until limit ?`,
      [limit]
    )
  ).map(({ id }) => id)

/** Takes a snooze back, unless the ticket was woken or put off again since. */
export async function undoSnooze(
  sql: Sql,
  ticket_id: string,
  { before, until, event_ids }: SnoozeTraces
): Promise<void> {
  await lockTicket(sql, ticket_id)
  const columns = Object.keys(before) as (keyof SnoozeState)[]

  await sql.raw(
    `update crm_ticket set ${columns.map((column) => `${column} = ?`).join(", ")},
       updated_at = clock_timestamp()
     where id = ? and snoozed_until is not distinct from ?::timestamptz`,
    [...columns.map((column) => before[column]), ticket_id, until] as string[]
  )
  await sql.raw(`delete from crm_ticket_event where id = any(?)`, [event_ids])
}

const THE_CLOCK: Actor = { type: "system", id: null }

async function snoozeState(sql: Sql, id: string): Promise<SnoozeState> {
  const [state] = await rowsOf<SnoozeState>(
    sql,
    `select snoozed_until, snoozed_by_id, snooze_cut_short, status_id, status_category,
            held_by_id, closed_at
     from crm_ticket where id = ?`,
    [id]
  )
  return state
}

const setSnooze = (sql: Sql, id: string, until: string | null, by: string | null) =>
  sql.raw(
    `update crm_ticket
     set snoozed_until = ?::timestamptz, snoozed_by_id = ?, snooze_cut_short = null,
         updated_at = clock_timestamp()
     where id = ?`,
    [until, until ? by : null, id] as string[]
  )

async function setCategory(
  sql: Sql,
  id: string,
  category: StatusCategory,
  actor: Actor
): Promise<StatusCategory> {
  const { id: status } = defaultStatus(await ticketStatuses(sql), category)

  return (await changeTicket(sql, id, { status }, actor)).status
}
