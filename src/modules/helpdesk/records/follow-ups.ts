import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { Actor, FollowUpDTO } from "../types"
import { assertNotMerged, lockTicket } from "./lock-ticket"
import { addNotices } from "./notices"
import { recordChanges } from "./ticket-events"

export type NewFollowUp = { text: string; due_at: string; assignee_id?: string | null }
export type FollowUpChanges = Partial<NewFollowUp> & { done?: boolean }
export type FollowUpRow = Omit<FollowUpDTO, "ticket">

/** Adds what is to be done next (V-76). The ticket is locked by the caller. */
export async function addFollowUp(
  sql: Sql,
  ticket_id: string,
  { text, due_at, assignee_id = null }: NewFollowUp,
  actor: Actor,
  message_id: string | null = null
): Promise<{ id: string; event_ids: string[] }> {
  const id = generateEntityId("", "fup")

  await insertRows(sql, "crm_follow_up", [
    { id, ticket_id, message_id, text, due_at, assignee_id, created_by_id: actor.id },
  ])
  await refreshNextAction(sql, ticket_id)
  const event_ids = await recordChanges(sql, ticket_id, actor, [
    { type: "follow_up_added", data: { follow_up_id: id, text, due_at, assignee_id } },
  ])
  await addNotices(sql, {
    ticket_id,
    kind: "follow_up_assigned",
    user_ids: [assignee_id],
    actor_id: actor.id,
    key: `follow-up:${id}:${assignee_id}`,
  })
  return { id, event_ids }
}

/** A follow-up by itself, without a post. */
export async function createFollowUp(
  sql: Sql,
  ticketId: string,
  followUp: NewFollowUp,
  actor: Actor
): Promise<string> {
  assertNotMerged(await lockTicket(sql, ticketId))

  return (await addFollowUp(sql, ticketId, followUp, actor)).id
}

/** Changes, ticks off or reopens. @returns it as it was before @throws NOT_FOUND */
export async function changeFollowUp(
  sql: Sql,
  id: string,
  { done, ...fields }: FollowUpChanges,
  actor: Actor
): Promise<FollowUpRow> {
  const before = await lockFollowUp(sql, id)
  const changed = changedFields(before, fields)
  const isTicking = done !== undefined && done !== (before.done_at !== null)
  const isNewTime = changed.due_at !== undefined || (isTicking && !done)

  await sql.raw(
    `update crm_follow_up
     set text = coalesce(?, text), due_at = coalesce(?::timestamptz, due_at),
         assignee_id = case when ? then ? else assignee_id end,
         done_at = case when not ? then done_at when ? then clock_timestamp() end,
         done_by_id = case when not ? then done_by_id when ? then ? end,
         reminded_at = case when ? then null else reminded_at end,
         updated_at = clock_timestamp()
     where id = ?`,
    [
      changed.text ?? null,
      changed.due_at ?? null,
      changed.assignee_id !== undefined,
      changed.assignee_id ?? null,
      isTicking,
      Boolean(done),
      isTicking,
      Boolean(done),
      actor.id,
      isNewTime,
      id,
    ] as string[]
  )
  await refreshNextAction(sql, before.ticket_id)
  await recordChanges(sql, before.ticket_id, actor, [
    ...(Object.keys(changed).length
      ? [
          {
            type: "follow_up_changed",
            data: { follow_up_id: id, text: before.text, ...changed },
          },
        ]
      : []),
    ...(isTicking
      ? [
          {
            type: done ? "follow_up_done" : "follow_up_reopened",
            data: { follow_up_id: id, text: changed.text ?? before.text },
          },
        ]
      : []),
  ])
  await addNotices(sql, {
    ticket_id: before.ticket_id,
    kind: "follow_up_assigned",
    user_ids: [changed.assignee_id],
    actor_id: actor.id,
    key: `follow-up:${id}:${changed.assignee_id}`,
  })
  return before
}

/** @returns it as it was @throws NOT_FOUND */
export async function removeFollowUp(
  sql: Sql,
  id: string,
  actor: Actor
): Promise<FollowUpRow> {
  const before = await lockFollowUp(sql, id)

  await sql.raw(`update crm_follow_up set deleted_at = clock_timestamp() where id = ?`, [
    id,
  ])
  await refreshNextAction(sql, before.ticket_id)
  await recordChanges(sql, before.ticket_id, actor, [
    { type: "follow_up_removed", data: { follow_up_id: id, text: before.text } },
  ])
  return before
}

/** Puts a follow-up back as it was, whatever became of it: the opposite of a change and a removal. */
export async function restoreFollowUp(sql: Sql, before: FollowUpRow): Promise<void> {
  await sql.raw(
    `update crm_follow_up
     set text = ?, due_at = ?, assignee_id = ?, done_at = ?, done_by_id = ?, reminded_at = ?,
         deleted_at = null
     where id = ?`,
    [
      before.text,
      before.due_at,
      before.assignee_id,
      before.done_at,
      before.done_by_id,
      before.reminded_at,
      before.id,
    ] as string[]
  )
  await refreshNextAction(sql, before.ticket_id)
}

/**
 * Reminds of what is due, once each, also when several instances ask at the same moment.
 * @returns the tickets and their follow-ups
 */
export async function remindDueFollowUps(
  sql: Sql,
  limit: number
): Promise<{ id: string; ticket_id: string }[]> {
  const due = await rowsOf<{
    id: string
    ticket_id: string
    due_at: Date
    user_ids: (string | null)[]
  }>(
    sql,
    `with due as (
       select follow_up.id from crm_follow_up follow_up
       join crm_ticket ticket on ticket.id = follow_up.ticket_id and ticket.deleted_at is null
       where follow_up.done_at is null and follow_up.reminded_at is null
         and follow_up.deleted_at is null and follow_up.due_at <= clock_timestamp()
       order by follow_up.due_at limit ? for update of follow_up skip locked
     )
     update crm_follow_up follow_up
     set reminded_at = clock_timestamp(), updated_at = clock_timestamp()
     from due, crm_ticket ticket
     where follow_up.id = due.id and ticket.id = follow_up.ticket_id
     returning follow_up.id, follow_up.ticket_id, follow_up.due_at,
       json_build_array(coalesce(follow_up.assignee_id, follow_up.created_by_id,
                                 ticket.locked_by_id, ticket.assignee_id)) as user_ids`,
    [limit]
  )
  for (const { id, ticket_id, due_at, user_ids } of due) {
    await addNotices(sql, {
      ticket_id,
      kind: "follow_up_due",
      user_ids,
      actor_id: null,
      key: `follow-up-due:${id}:${due_at.toISOString()}`,
    })
  }
  return due.map(({ id, ticket_id }) => ({ id, ticket_id }))
}

/** The list's column says when the first open follow-up of a ticket is due (V-37). */
export async function refreshNextAction(sql: Sql, ticketId: string): Promise<void> {
  await sql.raw(
    `update crm_ticket set next_action_due_at = (
       select min(due_at) from crm_follow_up
       where ticket_id = ? and done_at is null and deleted_at is null
     ) where id = ?`,
    [ticketId, ticketId]
  )
}

/** The ticket first, as everywhere: whoever posts on it holds it and may touch its follow-ups. */
async function lockFollowUp(sql: Sql, id: string): Promise<FollowUpRow> {
  const [found] = await rowsOf<{ ticket_id: string }>(
    sql,
    `select ticket_id from crm_follow_up where id = ? and deleted_at is null`,
    [id]
  )
  if (found) {
    await lockTicket(sql, found.ticket_id)
  }
  const [followUp] = await rowsOf<FollowUpRow>(
    sql,
    `select * from crm_follow_up where id = ? and deleted_at is null for update`,
    [id]
  )
  if (!followUp) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Follow-up ${id} was not found`)
  }
  return followUp
}

function changedFields(before: FollowUpRow, fields: Partial<NewFollowUp>) {
  const { text, due_at, assignee_id } = fields

  return {
    ...(text !== undefined && text !== before.text ? { text } : {}),
    ...(due_at !== undefined && Date.parse(due_at) !== before.due_at.getTime()
      ? { due_at }
      : {}),
    ...(assignee_id !== undefined && assignee_id !== before.assignee_id
      ? { assignee_id }
      : {}),
  }
}
