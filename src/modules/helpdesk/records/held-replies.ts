import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import { assertLater } from "../domain/later"
import type { DeliveryState, Hold } from "../domain/message"
import { statusAfter, type Status, type StatusCategory } from "../domain/ticket-status"
import type { Actor, OnRelease } from "../types"
import {
  assertNotMerged,
  lockTicket,
  ticketStatuses,
  type LockedTicket,
} from "./lock-ticket"
import { addNotices } from "./notices"
import { recordPostOnTicket, statusChange } from "./post-on-ticket"
import { recordChanges } from "./ticket-events"
import { announceReply } from "./watchers"

export type HeldReply = {
  id: string
  ticket_id: string
  author_id: string | null
  delivery_state: DeliveryState | null
  hold: Hold | null
  held_until: Date | null
  on_release: OnRelease | null
}

export type ReleasedReply = {
  ticket_id: string
  message_id: string
  /** Null when it was given up, because its ticket is gone. */
  left: { status_before: StatusCategory; status: StatusCategory } | null
}

/** Replies whose time has come, the oldest first. */
export const heldRepliesDue = async (sql: Sql, limit: number): Promise<string[]> =>
  (
    await rowsOf<{ id: string }>(
      sql,
      `select id from crm_ticket_message
       where delivery_state = 'held' and hold in ('undo', 'scheduled')
         and held_until <= clock_timestamp() and deleted_at is null
       order by held_until limit ?`,
      [limit]
    )
  ).map(({ id }) => id)

/**
 * Lets a held reply go, in the caller's transaction. It holds the ticket as whoever takes the reply
 * back does, and as a customer's mail does: exactly one of them comes first.
 * @returns null when it was taken back, or another released it
 */
export async function releaseReply(sql: Sql, id: string): Promise<ReleasedReply | null> {
  const reply = await lockHeldReply(sql, id)

  if (
    reply?.delivery_state !== "held" ||
    reply.hold === "asked" ||
    !(await isDue(sql, id))
  ) {
    return null
  }
  return release(sql, reply)
}

/** "Send now": also a reply that the customer's mail overtook. @throws NOT_ALLOWED when it has left */
export async function sendReplyNow(
  sql: Sql,
  ticketId: string,
  id: string
): Promise<ReleasedReply> {
  const reply = await assertHeld(sql, ticketId, id)

  assertNotMerged(await lockTicket(sql, ticketId))

  return release(sql, reply)
}

/** Another time for a reply that has not left. @throws NOT_ALLOWED, INVALID_DATA for a time that is none */
export async function rescheduleReply(
  sql: Sql,
  {
    ticket_id,
    message_id,
    send_at,
  }: { ticket_id: string; message_id: string; send_at: string },
  actor: Actor
): Promise<void> {
  const { hold, held_until } = await assertHeld(sql, ticket_id, message_id)

  assertNotMerged(await lockTicket(sql, ticket_id))
  if (hold === "undo") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This reply is about to leave. Undo it, and send it again with a time"
    )
  }
  const [{ now }] = await rowsOf<{ now: Date }>(sql, `select clock_timestamp() as now`)

  assertLater(new Date(send_at), now, "The reply cannot be sent")
  await sql.raw(
    `update crm_ticket_message set hold = 'scheduled', held_until = ?, updated_at = now()
     where id = ?`,
    [send_at, message_id]
  )
  await recordChanges(sql, ticket_id, actor, [
    { type: "reply_rescheduled", data: { message_id, from: held_until, to: send_at } },
  ])
}

/**
 * The customer wrote on these tickets before a scheduled reply could leave: it is asked about, or
 * taken out of the way, as whoever scheduled it wished (E-10). One statement for a whole batch.
 */
export async function stopScheduledReplies(sql: Sql, ticketIds: string[]): Promise<void> {
  if (!ticketIds.length) {
    return
  }
  const stopped = await rowsOf<{
    id: string
    ticket_id: string
    author_id: string | null
    is_asked: boolean
  }>(
    sql,
    `update crm_ticket_message
     set hold = case when on_release->>'if_customer_writes' = 'cancel' then hold else 'asked' end,
         delivery_state =
           case when on_release->>'if_customer_writes' = 'cancel' then 'cancelled' else 'held' end,
         updated_at = now()
     where ticket_id = any(?) and hold = 'scheduled' and delivery_state = 'held'
       and deleted_at is null
     returning id, ticket_id, author_id, hold = 'asked' as is_asked`,
    [ticketIds]
  )
  for (const { id, ticket_id, author_id, is_asked } of stopped) {
    await recordChanges(sql, ticket_id, NOBODY, [
      { type: is_asked ? "reply_asked" : "reply_cancelled", data: { message_id: id } },
    ])
    await addNotices(sql, {
      ticket_id,
      message_id: id,
      kind: is_asked ? "reply_asked" : "reply_cancelled",
      user_ids: [author_id],
      actor_id: null,
      key: `stopped:${id}`,
    })
  }
}

/** Locks the ticket and then the reply, as everybody does. @returns null for an unknown one */
export async function lockHeldReply(sql: Sql, id: string): Promise<HeldReply | null> {
  const [found] = await rowsOf<{ ticket_id: string }>(
    sql,
    `select ticket_id from crm_ticket_message where id = ? and deleted_at is null`,
    [id]
  )
  if (!found) {
    return null
  }
  await sql.raw(`select 1 from crm_ticket where id = ? for update`, [found.ticket_id])
  const [reply] = await rowsOf<HeldReply>(
    sql,
    `select id, ticket_id, author_id, delivery_state, hold, held_until, on_release
     from crm_ticket_message where id = ? and deleted_at is null for update`,
    [id]
  )
  return reply ?? null
}

async function assertHeld(sql: Sql, ticketId: string, id: string): Promise<HeldReply> {
  const reply = await lockHeldReply(sql, id)

  if (reply?.ticket_id !== ticketId) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Message ${id} was not found on this ticket`
    )
  }
  if (reply.delivery_state !== "held") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      reply.delivery_state === "cancelled"
        ? "This reply was cancelled. Take it back into the composer and send it again"
        : "This reply has left already"
    )
  }
  return reply
}

async function isDue(sql: Sql, id: string): Promise<boolean> {
  const due = await rowsOf(
    sql,
    `select 1 from crm_ticket_message where id = ? and held_until <= clock_timestamp()`,
    [id]
  )
  return due.length > 0
}

async function release(sql: Sql, reply: HeldReply): Promise<ReleasedReply> {
  const { id, ticket_id, author_id, hold } = reply
  const isScheduled = hold !== "undo"
  const outcome = { ticket_id, message_id: id }

  if (isScheduled && (await isGone(sql, ticket_id))) {
    await giveUp(sql, reply)
    return { ...outcome, left: null }
  }
  await sql.raw(
    `update crm_ticket_message
     set delivery_state = 'waiting', hold = null, delivery_error = null,
         created_at = case when ? then clock_timestamp() else created_at end,
         updated_at = clock_timestamp()
     where id = ?`,
    [isScheduled, id]
  )
  const left = isScheduled ? await sayOnTicket(sql, reply) : await asItIs(sql, ticket_id)

  await announceReply(sql, ticket_id, id, author_id)

  return { ...outcome, left }
}

/** A scheduled reply is said when it leaves: now its ticket changes, and not when it was written. */
async function sayOnTicket(sql: Sql, { ticket_id, author_id, on_release }: HeldReply) {
  const ticket = await lockTicket(sql, ticket_id)
  const status = await statusOnRelease(sql, on_release)
  const actor: Actor = { type: author_id ? "user" : "system", id: author_id }

  await recordPostOnTicket(
    sql,
    ticket,
    {
      kind: "agent",
      author_id,
      keep_in_my_tickets: on_release?.keep_in_my_tickets ?? false,
    },
    status
  )
  await recordChanges(
    sql,
    ticket_id,
    actor,
    statusChange(ticket, status, on_release?.skip_rating)
  )

  return {
    status_before: ticket.status_category,
    status: status?.category ?? ticket.status_category,
  }
}

async function asItIs(sql: Sql, ticketId: string) {
  const [{ status }] = await rowsOf<{ status: StatusCategory }>(
    sql,
    `select status_category as status from crm_ticket where id = ?`,
    [ticketId]
  )
  return { status_before: status, status }
}

/** A status that was removed since leaves the ticket as it is: the reply is not kept back for it. */
async function statusOnRelease(
  sql: Sql,
  on_release: OnRelease | null
): Promise<Status | null> {
  const statuses = await ticketStatuses(sql)

  try {
    return statusAfter(on_release?.status_after ?? "unchanged", statuses)
  } catch {
    return null
  }
}

async function isGone(sql: Sql, ticketId: string): Promise<boolean> {
  const gone = await rowsOf<Pick<LockedTicket, "id">>(
    sql,
    `select id from crm_ticket
     where id = ? and (deleted_at is not null or merged_into_id is not null)`,
    [ticketId]
  )
  return gone.length > 0
}

async function giveUp(sql: Sql, { id, ticket_id, author_id }: HeldReply): Promise<void> {
  await sql.raw(
    `update crm_ticket_message
     set delivery_state = 'cancelled', updated_at = clock_timestamp(),
         delivery_error = 'Its ticket was deleted or merged before the time came'
     where id = ?`,
    [id]
  )
  await recordChanges(sql, ticket_id, NOBODY, [
    { type: "reply_cancelled", data: { message_id: id } },
  ])
  await addNotices(sql, {
    ticket_id,
    message_id: id,
    kind: "reply_cancelled",
    user_ids: [author_id],
    actor_id: null,
    key: `stopped:${id}`,
  })
}

const NOBODY: Actor = { type: "system", id: null }
