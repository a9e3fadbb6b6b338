import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

const HALF_AN_HOUR = 30 * 60 * 1000

/** The newest moment that history may have: what lies after it was written by the seed just now. */
export const latestMoment = (start: Date) => new Date(start.getTime() - 2 * HALF_AN_HOUR)

/**
 * Moves what was just written on a ticket to the moment it belongs to, in its order. The desk itself
 * cannot: it takes the time from the clock.
 * @param start when the seed began; half an hour is left for a database whose clock differs
 */
export async function moveToMoment(
  container: MedusaContainer,
  { ticketId, start, moment }: { ticketId: string; start: Date; moment: Date }
): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const written = new Date(start.getTime() - HALF_AN_HOUR)

  for (const table of ["crm_ticket_message", "crm_ticket_event", "crm_inbound_mail"]) {
    await knex.raw(
      `update ${table} set
         updated_at = ?::timestamptz,
         created_at = ?::timestamptz + (created_at - ?::timestamptz)
       where ticket_id = ? and created_at >= ?::timestamptz`,
      [moment, moment, start, ticketId, written]
    )
  }
  await knex.raw(
    `update crm_inbound_mail set server_date = created_at
     where ticket_id = ? and server_date >= ?::timestamptz`,
    [ticketId, written]
  )
  await knex.raw(
    `update crm_ticket set
       created_at = least(created_at, ?::timestamptz),
       last_message_at = ?, updated_at = ?,
       closed_at = case when closed_at >= ?::timestamptz then ?::timestamptz else closed_at end
     where id = ?`,
    [moment, moment, moment, written, moment, ticketId]
  )
}

/** The mail of this answer left long ago: nobody may send it now. */
export async function markSent(
  container: MedusaContainer,
  messageId: string,
  mailMessageId: string
): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await knex.raw(
    `update crm_ticket_message set delivery_state = 'sent', mail_message_id = ? where id = ?`,
    [mailMessageId, messageId]
  )
}
