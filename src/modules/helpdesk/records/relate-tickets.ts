import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { Actor } from "../types"
import { holdTickets, lockTicket } from "./lock-ticket"
import { recordChanges } from "./ticket-events"

/** Links two tickets that belong together (K-8). @returns whether they were not linked before */
export async function relateTickets(
  sql: Sql,
  id: string,
  otherId: string,
  actor: Actor
): Promise<boolean> {
  if (id === otherId) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A ticket cannot be linked to itself. Name another one"
    )
  }
  await holdTickets(sql, [id, otherId])
  const ticket = await lockTicket(sql, id)
  const other = await lockTicket(sql, otherId)
  const isNew = await keepRelation(sql, id, otherId, { actor, split_id: null })

  if (isNew) {
    await recordBoth(sql, "related", [ticket, other], actor)
  }
  return isNew
}

/** @throws NOT_FOUND when they are not linked */
export async function unrelateTickets(
  sql: Sql,
  id: string,
  otherId: string,
  actor: Actor
): Promise<void> {
  await holdTickets(sql, [id, otherId])
  const ticket = await lockTicket(sql, id)
  const removed = await rowsOf(
    sql,
    `update crm_ticket_relation set deleted_at = clock_timestamp()
     where ticket_id = ? and other_id = ? and deleted_at is null returning id`,
    [id, otherId].sort()
  )
  if (!removed.length) {
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
  await recordBoth(sql, "unrelated", [ticket, other], actor)
}

/** Writes the pair down, once. */
export async function keepRelation(
  sql: Sql,
  id: string,
  otherId: string,
  { actor, split_id }: { actor: Actor; split_id: string | null }
): Promise<boolean> {
  const [ticket_id, other_id] = [id, otherId].sort()
  const kept = await insertRows(
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
  return kept.length > 0
}

type Numbered = { id: string; number: number }

async function recordBoth(
  sql: Sql,
  type: string,
  [one, other]: [Numbered, Numbered],
  actor: Actor
): Promise<void> {
  for (const [ticket, { id, number }] of [
    [one, other],
    [other, one],
  ]) {
    await recordChanges(sql, ticket.id, actor, [{ type, data: { id, number } }])
  }
}
