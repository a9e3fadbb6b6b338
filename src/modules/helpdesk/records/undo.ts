import { randomBytes } from "node:crypto"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { Actor } from "../types"
import { restoreTicket } from "./change-ticket"
import { undoSnooze, type SnoozeTraces } from "./snooze"
import { takeBackReply, type ReplyTraces, type TakenBack } from "./take-back-reply"
import { recordChanges } from "./ticket-events"

/**
 * Takes back one kind of action, in the caller's transaction. @throws NOT_ALLOWED when it is too late
 * @returns what an agent goes on with, if the action was words
 */
type UndoHandler = (
  sql: Sql,
  undo: { ticket_id: string; data: Record<string, unknown>; actor: Actor }
) => Promise<void | TakenBack>

/** Every kind of action that can be taken back. */
const UNDO_HANDLERS = {
  delete: async (sql, { ticket_id, actor }) => {
    await restoreTicket(sql, ticket_id)
    await recordChanges(sql, ticket_id, actor, [{ type: "restored", data: {} }])
  },
  reply: (sql, { ticket_id, data, actor }) =>
    takeBackReply(sql, ticket_id, data as ReplyTraces, actor),
  snooze: (sql, { ticket_id, data }) => undoSnooze(sql, ticket_id, data as SnoozeTraces),
} satisfies Record<string, UndoHandler>

export type UndoKind = keyof typeof UNDO_HANDLERS

export type Undone = { kind: UndoKind; ticket_id: string; draft: TakenBack | null }

/** How long an action can be taken back. */
export const UNDO_DAYS = 30

/** Notes how to take an action back. @returns the token that does it */
export async function keepUndo(
  sql: Sql,
  undo: {
    kind: UndoKind
    ticket_id: string
    actor: Actor
    data: Record<string, unknown>
    seconds?: number
  }
): Promise<string> {
  const token = randomBytes(24).toString("base64url")

  await insertRows(sql, "crm_undo", [
    {
      id: generateEntityId("", "undo"),
      token,
      kind: undo.kind,
      ticket_id: undo.ticket_id,
      actor_id: undo.actor.id,
      data: undo.data,
      expires_at: new Date(Date.now() + (undo.seconds ?? UNDO_DAYS * 86_400) * 1000),
    },
  ])
  return token
}

/**
 * Takes an action back, once, in the caller's transaction.
 * @throws NOT_FOUND for an unknown token, NOT_ALLOWED for one that was used or has expired
 */
export async function undoAction(sql: Sql, token: string, actor: Actor): Promise<Undone> {
  const [undo] = await rowsOf<{
    id: string
    kind: UndoKind
    ticket_id: string
    data: Record<string, unknown>
    is_used: boolean
    is_late: boolean
  }>(
    sql,
    `select id, kind, ticket_id, data, used_at is not null as is_used,
            expires_at < now() as is_late
     from crm_undo where token = ? and deleted_at is null for update`,
    [token]
  )
  if (!undo) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is nothing to undo under this token"
    )
  }
  if (undo.is_used || undo.is_late) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      undo.is_used
        ? "This was undone already"
        : "It is too late to undo this. Change the ticket instead"
    )
  }
  await sql.raw(`update crm_undo set used_at = now(), updated_at = now() where id = ?`, [
    undo.id,
  ])
  const handler: UndoHandler = UNDO_HANDLERS[undo.kind]
  const draft = await handler(sql, {
    ticket_id: undo.ticket_id,
    data: undo.data,
    actor,
  })
  return { kind: undo.kind, ticket_id: undo.ticket_id, draft: draft ?? null }
}
