import { MedusaError } from "@medusajs/framework/utils"
import type { Sql } from "../../../sql"
import type { Actor } from "../types"
import {
  changeTicket,
  deleteTicket,
  restoreTicket,
  type ChangedTicket,
  type TicketChanges,
} from "./change-ticket"
import { holdTickets } from "./lock-ticket"
import { recordChanges } from "./ticket-events"
import { undoChange, type ChangeUndo } from "./undo-change"

export type BatchAction =
  | { action: "move"; department_id: string }
  | { action: "status"; status: string }
  | { action: "assign"; assignee_id: string | null }
  | { action: "delete" }

/** How each ticket of a batch is taken back; one that needed no change is left out. */
export type BatchUndo = {
  items: { ticket_id: string; change: ChangeUndo | "deleted" }[]
}

/** Does the same to many tickets in the caller's transaction: to all of them, or to none. */
export async function batchTickets(
  sql: Sql,
  ids: string[],
  wanted: BatchAction,
  actor: Actor
): Promise<{ changed: ChangedTicket[]; deleted: string[]; undo: BatchUndo }> {
  const tickets = [...new Set(ids)]
  const changed: ChangedTicket[] = []
  const deleted: string[] = []

  await holdTickets(sql, tickets)
  for (const id of tickets) {
    if (wanted.action === "delete") {
      await deleteTicket(sql, id, actor)
      deleted.push(id)
    } else {
      changed.push(await changeTicket(sql, id, changesOf(wanted), actor))
    }
  }
  return {
    changed,
    deleted,
    undo: {
      items: [
        ...deleted.map((ticket_id) => ({ ticket_id, change: "deleted" as const })),
        ...changed
          .filter(({ changes }) => changes.length)
          .map(({ ticket_id, before, after, event_ids }) => ({
            ticket_id,
            change: { before, after, event_ids },
          })),
      ],
    },
  }
}

const changesOf = (wanted: Exclude<BatchAction, { action: "delete" }>): TicketChanges => {
  switch (wanted.action) {
    case "move":
      return { department_id: wanted.department_id }
    case "status":
      return { status: wanted.status }
    case "assign":
      return { assignee_id: wanted.assignee_id }
  }
}

/**
 * Takes back a batch on every ticket where it still stands. @returns those tickets
 * @throws NOT_ALLOWED when it stands nowhere
 */
export async function undoBatch(
  sql: Sql,
  { items }: BatchUndo,
  actor: Actor
): Promise<{ ticket_ids: string[] }> {
  const undone: string[] = []
  let refusal: unknown

  await holdTickets(
    sql,
    items.map(({ ticket_id }) => ticket_id)
  )
  for (const { ticket_id, change } of items) {
    try {
      if (change === "deleted") {
        await undoDelete(sql, ticket_id, actor)
      } else {
        await undoChange(sql, ticket_id, change, actor)
      }
      undone.push(ticket_id)
    } catch (error) {
      // One that was changed again is its last agent's; a fault of the database is everybody's.
      if (!(error instanceof MedusaError)) {
        throw error
      }
      refusal = error
    }
  }
  if (!undone.length) {
    throw refusal
  }
  return { ticket_ids: undone }
}

export async function undoDelete(
  sql: Sql,
  ticketId: string,
  actor: Actor
): Promise<void> {
  await restoreTicket(sql, ticketId)
  await recordChanges(sql, ticketId, actor, [{ type: "restored", data: {} }])
}
