import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { Actor } from "../types"
import { holdTickets, lockTicket } from "./lock-ticket"
import { recordChanges } from "./ticket-events"

/** A link that was made or removed, and the history that says so. */
export type ChangedLink = { id: string; event_ids: string[] }

/** Links two tickets that belong together (K-8). @returns null when they were linked before */
export async function relateTickets(
  sql: Sql,
  id: string,
  otherId: string,
  actor: Actor
): Promise<ChangedLink | null> {
  if (id === otherId) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A ticket cannot be linked to itself. Name another one"
    )
  }
  await holdTickets(sql, [id, otherId])
  const ticket = await lockTicket(sql, id)
  const other = await lockTicket(sql, otherId)
  const relationId = await keepRelation(sql, id, otherId, { actor, split_id: null })

  return relationId
    ? {
        id: relationId,
        event_ids: await recordBoth(sql, "related", [ticket, other], actor),
      }
    : null
}

/** @throws NOT_FOUND when they are not linked */
export async function unrelateTickets(
  sql: Sql,
  id: string,
  otherId: string,
  actor: Actor
): Promise<ChangedLink> {
  await holdTickets(sql, [id, otherId])
  const ticket = await lockTicket(sql, id)
  const [removed] = await rowsOf<{ id: string }>(
    sql,
    `update crm_ticket_relation set deleted_at = clock_timestamp()
     where ticket_id = ? and other_id = ? and deleted_at is null returning id`,
    [id, otherId].sort()
  )
  if (!removed) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Ticket ${otherId} is not linked to ticket #${ticket.number}`
    )
  }
  const [other] = await rowsOf<{ id: string; number: number }>(
    sql,
    `select id, number from crm_ticket where id = ?`,
    [otherId]
  )
  return {
    id: removed.id,
    event_ids: await recordBoth(sql, "unrelated", [ticket, other], actor),
  }
}

/** Writes the pair down, once. @returns its id when it is new */
export async function keepRelation(
  sql: Sql,
  id: string,
  otherId: string,
  { actor, split_id }: { actor: Actor; split_id: string | null }
): Promise<string | null> {
  const [ticket_id, other_id] = [id, otherId].sort()
  const [kept] = await insertRows<{ id: string }>(
    sql,
    "crm_ticket_relation",
    [
      {
        id: generateEntityId("", "trel"),
        ticket_id,
        other_id,
        split_id,
        linked_by: actor.id,
      },
    ],
    `on conflict (ticket_id, other_id) where deleted_at is null do nothing returning id`
  )
  return kept?.id ?? null
}

type Numbered = { id: string; number: number }

async function recordBoth(
  sql: Sql,
  type: string,
  [one, other]: [Numbered, Numbered],
  actor: Actor
): Promise<string[]> {
  const event_ids: string[] = []

  for (const [ticket, { id, number }] of [
    [one, other],
    [other, one],
  ]) {
    event_ids.push(
      ...(await recordChanges(sql, ticket.id, actor, [{ type, data: { id, number } }]))
    )
  }
  return event_ids
}
