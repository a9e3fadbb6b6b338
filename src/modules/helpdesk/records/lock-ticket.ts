import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import type { Status, StatusCategory } from "../domain/ticket-status"
import type { TicketDTO } from "../types"

export type LockedTicket = {
  id: string
  number: number
  subject: string
  version: number
  status_id: string
  status_category: StatusCategory
  department_id: string
  classification_id: string | null
  requester_email: string
  requester_name: string
  customer_id: string | null
  customer_proof: TicketDTO["customer_proof"]
  channel: TicketDTO["channel"]
  mail_account_id: string | null
  assignee_id: string | null
  locked_by_id: string | null
  held_by_id: string | null
  snoozed_until: Date | null
  closed_at: Date | null
  due_at: Date | null
  url: string | null
  sticky_note: string | null
  visible_to_customer: boolean
  merged_into_id: string | null
  deleted_at: Date | null
  status_after_reply: string
  status_after_note: string
  plain_text_only: boolean
  /** Of the department; null leaves it to the option. */
  undo_send_seconds: number | null
}

/** Holds a ticket until the transaction ends. @throws NOT_FOUND, also for one in the trash */
export async function lockTicket(sql: Sql, id: string): Promise<LockedTicket> {
  const [ticket] = await rowsOf<LockedTicket>(
    sql,
    `select ticket.id, ticket.number, ticket.subject, ticket.version, ticket.status_id,
            ticket.status_category, ticket.department_id, ticket.classification_id,
            ticket.requester_email, ticket.requester_name, ticket.customer_id,
            ticket.customer_proof, ticket.channel, ticket.mail_account_id, ticket.assignee_id,
            ticket.locked_by_id, ticket.held_by_id, ticket.snoozed_until, ticket.closed_at,
            ticket.due_at, ticket.url, ticket.sticky_note, ticket.visible_to_customer,
            ticket.merged_into_id, ticket.deleted_at, department.status_after_reply,
            department.status_after_note, department.undo_send_seconds,
            department.plain_text_only
     from crm_ticket ticket join crm_department department on department.id = ticket.department_id
     where ticket.id = ? for update of ticket`,
    [id]
  )
  if (!ticket) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Ticket ${id} was not found`)
  }
  if (ticket.deleted_at) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Ticket #${ticket.number} was deleted: nothing can be added to it or changed`
    )
  }
  return ticket
}

/** Holds several tickets, in one order: two agents who name the same ones never wait for each other. */
export async function holdTickets(sql: Sql, ids: string[]): Promise<void> {
  await sql.raw(`select 1 from crm_ticket where id = any(?) order by id for update`, [
    ids,
  ])
}

/** @throws NOT_ALLOWED for a ticket that went into another */
export function assertNotMerged(ticket: LockedTicket): void {
  if (ticket.merged_into_id) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Ticket #${ticket.number} was merged into another one. Go on there`
    )
  }
}

export const ticketStatuses = (sql: Sql): Promise<Status[]> =>
  rowsOf<Status>(
    sql,
    `select id, name, category, is_default from crm_ticket_status
     where deleted_at is null order by position, id`
  )
