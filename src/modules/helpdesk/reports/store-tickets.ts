import { rowsOf, type Sql } from "../../../sql"
import { SHOWN_PROOFS, type StoreScope } from "../domain/store-visibility"
import type { StatusCategory } from "../domain/ticket-status"

export type StoreTicketRow = {
  id: string
  number: number
  subject: string
  status: { name: string; category: StatusCategory }
  department: { id: string; name: string }
  order: { id: string; display_id: string } | null
  requester: { name: string; email: string }
  created_at: Date
  last_message_at: Date
  awaiting: "agent" | "customer" | "none"
  is_shared: boolean
}

export type StoreMessageRow = {
  id: string
  kind: "customer" | "agent"
  author_id: string | null
  from_name: string
  body_text: string
  body_html: string | null
  attachments: { id: string; filename: string; mime_type: string; size: number }[]
  created_at: Date
}

export type StoreHistoryRow = {
  id: string
  kind: "opened" | "closed" | "reopened" | "moved"
  at: Date
}

export type StoreListQuery = { limit: number; offset: number; status?: StatusCategory }

const PROOFS = SHOWN_PROOFS.map((proof) => `'${proof}'`).join(", ")

/** The one place that says in SQL which tickets a visitor sees. */
const IN_SCOPE = `
  ticket.deleted_at is null and ticket.merged_into_id is null and ticket.visible_to_customer
  and (
    (ticket.customer_id = scope.customer_id and ticket.customer_proof in (${PROOFS}))
    or ticket.requester_email = scope.proven_email
    or (ticket.customer_id = any(scope.colleague_ids) and ticket.customer_proof in (${PROOFS})
        and not ticket.private_to_requester)
    or (ticket.id = scope.ticket_id and ticket.requester_email = scope.ticket_email)
    or (ticket.requester_email = scope.order_email and exists (
      select 1 from crm_ticket_order linked
      where linked.ticket_id = ticket.id and linked.order_id = scope.order_id
        and linked.proof <> 'suggestion' and linked.deleted_at is null
    ))
  )`

const SCOPE = `
  (select ?::text as customer_id, ?::text as proven_email, ?::text[] as colleague_ids,
          ?::text as ticket_id, ?::text as ticket_email,
          ?::text as order_id, ?::text as order_email) scope`

const bindingsOf = (scope: StoreScope) => [
  scope.customer_id,
  scope.proven_email,
  scope.colleague_ids,
  scope.ticket?.id ?? null,
  scope.ticket?.email ?? null,
  scope.order?.id ?? null,
  scope.order?.email ?? null,
]

const COLUMNS = `
  ticket.id, ticket.number, ticket.subject,
  json_build_object('name', status.name, 'category', status.category) as status,
  json_build_object('id', department.id, 'name', department.public_name) as department,
  (
    select json_build_object('id', linked.order_id, 'display_id', linked.display_id)
    from crm_ticket_order linked
    where linked.ticket_id = ticket.id and linked.proof <> 'suggestion'
      and linked.deleted_at is null
    order by linked.created_at limit 1
  ) as "order",
  json_build_object('name', ticket.requester_name, 'email', ticket.requester_email) as requester,
  ticket.created_at, ticket.last_message_at, ticket.awaiting,
  coalesce(ticket.customer_id = any(scope.colleague_ids), false)
    and coalesce(ticket.requester_email <> scope.proven_email, true) as is_shared`

const FROM = `
  from ${SCOPE}, crm_ticket ticket
  join crm_ticket_status status on status.id = ticket.status_id
  join crm_department department on department.id = ticket.department_id`

/** What a shopper has said or was sent. What may still be taken back, and what is for others, is not there. */
const SHOWN_MESSAGE = `
  message.kind in ('customer', 'agent') and message.deleted_at is null
  and message.private_to_user_id is null and message.hold is null
  and not message.is_third_party
  and coalesce(message.delivery_state not in ('held', 'cancelled'), true)
  and (
    message.kind = 'customer' or jsonb_array_length(message."to") = 0
    or lower(message."to"::text)::jsonb ? lower(ticket.requester_email)
    or lower(message.cc::text)::jsonb ? lower(ticket.requester_email)
  )`.replace(/ \? /g, " \\? ")

export async function storeTickets(
  sql: Sql,
  scope: StoreScope,
  { limit, offset, status }: StoreListQuery
): Promise<{ tickets: StoreTicketRow[]; count: number }> {
  const where = `${IN_SCOPE} and (?::text is null or ticket.status_category = ?)`
  const bindings = [...bindingsOf(scope), status ?? null, status ?? null]
  const [{ count }] = await rowsOf<{ count: number }>(
    sql,
    `select count(*)::int as count from ${SCOPE}, crm_ticket ticket where ${where}`,
    bindings
  )
  const tickets = await rowsOf<StoreTicketRow>(
    sql,
    `select ${COLUMNS} ${FROM} where ${where}
     order by ticket.last_message_at desc, ticket.id desc limit ? offset ?`,
    [...bindings, limit, offset]
  )
  return { tickets, count }
}

/** Null for an unknown ticket and for one that is not the visitor's: nobody can tell which. */
export async function storeTicket(
  sql: Sql,
  scope: StoreScope,
  id: string
): Promise<StoreTicketRow | null> {
  const [ticket] = await rowsOf<StoreTicketRow>(
    sql,
    `select ${COLUMNS} ${FROM} where ${IN_SCOPE} and ticket.id = ?`,
    [...bindingsOf(scope), id]
  )
  return ticket ?? null
}

/** Oldest first, as one reads. */
export const storeMessages = (sql: Sql, ticketId: string): Promise<StoreMessageRow[]> =>
  rowsOf<StoreMessageRow>(
    sql,
    `select message.id, message.kind, message.author_id, message.from_name, message.body_text,
            message.body_html, message.created_at,
            coalesce((
              select json_agg(json_build_object('id', file.id, 'filename', file.filename,
                'mime_type', file.mime_type, 'size', file.size) order by file.position)
              from crm_attachment file
              where file.message_id = message.id and file.deleted_at is null
            ), '[]') as attachments
     from crm_ticket_message message join crm_ticket ticket on ticket.id = message.ticket_id
     where message.ticket_id = ? and ${SHOWN_MESSAGE}
     order by message.created_at, message.id`,
    [ticketId]
  )

/** What became of it, as far as it concerns the shopper (D-33). */
export const storeHistory = (sql: Sql, ticketId: string): Promise<StoreHistoryRow[]> =>
  rowsOf<StoreHistoryRow>(
    sql,
    `select id, kind, at from (
       select event.id, event.created_at as at,
              case when event.type = 'created' then 'opened'
                   when event.type = 'moved' then 'moved'
                   when event.data->>'to' = 'closed' then 'closed'
                   when event.data->>'from' = 'closed' then 'reopened' end as kind
       from crm_ticket_event event
       where event.ticket_id = ? and event.deleted_at is null
         and event.type in ('created', 'moved', 'status_changed')
     ) shown where kind is not null order by at, id`,
    [ticketId]
  )

export type StoreFileRow = { file_id: string; filename: string; mime_type: string }

/** A file of a message that the visitor may read. */
export async function storeFile(
  sql: Sql,
  scope: StoreScope,
  id: string
): Promise<StoreFileRow | null> {
  const [file] = await rowsOf<StoreFileRow>(
    sql,
    `select file.file_id, file.filename, file.mime_type
     from ${SCOPE}, crm_attachment file
     join crm_ticket_message message on message.id = file.message_id
     join crm_ticket ticket on ticket.id = message.ticket_id
     where ${IN_SCOPE} and ${SHOWN_MESSAGE} and file.id = ? and file.deleted_at is null`,
    [...bindingsOf(scope), id]
  )
  return file ?? null
}
