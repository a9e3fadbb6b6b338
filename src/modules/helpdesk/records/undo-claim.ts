import { MedusaError } from "@medusajs/framework/utils"
import type { Sql } from "../../../sql"
import type { Actor } from "../types"
import { updateColumns } from "./change-ticket"
import { lockTicket } from "./lock-ticket"
import { recordChanges } from "./ticket-events"

/** Gives a ticket back to whom it was before a claim or a release, if nobody claimed it since. */
export async function undoClaim(
  sql: Sql,
  ticketId: string,
  { from, to }: { from: string | null; to: string | null },
  actor: Actor
): Promise<void> {
  const ticket = await lockTicket(sql, ticketId)

  if (ticket.locked_by_id !== to) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Ticket #${ticket.number} changed hands since. Nothing was undone`
    )
  }
  await updateColumns(sql, ticketId, { locked_by_id: from })
  await recordChanges(sql, ticketId, actor, [{ type: "undone", data: { kind: "claim" } }])
}
