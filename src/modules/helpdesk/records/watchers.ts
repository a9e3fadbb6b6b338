import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { WatcherKind } from "../domain/watching"
import type { Actor } from "../types"
import { assertNotMerged, lockTicket } from "./lock-ticket"
import { addNotices } from "./notices"
import { recordChanges } from "./ticket-events"

/** `once`: until the next answer. Ending ends that one, or both when it is left out. */
export type Watch = { watch: boolean; once?: boolean }

/** An agent watches a ticket or no longer does (V-58). @returns whether that is news */
export async function watchTicket(
  sql: Sql,
  ticketId: string,
  { watch, once }: Watch,
  actor: Actor & { id: string }
): Promise<boolean> {
  assertNotMerged(await lockTicket(sql, ticketId))

  const changed = watch
    ? await addWatchers(sql, ticketId, [actor.id], once ? "solution" : "follower")
    : await removeWatcher(sql, ticketId, actor.id, endedKinds(once))

  if (changed.length) {
    await recordChanges(sql, ticketId, actor, [
      { type: watch ? "watched" : "unwatched", data: { once: once ?? false } },
    ])
  }
  return changed.length > 0
}

const endedKinds = (once: boolean | undefined): WatcherKind[] =>
  once === undefined ? ["follower", "solution"] : [once ? "solution" : "follower"]

/** Informs colleagues of a ticket, once and without a task for them (M-46). The ticket is locked. */
export async function informAgents(
  sql: Sql,
  ticketId: string,
  userIds: string[],
  actor: Actor
): Promise<string[]> {
  const informed = await addWatchers(sql, ticketId, userIds, "copy")

  if (informed.length) {
    await recordChanges(sql, ticketId, actor, [
      { type: "colleagues_informed", data: { user_ids: informed } },
    ])
    await addNotices(sql, {
      ticket_id: ticketId,
      kind: "copied",
      user_ids: informed,
      actor_id: actor.id,
      key: `copied:${ticketId}`,
    })
  }
  return informed
}

/** Informs colleagues later than when the ticket was written. @returns those who were not yet */
export async function informAgentsLater(
  sql: Sql,
  ticketId: string,
  userIds: string[],
  actor: Actor
): Promise<string[]> {
  assertNotMerged(await lockTicket(sql, ticketId))

  return informAgents(sql, ticketId, userIds, actor)
}

/**
 * An answer is on its way: whoever waited for a solution is told, once, and keeps it to review;
 * followers are told too and stay (V-58).
 */
export async function announceReply(
  sql: Sql,
  ticket_id: string,
  message_id: string,
  actor_id: string | null
): Promise<void> {
  const waiting = await rowsOf<{ user_id: string }>(
    sql,
    `update crm_ticket_watcher set answered_at = clock_timestamp(), updated_at = now()
     where ticket_id = ? and kind = 'solution' and answered_at is null and deleted_at is null
     returning user_id`,
    [ticket_id]
  )
  const told = { ticket_id, message_id, actor_id, key: `message:${message_id}` }

  await addNotices(sql, {
    ...told,
    kind: "solution",
    user_ids: waiting.map(({ user_id }) => user_id),
  })
  await addNotices(sql, {
    ...told,
    kind: "followed_reply",
    user_ids: await followersOf(sql, ticket_id),
  })
}

/** Customers wrote on these tickets: their followers are told. One statement for a whole batch. */
export async function announceCustomerMail(
  sql: Sql,
  messages: { ticket_id: string; message_id: string }[]
): Promise<void> {
  if (!messages.length) {
    return
  }
  const followed = await rowsOf<{ ticket_id: string; user_ids: string[] }>(
    sql,
    `select ticket_id, json_agg(user_id) as user_ids from crm_ticket_watcher
     where ticket_id = any(?) and kind = 'follower' and deleted_at is null group by ticket_id`,
    [messages.map(({ ticket_id }) => ticket_id)]
  )
  for (const { ticket_id, user_ids } of followed) {
    for (const { message_id } of messages.filter((one) => one.ticket_id === ticket_id)) {
      await addNotices(sql, {
        ticket_id,
        message_id,
        kind: "followed_customer",
        user_ids,
        actor_id: null,
        key: `message:${message_id}`,
      })
    }
  }
}

/** @returns those who were not yet; a solution that was reviewed can be waited for again */
async function addWatchers(
  sql: Sql,
  ticket_id: string,
  userIds: string[],
  kind: WatcherKind
): Promise<string[]> {
  const rows = await insertRows<{ user_id: string }>(
    sql,
    "crm_ticket_watcher",
    [...new Set(userIds)].map((user_id) => ({
      id: generateEntityId("", "twatch"),
      ticket_id,
      user_id,
      kind,
    })),
    `on conflict (ticket_id, user_id, kind) where deleted_at is null
     do update set answered_at = null, updated_at = now()
     where crm_ticket_watcher.answered_at is not null returning user_id`
  )
  return rows.map(({ user_id }) => user_id)
}

const removeWatcher = (
  sql: Sql,
  ticketId: string,
  userId: string,
  kinds: WatcherKind[]
) =>
  rowsOf(
    sql,
    `delete from crm_ticket_watcher
     where ticket_id = ? and user_id = ? and kind = any(?) and deleted_at is null returning id`,
    [ticketId, userId, kinds]
  )

const followersOf = async (sql: Sql, ticketId: string) =>
  (
    await rowsOf<{ user_id: string }>(
      sql,
      `select user_id from crm_ticket_watcher
       where ticket_id = ? and kind = 'follower' and deleted_at is null`,
      [ticketId]
    )
  ).map(({ user_id }) => user_id)
