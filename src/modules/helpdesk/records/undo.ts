import { randomBytes } from "node:crypto"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { Actor } from "../types"
import { undoCustomerNote, type NoteUndo } from "./customer-notes"
import { undoBatch, undoDelete, type BatchUndo } from "./batch-tickets"
import { undoSnooze, type SnoozeTraces } from "./snooze"
import { takeBackReply, type ReplyTraces, type TakenBack } from "./take-back-reply"
import { undoChange, type ChangeUndo } from "./undo-change"
import { undoClaim } from "./undo-claim"
import { undoProduct, undoRelation } from "./undo-links"
import { undoMerge, undoSplit } from "./undo-merge"
import { undoRow, type RowUndo } from "./undo-row"

/**
 * Takes back one kind of action, in the caller's transaction: what still stands of it, with a line of
 * history of its own. @returns the tickets it restored, where they are others than the one it is kept
 * for, and what an agent goes on with, if the action was words
 * @throws NOT_ALLOWED when it is too late
 */
type UndoHandler<Data> = (
  sql: Sql,
  undo: { ticket_id: string; data: Data; actor: Actor }
) => Promise<{ ticket_ids?: string[]; draft?: TakenBack } | void>

/** What each kind of action keeps to be taken back by. */
type UndoData = {
  delete: object
  change: ChangeUndo
  claim: { from: string | null; to: string | null }
  merge: { merge_ids: string[] }
  split: { split_id: string }
  batch: BatchUndo
  reply: ReplyTraces
  snooze: SnoozeTraces
  relation: RowUndo & { other_id: string }
  product: RowUndo
  address: RowUndo
  customer_note: NoteUndo
}

/** Every kind of action that can be taken back. */
const UNDO_HANDLERS: { [Kind in keyof UndoData]: UndoHandler<UndoData[Kind]> } = {
  delete: (sql, { ticket_id, actor }) => undoDelete(sql, ticket_id, actor),
  change: (sql, { ticket_id, data, actor }) => undoChange(sql, ticket_id, data, actor),
  claim: (sql, { ticket_id, data, actor }) => undoClaim(sql, ticket_id, data, actor),
  merge: (sql, { ticket_id, data, actor }) => undoMerge(sql, ticket_id, data, actor),
  split: (sql, { ticket_id, data, actor }) => undoSplit(sql, ticket_id, data, actor),
  batch: (sql, { data, actor }) => undoBatch(sql, data, actor),
  reply: async (sql, { ticket_id, data, actor }) => ({
    draft: await takeBackReply(sql, ticket_id, data, actor),
  }),
  snooze: (sql, { ticket_id, data }) => undoSnooze(sql, ticket_id, data),
  relation: (sql, { ticket_id, data, actor }) =>
    undoRelation(sql, ticket_id, data, actor),
  product: (sql, { ticket_id, data, actor }) => undoProduct(sql, ticket_id, data, actor),
  address: (sql, { data }) => undoOfNoTicket(undoRow(sql, "address", data)),
  customer_note: (sql, { data }) => undoOfNoTicket(undoCustomerNote(sql, data)),
}

/** What belongs to a person is on no ticket. */
async function undoOfNoTicket(
  undone: Promise<unknown>
): Promise<{ ticket_ids: string[] }> {
  await undone

  return { ticket_ids: [] }
}

export type UndoKind = keyof UndoData

export type Undone = {
  kind: UndoKind
  /** Null for what is on no ticket. */
  ticket_id: string | null
  ticket_ids: string[]
  draft: TakenBack | null
}

/** How long an action can be taken back. */
export const UNDO_DAYS = 30

/**
 * Notes how to take an action back. `event_ids` of its data, where there are some, are the lines of
 * history that the page offers it beside.
 * @returns the token that does it
 */
export async function keepUndo<Kind extends UndoKind>(
  sql: Sql,
  undo: {
    kind: Kind
    /** Left out for what belongs to a person. */
    ticket_id?: string
    actor: Actor
    data: UndoData[Kind] & { event_ids?: string[] }
    seconds?: number
  }
): Promise<string> {
  const token = randomBytes(24).toString("base64url")

  await insertRows(sql, "crm_undo", [
    {
      id: generateEntityId("", "undo"),
      token,
      kind: undo.kind,
      ticket_id: undo.ticket_id ?? null,
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
    data: UndoData[UndoKind]
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
  // The row was written by `keepUndo`, which pairs each kind with its data.
  const handler = UNDO_HANDLERS[undo.kind] as UndoHandler<UndoData[UndoKind]>
  const done = await handler(sql, { ...undo, actor })
  const ticket_ids = done?.ticket_ids ?? [undo.ticket_id]

  return {
    kind: undo.kind,
    ticket_id: ticket_ids[0] ?? null,
    ticket_ids,
    draft: done?.draft ?? null,
  }
}

/** Forgets how to take an action back that did not happen after all. */
export const forgetUndo = (sql: Sql, token: string) =>
  sql.raw(`delete from crm_undo where token = ?`, [token])
