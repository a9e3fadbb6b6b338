import { rowsOf, type Sql } from "../../../sql"
import type { StatusCategory } from "../domain/ticket-status"

/** Everybody who is one person to the desk: her addresses and her customers in the shop. */
export type Identity = { emails: string[]; customer_ids: string[] }

export type PersonTicket = {
  id: string
  number: number
  subject: string
  status: { id: string; name: string; category: StatusCategory }
  channel: string
  awaiting: "agent" | "customer" | "none"
  last_message_at: Date
  created_at: Date
}

export type CustomerNoteRow = {
  id: string
  body_text: string
  author_id: string | null
  created_at: Date
  updated_at: Date
}

/** The latest tickets of a person and how many there are (V-48). */
export async function ticketsOfPerson(
  sql: Sql,
  { emails, customer_ids }: Identity,
  limit: number
): Promise<{ tickets: PersonTicket[]; total: number; open: number }> {
  const whose = `(ticket.requester_email = any(?) or ticket.customer_id = any(?))
    and ticket.deleted_at is null and ticket.merged_into_id is null`
  const [tickets, [counts]] = await Promise.all([
    rowsOf<PersonTicket>(
      sql,
      `select ticket.id, ticket.number, ticket.subject, ticket.channel, ticket.awaiting,
              ticket.last_message_at, ticket.created_at,
              json_build_object('id', status.id, 'name', status.name,
                                'category', status.category) as status
       from crm_ticket ticket join crm_ticket_status status on status.id = ticket.status_id
       where ${whose} order by ticket.created_at desc, ticket.id desc limit ?`,
      [emails, customer_ids, limit]
    ),
    rowsOf<{ total: number; open: number }>(
      sql,
      `select count(*)::int as total,
              (count(*) filter (where ticket.status_category <> 'closed'))::int as open
       from crm_ticket ticket where ${whose}`,
      [emails, customer_ids]
    ),
  ])
  return { tickets, ...counts }
}

/** What agents wrote down about a person, newest first (M-50). */
export const notesOfPerson = (
  sql: Sql,
  { emails, customer_ids }: Identity
): Promise<CustomerNoteRow[]> =>
  rowsOf<CustomerNoteRow>(
    sql,
    `select id, body_text, author_id, created_at, updated_at from crm_customer_note
     where (customer_id = any(?) or email = any(?)) and deleted_at is null
     order by created_at desc, id desc limit 200`,
    [customer_ids, emails]
  )
