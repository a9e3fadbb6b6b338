import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import { awaitingOf } from "../domain/awaiting"
import { whatStands } from "../domain/what-stands"
import type { StatusCategory } from "../domain/ticket-status"
import type { Actor } from "../types"
import { isOffered, lastPublicKind, readColumns, updateColumns } from "./change-ticket"
import { assertNotMerged, lockTicket } from "./lock-ticket"
import { recordChanges } from "./ticket-events"

type Columns = Record<string, unknown>

/** What a change of a ticket leaves behind to be taken back by. */
export type ChangeUndo = { before: Columns; after: Columns; event_ids: string[] }

/**
 * Takes back what still stands as the change left it: what somebody changed again since is theirs.
 * @throws NOT_ALLOWED when nothing of it stands
 */
export async function undoChange(
  sql: Sql,
  ticketId: string,
  { before, after }: ChangeUndo,
  actor: Actor
): Promise<void> {
  const ticket = await lockTicket(sql, ticketId)

  assertNotMerged(ticket)
  const now = await readColumns(sql, ticketId, Object.keys(after))
  const restored = await withoutRemoved(sql, ticketId, whatStands(before, after, now))

  if (!Object.keys(restored).length) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Ticket #${ticket.number} was changed again since. Nothing was undone`
    )
  }
  await updateColumns(sql, ticketId, {
    ...restored,
    ...(restored.status_category
      ? {
          awaiting: awaitingOf(
            await lastPublicKind(sql, ticketId),
            restored.status_category as StatusCategory
          ),
        }
      : {}),
  })
  await recordChanges(sql, ticketId, actor, [
    { type: "undone", data: { kind: "change", fields: Object.keys(restored) } },
  ])
}

/** A department or a status that was deleted meanwhile cannot come back, nor what a department does not offer. */
async function withoutRemoved(
  sql: Sql,
  ticketId: string,
  restored: Columns
): Promise<Columns> {
  const kept = { ...restored }
  const isThere = async (table: string, id: unknown) =>
    (
      await rowsOf(sql, `select 1 from ${table} where id = ? and deleted_at is null`, [
        id,
      ])
    ).length > 0

  if (kept.department_id && !(await isThere("crm_department", kept.department_id))) {
    delete kept.department_id
  }
  if (kept.status_id && !(await isThere("crm_ticket_status", kept.status_id))) {
    for (const column of STATUS_COLUMNS) {
      delete kept[column]
    }
  }
  if (kept.classification_id) {
    const [{ department_id }] = await rowsOf<{ department_id: string }>(
      sql,
      `select department_id from crm_ticket where id = ?`,
      [ticketId]
    )
    const department = String(kept.department_id ?? department_id)

    if (!(await isOffered(sql, String(kept.classification_id), department))) {
      delete kept.classification_id
    }
  }
  return kept
}

const STATUS_COLUMNS = ["status_id", "status_category", "held_by_id", "closed_at"]
