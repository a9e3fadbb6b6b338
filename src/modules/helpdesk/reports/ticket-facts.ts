import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import type { FieldValues } from "../domain/custom-field"
import type { OrderProof } from "../domain/order-proof"

/** What a text about a ticket may speak of; also of one that was merged or deleted. */
export type TicketFacts = {
  id: string
  number: number
  subject: string
  status_name: string
  channel: string
  created_at: Date
  department: { id: string; public_name: string; mail_account_id: string | null }
  requester: { name: string; email: string }
  customer_id: string | null
  custom_fields: FieldValues | null
  /** The latest linked first. */
  orders: { order_id: string; display_id: string; proof: OrderProof }[]
  /** What the customer wrote last, or the first message where no customer wrote. */
  message: string
}

/** @throws NOT_FOUND */
export async function ticketFacts(sql: Sql, id: string): Promise<TicketFacts> {
  const [facts] = await rowsOf<TicketFacts>(
    sql,
    `select ticket.id, ticket.number, ticket.subject, status.name as status_name,
            ticket.channel, ticket.created_at, ticket.customer_id, ticket.custom_fields,
            json_build_object('id', department.id, 'public_name', department.public_name,
                              'mail_account_id', department.mail_account_id) as department,
            json_build_object('name', ticket.requester_name,
                              'email', ticket.requester_email) as requester,
            coalesce((
              select json_agg(json_build_object('order_id', linked.order_id,
                'display_id', linked.display_id, 'proof', linked.proof)
                order by linked.updated_at desc, linked.id desc)
              from crm_ticket_order linked
              where linked.ticket_id = ticket.id and linked.deleted_at is null
            ), '[]') as orders,
            coalesce((
              select message.body_text from crm_ticket_message message
              where message.ticket_id = ticket.id and message.deleted_at is null
                and message.kind in ('customer', 'agent')
              order by (message.kind = 'customer') desc, message.created_at desc, message.id desc
              limit 1
            ), '') as message
     from crm_ticket ticket
     join crm_ticket_status status on status.id = ticket.status_id
     join crm_department department on department.id = ticket.department_id
     where ticket.id = ?`,
    [id]
  )
  if (!facts) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Ticket ${id} was not found`)
  }
  return facts
}
