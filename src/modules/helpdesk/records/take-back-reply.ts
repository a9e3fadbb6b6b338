import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import { columnsToRestore, type PostedState } from "../domain/taken-back"
import type { Actor } from "../types"
import { withReturnedReply, type DraftFields } from "../domain/draft"
import { findDraft, saveDraft } from "./drafts"
import { refreshNextAction } from "./follow-ups"
import { lockHeldReply } from "./held-replies"
import { pinTicket } from "./pins"
import { rebuildSearchText } from "./rebuild-search-text"
import { recordChanges } from "./ticket-events"

/** What a reply left on its ticket, kept with the token that takes it back. */
export type ReplyTraces = {
  message_id: string
  before: PostedState & { version: number }
  after: PostedState & { version: number }
  event_ids: string[]
  status_after: string
  /** Whose My Tickets it was put into, if it was not there before. */
  pinned_for: string | null
  /** Whom it put in copy for the first time, and what they were to the ticket before. */
  copied: { email: string; role_before: "third_party" | null }[]
  /** The draft it was written as. */
  draft: { user_id: string; fields: DraftFields } | null
}

/** What was written, to go on with. */
export type TakenBack = {
  message_id: string
  body_text: string
  body_html: string | null
  to: string[]
  cc: string[]
  bcc: string[]
  attachments: { id: string; filename: string; mime_type: string; size: number }[]
  status_after: string
}

/**
 * Takes a reply back as if it had not been written, in the caller's transaction: its text is the
 * draft of whoever took it back, later messages stay. Its ticket's version stays too: whoever has read this reply
 * must still be told apart from whoever has read the next message.
 * @throws NOT_ALLOWED when it has left, or is leaving right now
 */
export async function takeBackReply(
  sql: Sql,
  ticket_id: string,
  traces: ReplyTraces,
  actor: Actor
): Promise<TakenBack> {
  const reply = await lockHeldReply(sql, traces.message_id)

  assertStillHere(reply)
  const draft = await draftOf(sql, traces)

  await freeFiles(sql, traces.message_id)
  await sql.raw(`delete from crm_follow_up where message_id = ?`, [traces.message_id])
  await sql.raw(`delete from crm_ticket_message where id = ?`, [traces.message_id])
  await forgetCopies(sql, ticket_id, traces.copied)
  await sql.raw(`delete from crm_ticket_event where id = any(?)`, [traces.event_ids])
  await sql.raw(`delete from crm_notice where message_id = ?`, [traces.message_id])
  if (traces.pinned_for) {
    await pinTicket(sql, ticket_id, traces.pinned_for, false)
  }
  if (traces.after.version > traces.before.version) {
    await restoreTicketState(sql, ticket_id, traces)
  }
  await refreshNextAction(sql, ticket_id)
  await rebuildSearchText(sql, ticket_id)
  await recordChanges(sql, ticket_id, actor, [{ type: "reply_taken_back", data: {} }])
  await returnDraft(sql, ticket_id, draft, traces, actor)

  return draft
}

function assertStillHere(
  reply: Awaited<ReturnType<typeof lockHeldReply>>
): asserts reply is NonNullable<typeof reply> {
  if (!reply) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This reply was taken back already"
    )
  }
  // `hold` ends when a reply is let go: one that was cancelled before that has not left either.
  if (!reply.hold || !["held", "cancelled"].includes(reply.delivery_state ?? "")) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The mail has left already: it cannot be taken back. Write another one instead"
    )
  }
}

async function draftOf(sql: Sql, traces: ReplyTraces): Promise<TakenBack> {
  const [message] = await rowsOf<Omit<TakenBack, "message_id" | "status_after">>(
    sql,
    `select body_text, body_html, message.to, cc, bcc, coalesce((
       select json_agg(json_build_object('id', file.id, 'filename', file.filename,
         'mime_type', file.mime_type, 'size', file.size) order by file.position)
       from crm_attachment file where file.message_id = message.id and file.deleted_at is null
     ), '[]') as attachments
     from crm_ticket_message message where id = ?`,
    [traces.message_id]
  )
  return {
    message_id: traces.message_id,
    ...message,
    status_after: traces.status_after,
  }
}

/** Takes a held reply back without its token: "edit" and "cancel" of one that is scheduled. */
export async function takeBackHeldReply(
  sql: Sql,
  ticketId: string,
  messageId: string,
  actor: Actor
): Promise<TakenBack> {
  const [kept] = await rowsOf<{ data: ReplyTraces }>(
    sql,
    `update crm_undo set used_at = clock_timestamp(), updated_at = now()
     where ticket_id = ? and kind = 'reply' and data->>'message_id' = ? and used_at is null
       and deleted_at is null
     returning data`,
    [ticketId, messageId]
  )
  if (!kept) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no reply ${messageId} on this ticket that could be taken back`
    )
  }
  return takeBackReply(sql, ticketId, kept.data, actor)
}

/** With the choices it was written with, where the draft kept them. */
async function returnDraft(
  sql: Sql,
  ticket_id: string,
  { message_id: _, body_html, attachments, ...taken }: TakenBack,
  { draft }: ReplyTraces,
  { type, id }: Actor
): Promise<void> {
  if (type !== "user" || !id) {
    return
  }
  const key = { ticket_id, user_id: id }
  const {
    note: __,
    expected_version: ___,
    send_at: ____,
    ...choices
  } = draft?.fields ?? {}
  const begun = await findDraft(sql, key)

  await saveDraft(sql, {
    ...key,
    fields: withReturnedReply(begun?.fields ?? null, {
      ...choices,
      ...taken,
      body_html: body_html ?? undefined,
      attachment_ids: attachments.map((file) => file.id),
    }),
  })
}

/** They wait for another message, as if they had been uploaded just now: the sweep counts from there. */
const freeFiles = (sql: Sql, messageId: string) =>
  sql.raw(
    `update crm_attachment set message_id = null, created_at = clock_timestamp()
     where message_id = ?`,
    [messageId]
  )

/** An address in copy of a mail that never left took no part: its number must not be trusted (X-17). */
async function forgetCopies(
  sql: Sql,
  ticketId: string,
  copied: ReplyTraces["copied"]
): Promise<void> {
  const people = `from (
      select person.id, copied.role_before from crm_ticket_participant person
      join json_to_recordset(?::json) as copied (email text, role_before text)
        on copied.email = person.email
      where person.ticket_id = ? and person.role = 'cc' and person.deleted_at is null
        and not exists (
          select 1 from crm_ticket_message message, jsonb_array_elements_text(message."to" || message.cc) named
          where message.ticket_id = person.ticket_id and message.deleted_at is null
            and message.kind = 'agent' and lower(named) = person.email
        )
    ) gone`
  const bindings = [JSON.stringify(copied), ticketId]

  await sql.raw(
    `update crm_ticket_participant person set role = 'third_party', updated_at = now() ${people}
     where person.id = gone.id and gone.role_before = 'third_party'`,
    bindings
  )
  await sql.raw(
    `delete from crm_ticket_participant person using ${people.slice("from ".length)}
     where person.id = gone.id and gone.role_before is null
       and not exists (
         select 1 from crm_ticket_message message
         where message.ticket_id = person.ticket_id and message.deleted_at is null
           and lower(message.from_email) = person.email
       )`,
    bindings
  )
}

async function restoreTicketState(
  sql: Sql,
  ticketId: string,
  { before, after }: ReplyTraces
): Promise<void> {
  const [now] = await rowsOf<PostedState>(
    sql,
    `select status_id, status_category, closed_at, held_by_id, locked_by_id, awaiting,
            last_agent_id, snoozed_until, snoozed_by_id, last_message_at
     from crm_ticket where id = ?`,
    [ticketId]
  )
  const restored = columnsToRestore(before, after, comparable(now))
  const columns = Object.entries(restored)

  await sql.raw(
    `update crm_ticket
     set ${columns.map(([column]) => `${column} = ?, `).join("")}
         reply_count = greatest(reply_count - 1, 0),
         updated_at = clock_timestamp()
     where id = ?`,
    [...columns.map(([, value]) => value), ticketId] as string[]
  )
}

/** Moments as they were kept with the token: JSON knows no dates. */
const comparable = (state: PostedState): PostedState => JSON.parse(JSON.stringify(state))
