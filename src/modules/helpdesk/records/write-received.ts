import { newId } from "../../../ids"
import { insertRows, type Sql } from "../../../sql"
import { addParticipants } from "./participants"
import type { NamedOrder, Rows, TicketChange } from "./received-rows"
import { addSearchText } from "./search-text"
import { toStoredJson } from "../../../stored-json"

export async function write(
  sql: Sql,
  changes: TicketChange[],
  rows: Rows,
  now: Date
): Promise<void> {
  const counts = new Map(changes.map(({ ticket, messages }) => [ticket.id, messages]))

  const opened = await insertRows<{ id: string; number: number }>(
    sql,
    "crm_ticket",
    rows.tickets.map(atItsOwnMoment(now)).map((row) => ({
      ...row,
      last_message_at: row.created_at,
      version: counts.get(row.id),
    })),
    "returning id, number"
  )
  const numberOf = new Map(opened.map(({ id, number }) => [id, number]))

  for (const { ticket } of changes) {
    ticket.number = numberOf.get(ticket.id) ?? ticket.number
  }
  await updateTickets(
    sql,
    changes.filter(({ is_new }) => !is_new)
  )
  await insertRows(sql, "crm_ticket_message", rows.messages.map(atItsOwnMoment(now)))
  await insertRows(
    sql,
    "crm_attachment",
    rows.attachments,
    // They are there as uploads that waited for this message.
    "on conflict (id) do update set message_id = excluded.message_id, position = excluded.position"
  )
  await addParticipants(sql, rows.participants)
  const linked = await linkOrders(sql, rows.orders)

  await insertRows(
    sql,
    "crm_ticket_event",
    [...rows.events, ...linked.map(orderEvent)].map(atItsOwnMoment(now))
  )
  await addSearchText(
    sql,
    new Map(
      changes.map(({ ticket, is_new, search }) => [
        ticket.id,
        [is_new ? String(ticket.number) : "", ...search].join("\n"),
      ])
    )
  )
}

/**
 * Links orders that are not linked yet; a proof raises what was only suggested before.
 * @returns what was new
 */
async function linkOrders(sql: Sql, orders: NamedOrder[]): Promise<NamedOrder[]> {
  const strongest = new Map<string, NamedOrder>()

  for (const order of orders) {
    const key = `${order.ticket_id}|${order.order_id}`
    const known = strongest.get(key)

    if (!known || known.proof === "suggestion") {
      strongest.set(key, order)
    }
  }
  const linked = await insertRows<{ ticket_id: string; order_id: string }>(
    sql,
    "crm_ticket_order",
    [...strongest.values()].map(({ sender: _, ...order }) => ({
      id: newId("tord"),
      ...order,
    })),
    `on conflict (ticket_id, order_id) where deleted_at is null
     do update set proof = excluded.proof, updated_at = now()
     where crm_ticket_order.proof = 'suggestion' and excluded.proof <> 'suggestion'
     returning ticket_id, order_id`
  )
  return linked.flatMap(
    ({ ticket_id, order_id }) => strongest.get(`${ticket_id}|${order_id}`) ?? []
  )
}

/** Names both facts: the number in the mail, and whose mail it was (X-01 AC1). */
const orderEvent = ({ ticket_id, ...data }: NamedOrder) => ({
  id: newId("tevt"),
  ticket_id,
  type: data.proof === "suggestion" ? "order_suggested" : "order_linked",
  actor_type: "system",
  actor_id: null,
  data,
})

/** Microseconds apart, so that what came first stays first. */
const atItsOwnMoment =
  (start: Date) =>
  <Row extends object>(row: Row, index: number) => ({
    ...row,
    created_at: start
      .toISOString()
      .replace("Z", `${String(index % 1000).padStart(3, "0")}Z`),
  })

async function updateTickets(sql: Sql, changes: TicketChange[]): Promise<void> {
  if (!changes.length) {
    return
  }
  await sql.raw(
    `update crm_ticket ticket
     set version = ticket.version + change.messages,
         status_id = change.status_id, status_category = change.status_category,
         closed_at = case when change.status_category = 'closed' then ticket.closed_at end,
         awaiting = case when change.awaits_agent then 'agent' else ticket.awaiting end,
         snooze_cut_short =
           case when change.awaits_agent then ticket.snoozed_until else ticket.snooze_cut_short end,
         snoozed_until = case when change.awaits_agent then null else ticket.snoozed_until end,
         snoozed_by_id = case when change.awaits_agent then null else ticket.snoozed_by_id end,
         mail_account_id = change.mail_account_id,
         last_message_at = clock_timestamp(), updated_at = clock_timestamp()
     from json_to_recordset(?::json) as change (
       id text, messages int, status_id text, status_category text,
       awaits_agent boolean, mail_account_id text
     )
     where ticket.id = change.id`,
    [
      toStoredJson(
        changes.map(({ ticket, messages, awaits_agent, last_account_id }) => ({
          id: ticket.id,
          messages,
          status_id: ticket.status_id,
          status_category: ticket.status_category,
          awaits_agent,
          mail_account_id: last_account_id,
        }))
      ),
    ]
  )
}
