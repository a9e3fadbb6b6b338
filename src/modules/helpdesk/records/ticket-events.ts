import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, type Sql } from "../../../sql"
import type { Actor } from "../types"

export type Change = { type: string; data: object }

/**
 * Writes down what changed, in the transaction of the change: history cannot be forgotten.
 * @returns ids of the events
 */
export async function recordChanges(
  sql: Sql,
  ticketId: string,
  actor: Actor,
  changes: Change[]
): Promise<string[]> {
  const rows = changes.map(({ type, data }) => ({
    id: generateEntityId("", "tevt"),
    ticket_id: ticketId,
    type,
    actor_type: actor.type,
    actor_id: actor.id,
    data,
  }))
  await insertRows(sql, "crm_ticket_event", rows)

  return rows.map(({ id }) => id)
}
