import { rowsOf, type Sql } from "../../../sql"
import type { Identity } from "./person"

/**
 * Everything the desk knows of a person, for her to read (GDPR, article 15): her tickets with what was
 * said on them, notes about her. What agents wrote for themselves is among it.
 */
export async function personData(sql: Sql, { emails, customer_ids }: Identity) {
  const tickets = await rowsOf<{ id: string }>(
    sql,
    `select ticket.id, ticket.number, ticket.subject, ticket.requester_name,
            ticket.requester_email, ticket.customer_id, ticket.channel, ticket.url,
            ticket.sticky_note, ticket.created_at, ticket.closed_at, ticket.deleted_at,
            coalesce((
              select json_agg(json_build_object('display_id', linked.display_id,
                                                'order_id', linked.order_id))
              from crm_ticket_order linked where linked.ticket_id = ticket.id
            ), '[]') as orders
     from crm_ticket ticket
     where ticket.requester_email = any(?) or ticket.customer_id = any(?)
     order by ticket.created_at`,
    [emails, customer_ids]
  )
  const ids = tickets.map(({ id }) => id)
  const messages = await rowsOf<object>(
    sql,
    `select message.id, message.ticket_id, message.kind, message.from_name, message.from_email,
            message."to", message.cc, message.bcc, message.subject, message.body_text,
            message.signature_text, message.quoted_text, message.created_at,
            coalesce((
              select json_agg(json_build_object('filename', file.filename, 'size', file.size,
                                                'mime_type', file.mime_type))
              from crm_attachment file where file.message_id = message.id
            ), '[]') as attachments
     from crm_ticket_message message
     where message.ticket_id = any(?) or lower(message.from_email) = any(?)
     order by message.created_at`,
    [ids, emails]
  )
  const notes = await rowsOf<object>(
    sql,
    `select id, body_text, created_at from crm_customer_note
     where email = any(?) or customer_id = any(?) order by created_at`,
    [emails, customer_ids]
  )
  return { tickets, messages, notes }
}
