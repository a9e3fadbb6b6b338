import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { afterMerge } from "../domain/after-merge"
import { defaultStatus, type StatusCategory } from "../domain/ticket-status"
import type { Actor } from "../types"
import { carryRows, returnRows, type Carried } from "./carry-rows"
import { updateColumns } from "./change-ticket"
import { survivorsOf } from "./find-candidates"
import {
  assertNotMerged,
  holdTickets,
  lockTicket,
  ticketStatuses,
  type LockedTicket,
} from "./lock-ticket"
import { refreshNextAction } from "./follow-ups"
import { rebuildSearchText } from "./rebuild-search-text"
import { saidAmong } from "./said-messages"
import { settleTicket } from "./settle-ticket"
import { recordChanges } from "./ticket-events"

export type MergedTickets = {
  ticket_id: string
  merged: { id: string; number: number }[]
  merge_ids: string[]
  event_ids: string[]
  status_before: StatusCategory
  status: StatusCategory
}

/** The status that a merge changed, as it was and as it became. */
type Reopened = { before: Record<string, unknown>; status_id: string }
type MergeRow = {
  id: string
  merged_id: string
  created_at: Date
  carried: Carried & { reopened: Reopened | null }
}

/**
 * Merges tickets into one, in the caller's transaction: messages with their files, people, orders,
 * products and history go along. The merged ones keep their state and lead to the survivor.
 * @throws NOT_FOUND, NOT_ALLOWED for one that was merged already
 */
export async function mergeTickets(
  sql: Sql,
  survivorId: string,
  ids: string[],
  actor: Actor
): Promise<MergedTickets> {
  const others = [...new Set(ids)]

  if (others.includes(survivorId)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A ticket cannot be merged into itself. Name other tickets"
    )
  }
  await holdTickets(sql, [survivorId, ...others])
  const before = await lockTicket(sql, survivorId)
  const tickets: LockedTicket[] = []

  for (const id of [survivorId, ...others]) {
    const ticket = await lockTicket(sql, id)

    assertNotMerged(ticket)
    tickets.push(ticket)
  }
  const merge_ids: string[] = []
  const event_ids: string[] = []

  for (const ticket of tickets.slice(1)) {
    const done = await mergeOne(sql, survivorId, ticket, actor)

    merge_ids.push(done.merge_id)
    event_ids.push(...done.event_ids)
  }
  await rebuildSearchText(sql, survivorId)
  const after = await lockTicket(sql, survivorId)

  return {
    ticket_id: survivorId,
    merged: tickets.slice(1).map(({ id, number }) => ({ id, number })),
    merge_ids,
    event_ids,
    status_before: before.status_category,
    status: after.status_category,
  }
}

async function mergeOne(
  sql: Sql,
  survivorId: string,
  merged: LockedTicket,
  actor: Actor
): Promise<{ merge_id: string; event_ids: string[] }> {
  const survivor = await lockTicket(sql, survivorId)
  const carried = await carryRows(sql, merged.id, survivor.id)
  const said = await saidAmong(sql, carried.rows.crm_ticket_message)
  const { reopened, category } = await reopen(sql, survivor, merged, actor)
  const merge_id = generateEntityId("", "tmrg")

  await takeMailAccount(sql, survivor.id, merged.id)
  await settleTicket(
    sql,
    { id: survivor.id, status_category: category },
    { came: said.messages, replies: said.replies }
  )
  await refreshNextAction(sql, survivor.id)
  await refreshNextAction(sql, merged.id)
  await updateColumns(sql, merged.id, { merged_into_id: survivor.id })
  await insertRows(sql, "crm_ticket_merge", [
    {
      id: merge_id,
      survivor_id: survivor.id,
      merged_id: merged.id,
      actor_id: actor.id,
      carried: { ...carried, reopened },
    },
  ])
  await recordChanges(sql, merged.id, actor, [
    { type: "merged_into", data: { id: survivor.id, number: survivor.number } },
  ])
  const event_ids = await recordChanges(sql, survivor.id, actor, [
    {
      type: "merged",
      data: { id: merged.id, number: merged.number, subject: merged.subject },
    },
  ])
  return { merge_id, event_ids }
}

async function reopen(
  sql: Sql,
  survivor: LockedTicket,
  merged: LockedTicket,
  actor: Actor
): Promise<{ reopened: Reopened | null; category: StatusCategory }> {
  const category = afterMerge(survivor.status_category, merged.status_category)

  if (!category) {
    return { reopened: null, category: survivor.status_category }
  }
  const { id, status_id, status_category, held_by_id, closed_at } = survivor
  const status = defaultStatus(await ticketStatuses(sql), category)

  await updateColumns(sql, id, {
    status_id: status.id,
    status_category: status.category,
    held_by_id: null,
    closed_at: null,
  })
  await recordChanges(sql, id, actor, [
    {
      type: "status_changed",
      data: { from: status_category, to: status.category, status: status.name },
    },
  ])
  return {
    reopened: {
      before: { status_id, status_category, held_by_id, closed_at },
      status_id: status.id,
    },
    category,
  }
}

/** Answers leave by the door that the latest mail came through (K-2). */
const takeMailAccount = (sql: Sql, survivorId: string, mergedId: string) =>
  sql.raw(
    `update crm_ticket survivor set mail_account_id = merged.mail_account_id
     from crm_ticket merged
     where survivor.id = ? and merged.id = ? and merged.mail_account_id is not null
       and merged.last_message_at > survivor.last_message_at`,
    [survivorId, mergedId]
  )

/**
 * Takes a merged ticket out again, at any time: what came from it goes back, what was written since
 * stays in the survivor.
 * @param survivorId where it lives now, or the ticket it was merged into before that went on
 * @throws NOT_FOUND, NOT_ALLOWED when it is not merged into that one
 */
export async function unmergeTicket(
  sql: Sql,
  survivorId: string,
  mergedId: string,
  actor: Actor
): Promise<{ ticket_id: string; merged_id: string }> {
  const homeId = (await survivorsOf(sql, [mergedId])).get(mergedId) ?? survivorId

  await holdTickets(sql, [homeId, mergedId])
  const merged = await lockTicket(sql, mergedId)
  const home = await lockTicket(sql, homeId)

  if (!merged.merged_into_id || ![homeId, merged.merged_into_id].includes(survivorId)) {
    const { number } = await lockTicket(sql, survivorId)

    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Ticket #${merged.number} is not merged into #${number}. Reload the page to see where it is`
    )
  }
  const merge = await standingMerge(sql, mergedId)
  const messages = merge ? await returnRows(sql, merge.carried, homeId, mergedId) : []
  const category = merge ? await closeAgain(sql, home, merge) : home.status_category

  await updateColumns(sql, mergedId, { merged_into_id: null })
  await sql.raw(
    `update crm_ticket_merge set undone_at = clock_timestamp(), updated_at = clock_timestamp()
     where id = ?`,
    [merge?.id ?? ""]
  )
  await settleTicket(
    sql,
    { id: homeId, status_category: category },
    { came: 0, replies: -(await saidAmong(sql, messages)).replies }
  )
  await settleTicket(sql, merged, { came: 0, replies: 0 })
  await refreshNextAction(sql, homeId)
  await refreshNextAction(sql, mergedId)
  await recordChanges(sql, homeId, actor, [
    { type: "unmerged", data: { id: mergedId, number: merged.number } },
  ])
  await recordChanges(sql, mergedId, actor, [
    { type: "unmerged_from", data: { id: homeId, number: home.number } },
  ])
  await rebuildSearchText(sql, homeId)

  return { ticket_id: homeId, merged_id: mergedId }
}

const standingMerge = async (sql: Sql, mergedId: string) => {
  const [merge] = await rowsOf<MergeRow>(
    sql,
    `select id, merged_id, created_at, carried from crm_ticket_merge
     where merged_id = ? and undone_at is null and deleted_at is null`,
    [mergedId]
  )
  return merge
}

/** What the merge reopened is closed again, unless somebody changed it or wrote since. */
async function closeAgain(
  sql: Sql,
  home: LockedTicket,
  { carried: { reopened }, created_at }: MergeRow
): Promise<StatusCategory> {
  const [{ is_untouched }] = await rowsOf<{ is_untouched: boolean }>(
    sql,
    `select not exists (
       select 1 from crm_ticket_message
       where ticket_id = ? and created_at > ? and deleted_at is null
     ) as is_untouched`,
    [home.id, created_at]
  )
  if (!reopened || !is_untouched || home.status_id !== reopened.status_id) {
    return home.status_category
  }
  await updateColumns(sql, home.id, reopened.before)

  return "closed"
}

/** The tickets that these merges brought in and that are still there. */
export const standingMerges = (sql: Sql, mergeIds: string[]) =>
  rowsOf<{ merged_id: string; survivor_id: string }>(
    sql,
    `select merged_id, survivor_id from crm_ticket_merge
     where id = any(?) and undone_at is null and deleted_at is null order by created_at desc`,
    [mergeIds]
  )
