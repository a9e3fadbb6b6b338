import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
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

/** Writes down what was done to the mail of a message. One that is gone has no history any more. */
export async function recordMailChange(
  sql: Sql,
  messageId: string,
  { type, data }: Change,
  actor: Actor
): Promise<void> {
  const [message] = await rowsOf<{ ticket_id: string }>(
    sql,
    `select ticket_id from crm_ticket_message where id = ? and deleted_at is null`,
    [messageId]
  )
  if (message) {
    await recordChanges(sql, message.ticket_id, actor, [
      { type, data: { message_id: messageId, ...data } },
    ])
  }
}
