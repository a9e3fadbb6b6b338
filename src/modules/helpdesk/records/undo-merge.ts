import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import type { Actor } from "../types"
import { mergeTickets, standingMerges, unmergeTicket } from "./merge-tickets"
import { recordChanges } from "./ticket-events"

/** Takes out again what one merge brought in and nobody took out since. */
export async function undoMerge(
  sql: Sql,
  ticketId: string,
  { merge_ids }: { merge_ids: string[] },
  actor: Actor
): Promise<void> {
  const merges = await standingMerges(sql, merge_ids)

  if (!merges.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "These tickets were taken apart already. Nothing was undone"
    )
  }
  for (const { survivor_id, merged_id } of merges) {
    await unmergeTicket(sql, survivor_id, merged_id, actor)
  }
  await recordChanges(sql, ticketId, actor, [{ type: "undone", data: { kind: "merge" } }])
}

/**
 * A ticket that was split off goes back, with whatever was written on it since, and later mail to its
 * number lands where it came from.
 */
export async function undoSplit(
  sql: Sql,
  sourceId: string,
  { split_id }: { split_id: string },
  actor: Actor
): Promise<void> {
  await mergeTickets(sql, sourceId, [split_id], actor)
  await rowsOf(
    sql,
    `update crm_ticket_relation set deleted_at = clock_timestamp()
     where split_id = ? and deleted_at is null`,
    [split_id]
  )
  await recordChanges(sql, sourceId, actor, [{ type: "undone", data: { kind: "split" } }])
}
