import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import {
  afterPosting,
  changesSince,
  type DraftFields,
  type DraftTicket,
  type DraftTicketChange,
} from "../domain/draft"
import { toStoredJson } from "../../../stored-json"

type Key = { ticket_id: string; user_id: string }

export type Draft = {
  ticket_id: string
  fields: DraftFields
  revision: number
  updated_at: Date
  /** What became of the ticket since the first word. */
  changes: DraftTicketChange[]
}

/** The code of the refusal of a save whose page does not know the latest text. */
export const DRAFT_MOVED = "draft_moved"

/** An agent's draft on a ticket, also on one that was merged or deleted: nothing written is lost. */
export async function findDraft(sql: Sql, key: Key): Promise<Draft | null> {
  const [row] = await rowsOf<{
    fields: DraftFields
    ticket_then: DraftTicket
    revision: number
    updated_at: Date
  }>(
    sql,
    `select fields, ticket_then, revision, updated_at from crm_draft
     where ticket_id = ? and user_id = ?`,
    [key.ticket_id, key.user_id]
  )
  if (!row) {
    return null
  }
  const now = await ticketState(sql, key.ticket_id)

  return {
    ticket_id: key.ticket_id,
    fields: row.fields,
    revision: row.revision,
    updated_at: row.updated_at,
    changes: changesSince(row.ticket_then, now),
  }
}

/**
 * Keeps what is written, as a whole. With the `revision` the page knows (0: none), a text that another
 * page or device saved meanwhile is not overwritten, and one that was sent does not come back.
 * @throws CONFLICT with code `draft_moved`; NOT_FOUND for an unknown ticket
 */
export async function saveDraft(
  sql: Sql,
  draft: Key & { fields: DraftFields; revision?: number }
): Promise<void> {
  const saved = draft.revision
    ? await updateDraft(sql, draft, draft.revision)
    : await insertDraft(sql, draft, draft.revision === 0)

  if (!saved) {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      "This draft was changed, sent or discarded on another page. Read it again before you go on",
      DRAFT_MOVED
    )
  }
}

async function insertDraft(
  sql: Sql,
  { ticket_id, user_id, fields }: Key & { fields: DraftFields },
  mustBeNew: boolean
): Promise<boolean> {
  const rows = await insertRows(
    sql,
    "crm_draft",
    [
      {
        id: generateEntityId("", "crmdraft"),
        ticket_id,
        user_id,
        fields,
        ticket_then: await ticketState(sql, ticket_id),
      },
    ],
    `on conflict (ticket_id, user_id) where deleted_at is null do ${
      mustBeNew
        ? "nothing"
        : `update set fields = excluded.fields, revision = crm_draft.revision + 1,
             updated_at = clock_timestamp()`
    } returning id`
  )
  return rows.length === 1
}

async function updateDraft(
  sql: Sql,
  { ticket_id, user_id, fields }: Key & { fields: DraftFields },
  revision: number
): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    `update crm_draft set fields = ?::jsonb, revision = revision + 1,
            updated_at = clock_timestamp()
     where ticket_id = ? and user_id = ? and revision = ? returning id`,
    [toStoredJson(fields), ticket_id, user_id, revision]
  )
  return rows.length === 1
}

/** Discards a draft; one that is not there is discarded already. */
export async function deleteDraft(sql: Sql, key: Key): Promise<void> {
  await sql.raw(`delete from crm_draft where ticket_id = ? and user_id = ?`, [
    key.ticket_id,
    key.user_id,
  ])
}

/**
 * Takes what was posted out of the author's draft, in the transaction of the post. What stands beside
 * it, the note beside a reply, stays.
 * @returns the draft as it was, for {@link restoreDraft}
 */
export async function settleDraft(
  sql: Sql,
  { ticket_id, user_id }: { ticket_id: string; user_id: string | null },
  kind: "agent" | "note" | "system"
): Promise<DraftFields | null> {
  if (!user_id || kind === "system") {
    return null
  }
  const [draft] = await rowsOf<{ fields: DraftFields }>(
    sql,
    `select fields from crm_draft where ticket_id = ? and user_id = ? for update`,
    [ticket_id, user_id]
  )
  if (!draft) {
    return null
  }
  const rest = afterPosting(draft.fields, kind)

  if (rest) {
    await sql.raw(
      `update crm_draft set fields = ?::jsonb, revision = revision + 1,
              updated_at = clock_timestamp()
       where ticket_id = ? and user_id = ?`,
      [toStoredJson(rest), ticket_id, user_id]
    )
  } else {
    await deleteDraft(sql, { ticket_id, user_id })
  }
  return draft.fields
}

/**
 * Brings back what `settleDraft` took. What the agent has begun to write meanwhile wins over the same
 * field of the old text.
 */
export async function restoreDraft(
  sql: Sql,
  { ticket_id, user_id, fields }: Key & { fields: DraftFields }
): Promise<void> {
  await insertRows(
    sql,
    "crm_draft",
    [
      {
        id: generateEntityId("", "crmdraft"),
        ticket_id,
        user_id,
        fields,
        ticket_then: await ticketState(sql, ticket_id),
      },
    ],
    `on conflict (ticket_id, user_id) where deleted_at is null do update
     set fields = excluded.fields || crm_draft.fields, revision = crm_draft.revision + 1,
         updated_at = clock_timestamp()`
  )
}

export type DraftListItem = {
  ticket: { id: string; number: number; subject: string }
  excerpt: string
  updated_at: Date
  changes: DraftTicketChange[]
}

/** All drafts of an agent, the latest first: also those on tickets that no list shows any more. */
export async function listDrafts(sql: Sql, userId: string): Promise<DraftListItem[]> {
  const rows = await rowsOf<
    Omit<DraftListItem, "changes"> & { ticket_then: DraftTicket; ticket_now: DraftTicket }
  >(
    sql,
    `select json_build_object('id', ticket.id, 'number', ticket.number,
                              'subject', ticket.subject) as ticket,
            left(coalesce(nullif(draft.fields->>'body_text', ''),
                          draft.fields->'note'->>'body_text', ''), 200) as excerpt,
            draft.updated_at, draft.ticket_then, ${TICKET_STATE} as ticket_now
     from crm_draft draft join crm_ticket ticket on ticket.id = draft.ticket_id
     where draft.user_id = ? order by draft.updated_at desc limit 100`,
    [userId]
  )
  return rows.map(({ ticket_then, ticket_now, ...draft }) => ({
    ...draft,
    changes: changesSince(ticket_then, ticket_now),
  }))
}

const TICKET_STATE = `json_build_object(
  'status_category', ticket.status_category, 'department_id', ticket.department_id,
  'is_merged', ticket.merged_into_id is not null, 'is_deleted', ticket.deleted_at is not null)`

async function ticketState(sql: Sql, ticketId: string): Promise<DraftTicket> {
  const [ticket] = await rowsOf<{ state: DraftTicket }>(
    sql,
    `select ${TICKET_STATE} as state from crm_ticket ticket where ticket.id = ?`,
    [ticketId]
  )
  if (!ticket) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Ticket ${ticketId} was not found`)
  }
  return ticket.state
}
