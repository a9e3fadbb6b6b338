import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { awaitingOf } from "../domain/awaiting"
import type { MessageKind } from "../domain/message"
import { defaultStatus } from "../domain/ticket-status"
import type { Actor, TicketDTO } from "../types"
import {
  assertNotMerged,
  lockTicket,
  ticketStatuses,
  type LockedTicket,
} from "./lock-ticket"
import { rebuildSearchText } from "./rebuild-search-text"
import { keepRelation } from "./relate-tickets"
import { saidAmong } from "./said-messages"
import { settleTicket } from "./settle-ticket"
import { recordChanges } from "./ticket-events"

export type TicketToSplit = {
  ticket_id: string
  message_id: string
  subject?: string
  /** The sender's customer, when the sender is not the ticket's requester. */
  customer: { id: string; proof: "address_match" } | null
  actor: Actor
}

export type SplitTicket = {
  /** The new ticket. */
  ticket_id: string
  number: number
  source_id: string
  message_id: string
  event_ids: string[]
}

type Message = {
  id: string
  kind: MessageKind
  from_name: string
  from_email: string | null
  cc: string[]
  inbound_mail_id: string | null
  author_id: string | null
  others: number
}

/**
 * Takes a message with its files out of a ticket into one of its own, in the caller's transaction.
 * Both are linked. @throws NOT_FOUND, NOT_ALLOWED for the only message of a ticket
 */
export async function splitTicket(sql: Sql, wanted: TicketToSplit): Promise<SplitTicket> {
  const source = await lockTicket(sql, wanted.ticket_id)

  assertNotMerged(source)
  const message = await messageToSplit(sql, source, wanted.message_id)
  const ticket = await openSplit(sql, source, message, wanted)

  await sql.raw(`update crm_ticket_message set ticket_id = ? where id = ?`, [
    ticket.id,
    message.id,
  ])
  const said = await saidAmong(sql, [message.id])

  await settleTicket(sql, ticket, { came: said.messages, replies: said.replies })
  await settleTicket(sql, source, { came: 0, replies: -said.replies })
  await keepRelation(sql, source.id, ticket.id, {
    actor: wanted.actor,
    split_id: ticket.id,
  })
  await recordChanges(sql, ticket.id, wanted.actor, [
    { type: "split_from", data: { id: source.id, number: source.number } },
  ])
  const event_ids = await recordChanges(sql, source.id, wanted.actor, [
    { type: "split_off", data: { id: ticket.id, number: ticket.number } },
  ])
  await rebuildSearchText(sql, source.id)
  await rebuildSearchText(sql, ticket.id)

  return {
    ticket_id: ticket.id,
    number: ticket.number,
    source_id: source.id,
    message_id: message.id,
    event_ids,
  }
}

async function messageToSplit(
  sql: Sql,
  source: LockedTicket,
  id: string
): Promise<Message> {
  const [message] = await rowsOf<Message>(
    sql,
    `select message.id, message.kind, message.from_name, message.from_email, message.cc,
            message.inbound_mail_id, message.author_id,
            (select count(*)::int from crm_ticket_message other
             where other.ticket_id = message.ticket_id and other.id <> message.id
               and other.deleted_at is null) as others
     from crm_ticket_message message
     where message.id = ? and message.ticket_id = ? and message.deleted_at is null`,
    [id, source.id]
  )
  if (!message) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Message ${id} was not found on ticket #${source.number}`
    )
  }
  if (message.others === 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `This is the only message of ticket #${source.number}: nothing would be left. Change the ticket's subject or department instead`
    )
  }
  return message
}

async function openSplit(
  sql: Sql,
  source: LockedTicket,
  message: Message,
  { subject, customer, actor }: TicketToSplit
) {
  const open = defaultStatus(await ticketStatuses(sql), "open")
  const asker = askerOf(source, message)
  const id = generateEntityId("", "tick")
  const [{ number }] = await insertRows<{ number: number }>(
    sql,
    "crm_ticket",
    [
      {
        id,
        subject: subject ?? source.subject,
        status_id: open.id,
        status_category: open.category,
        department_id: source.department_id,
        requester_email: asker.email,
        requester_name: asker.name || asker.email,
        ...(asker.is_requester
          ? { customer_id: source.customer_id, customer_proof: source.customer_proof }
          : {
              customer_id: customer?.id ?? null,
              customer_proof: customer?.proof ?? null,
            }),
        visible_to_customer: source.visible_to_customer,
        channel: message.inbound_mail_id ? "email" : source.channel,
        created_by_type: createdBy(message),
        created_by_id: message.author_id,
        mail_account_id: source.mail_account_id,
        awaiting: awaitingOf(message.kind, open.category),
        last_message_at: new Date(),
      },
    ],
    "returning number"
  )
  await addPeople(sql, id, asker, message)

  return { id, number, status_category: open.category }
}

/** A customer's message is its sender's; an agent's is about the ticket's own requester. */
function askerOf(source: LockedTicket, { kind, from_email, from_name }: Message) {
  const email = kind === "customer" ? (from_email?.toLowerCase() ?? "") : ""

  return email && email !== source.requester_email
    ? { email, name: from_name, is_requester: false }
    : { email: source.requester_email, name: source.requester_name, is_requester: true }
}

const createdBy = ({ kind }: Message): TicketDTO["created_by_type"] =>
  kind === "customer" ? "guest" : kind === "system" ? "system" : "user"

async function addPeople(
  sql: Sql,
  ticket_id: string,
  asker: { email: string; name: string },
  { kind, cc }: Message
) {
  const people = [
    ...(asker.email ? [{ ...asker, role: "requester" }] : []),
    ...(kind === "note" ? [] : cc).map((email) => ({
      email: email.toLowerCase(),
      name: "",
      role: "cc",
    })),
  ]
  await insertRows(
    sql,
    "crm_ticket_participant",
    people.map(({ email, name, role }) => ({
      id: generateEntityId("", "tpar"),
      ticket_id,
      email,
      name,
      role,
    })),
    "on conflict do nothing"
  )
}
