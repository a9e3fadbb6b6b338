import type { Sql } from "../../../sql"
import { awaitingOf } from "../domain/awaiting"
import type { StatusCategory } from "../domain/ticket-status"
import { lastPublicKind } from "./change-ticket"
import { IS_SAID } from "./said-messages"

/**
 * Brings what the list shows of a ticket in line with the messages that are on it now, after some
 * came from another ticket or went to one.
 * @param came how many messages that count came, each of which raises the version
 * @param replies how many replies of agents came, below zero when they went
 */
export async function settleTicket(
  sql: Sql,
  { id, status_category }: { id: string; status_category: StatusCategory },
  { came, replies }: { came: number; replies: number }
): Promise<void> {
  await sql.raw(
    `update crm_ticket ticket
     set version = version + ?, reply_count = greatest(reply_count + ?, 0), awaiting = ?,
         last_message_at = coalesce((
           select max(message.created_at) from crm_ticket_message message
           where message.ticket_id = ticket.id and message.deleted_at is null and ${IS_SAID}
         ), last_message_at),
         last_agent_id = coalesce((
           select message.author_id from crm_ticket_message message
           where message.ticket_id = ticket.id and message.kind in ('agent', 'note')
             and message.author_id is not null and message.deleted_at is null and ${IS_SAID}
           order by message.created_at desc, message.id desc limit 1
         ), last_agent_id),
         updated_at = clock_timestamp()
     where id = ?`,
    [came, replies, awaitingOf(await lastPublicKind(sql, id), status_category), id]
  )
}
