import type { Sql } from "../../../sql"
import type { Actor } from "../types"
import { holdTickets } from "./lock-ticket"
import { recordChanges } from "./ticket-events"
import { undoRow, type RowUndo } from "./undo-row"

/** Two tickets were linked or taken apart: both say that it was taken back. */
export async function undoRelation(
  sql: Sql,
  ticketId: string,
  { other_id, ...row }: RowUndo & { other_id: string },
  actor: Actor
): Promise<void> {
  await holdTickets(sql, [ticketId, other_id])
  await undoRow(sql, "relation", row)

  for (const id of [ticketId, other_id]) {
    await recordChanges(sql, id, actor, [{ type: "undone", data: { kind: "relation" } }])
  }
}

export async function undoProduct(
  sql: Sql,
  ticketId: string,
  row: RowUndo,
  actor: Actor
): Promise<void> {
  await holdTickets(sql, [ticketId])
  await undoRow(sql, "product", row)
  await recordChanges(sql, ticketId, actor, [
    { type: "undone", data: { kind: "product" } },
  ])
}
