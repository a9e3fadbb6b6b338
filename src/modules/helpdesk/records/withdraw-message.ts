import { rowsOf, type Sql } from "../../../sql"
import { restoreDraft } from "./drafts"
import { refreshNextAction } from "./follow-ups"
import { pinTicket } from "./pins"
import type { PostedMessage } from "./post"
import { removeParticipants } from "./post-copies"
import { STATE_COLUMNS } from "./post-on-ticket"
import { rebuildSearchText } from "./rebuild-search-text"

/**
 * Takes a message back as if it had not been posted, in the caller's transaction: the opposite of
 * `postMessage`. Its files wait for another message and its text is a draft again; a mail that is on
 * its way is not called back.
 */
export async function withdrawMessage(
  sql: Sql,
  {
    ticket_id,
    message_id,
    before,
    event_ids,
    pinned_for,
    undo,
    copied,
    draft,
  }: Withdrawable
): Promise<void> {
  await sql.raw(`select 1 from crm_ticket where id = ? for update`, [ticket_id])
  await sql.raw(`update crm_attachment set message_id = null where message_id = ?`, [
    message_id,
  ])

  const withdrawn = await rowsOf(
    sql,
    `delete from crm_ticket_message
     where id = ? and (delivery_state is null or delivery_state in ('waiting', 'held'))
     returning id`,
    [message_id]
  )
  if (withdrawn.length) {
    await sql.raw(`delete from crm_ticket_event where id = any(?)`, [event_ids])
    await sql.raw(`delete from crm_follow_up where message_id = ?`, [message_id])
    await sql.raw(`delete from crm_notice where message_id = ?`, [message_id])
    await sql.raw(`delete from crm_undo where token = ?`, [undo ?? ""])
    await refreshNextAction(sql, ticket_id)
    if (pinned_for) {
      await pinTicket(sql, ticket_id, pinned_for, false)
    }
    await sql.raw(
      `update crm_ticket set ${STATE_COLUMNS.map((column) => `${column} = ?`).join(", ")}
       where id = ? and version = ?`,
      [
        ...STATE_COLUMNS.map((column) => before[column]),
        ticket_id,
        before.version + 1,
      ] as string[]
    )
    await removeParticipants(sql, ticket_id, copied)
    await rebuildSearchText(sql, ticket_id)
    if (draft) {
      await restoreDraft(sql, { ticket_id, ...draft })
    }
  }
}

/** What takes a post back as if it had never been. */
export type Withdrawable = Pick<
  PostedMessage,
  | "ticket_id"
  | "message_id"
  | "before"
  | "event_ids"
  | "pinned_for"
  | "undo"
  | "copied"
  | "draft"
>
