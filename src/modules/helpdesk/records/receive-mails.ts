import { newId } from "../../../ids"
import { rowsOf, type Sql } from "../../../sql"
import { afterCustomerMail } from "../domain/after-customer-mail"
import { bareSubject, matchTicket, type Match } from "../domain/match-ticket"
import { repeatedTicket } from "../domain/repetition"
import { putInCopy } from "../domain/third-party"
import { defaultStatus, type Status } from "../domain/ticket-status"
import { findCandidates, type AnsweredMail, type KnownTicket } from "./find-candidates"
import { stopScheduledReplies } from "./held-replies"
import type { IncomingMail, ReceivedMail } from "./incoming-mail"
import { participant } from "./participants"
import {
  addCopies,
  addEvents,
  addMessage,
  newRows,
  noteLoop,
  searchText,
  type Rows,
  type TicketChange,
} from "./received-rows"
import { proveAddresses } from "./same-person"
import { announceCustomerMail } from "./watchers"
import { write } from "./write-received"
import { cutText } from "../../../cut-text"

/**
 * Puts a batch of mails on tickets, in the order given, in the caller's transaction: all of it
 * happens or nothing does. A mail that was received before is found again by its ledger row.
 */
export async function receiveMails(
  sql: Sql,
  mails: IncomingMail[]
): Promise<ReceivedMail[]> {
  const known = await findReceived(sql, mails)
  const fresh = mails.filter(({ inbound_mail_id }) => !known.has(inbound_mail_id))

  if (!fresh.length) {
    return [...known.values()]
  }
  const statuses = await rowsOf<Status>(
    sql,
    `select id, name, category, is_default from crm_ticket_status
     where deleted_at is null order by position, id`
  )
  const { candidates, tickets, answered } = await findCandidates(sql, fresh)
  // The database's clock: instances' own may differ.
  const [{ now }] = await rowsOf<{ now: Date }>(sql, `select clock_timestamp() as now`)
  const changes = new Map<string, TicketChange>()
  const rows = newRows()
  const received: (Omit<ReceivedMail, "ticket_number"> & { ticket: KnownTicket })[] = []

  for (const mail of fresh) {
    const match =
      matchTicket(recognisable(mail), candidates) ?? repetition(mail, answered, tickets)
    const change = match
      ? changeOf(changes, tickets, match.ticket_id, mail)
      : openTicket(changes, mail, statuses, rows)
    const effect = afterCustomerMail(change.ticket.status_category, {
      is_automated: isQuiet(mail, match),
    })
    const status_before = match ? change.ticket.status_category : null

    if (match && effect.category) {
      setStatus(change.ticket, defaultStatus(statuses, effect.category))
    }
    change.messages += 1
    change.last_account_id = mail.mail_account_id
    change.awaits_agent ||= effect.awaiting === "agent"
    change.search.push(searchText(mail, !match))

    const message_id = addMessage(rows, mail, change.ticket.id, match)

    addEvents(rows, mail, change, match, message_id, status_before)
    addCopies(rows, mail, change.ticket.id, match, candidates.participants)
    if (match?.by === "repetition") {
      noteLoop(rows, answered, change.ticket.id, message_id)
    }
    remember(candidates, mail, change.ticket, message_id, match)
    received.push({
      inbound_mail_id: mail.inbound_mail_id,
      ticket_id: change.ticket.id,
      ticket: change.ticket,
      message_id,
      is_new_ticket: !match,
      status_before,
      status: change.ticket.status_category,
      was_known: false,
    })
  }
  await write(sql, [...changes.values()], rows, now)
  await tellWhoWaits(sql, changes, received)
  await proveAddresses(sql, answersAmong(fresh, received))

  return [
    ...known.values(),
    ...received.map(({ ticket, ...mail }) => ({ ...mail, ticket_number: ticket.number })),
  ]
}

/** What a customer's own words on an old ticket set off; a machine's, and a new ticket, nothing. */
async function tellWhoWaits(
  sql: Sql,
  changes: ReadonlyMap<string, TicketChange>,
  received: { ticket_id: string; message_id: string }[]
): Promise<void> {
  const spoken = received.filter(({ ticket_id }) => {
    const change = changes.get(ticket_id)

    return change?.awaits_agent && !change.is_new
  })
  await stopScheduledReplies(sql, [...new Set(spoken.map(({ ticket_id }) => ticket_id))])
  await announceCustomerMail(sql, spoken)
}

const recognisable = ({ from, signed, references, subject }: IncomingMail) => ({
  sender: from.email?.toLowerCase() ?? null,
  signed,
  references,
  subject,
})

/** Mails that answer one of ours: they may prove an address (X-16 AC2). */
const answersAmong = (
  mails: IncomingMail[],
  received: { inbound_mail_id: string; ticket: KnownTicket }[]
) => {
  const tickets = new Map(
    received.map(({ inbound_mail_id, ticket }) => [inbound_mail_id, ticket.id])
  )
  return mails.flatMap(({ inbound_mail_id, from, signed, automated }) => {
    const ticket_id = tickets.get(inbound_mail_id)

    return ticket_id && from.email && signed.length && !automated
      ? [{ ticket_id, sender: from.email.toLowerCase(), signed }]
      : []
  })
}

/** Words that came before from somebody who answers our automatic answers. */
function repetition(
  mail: IncomingMail,
  answered: ReadonlyMap<string, AnsweredMail[]>,
  tickets: ReadonlyMap<string, KnownTicket>
): Match | null {
  const earlier = answered.get(mail.from.email?.toLowerCase() ?? "") ?? []
  const ticket_id = repeatedTicket(mail, earlier)

  return ticket_id && tickets.has(ticket_id)
    ? { ticket_id, by: "repetition", is_third_party: false }
    : null
}

/** A machine's words on an existing ticket change nothing; as a new ticket they need an agent. */
const isQuiet = (mail: IncomingMail, match: Match | null) =>
  match !== null && mail.automated !== null && mail.automated !== "bulk"

async function findReceived(
  sql: Sql,
  mails: IncomingMail[]
): Promise<Map<string, ReceivedMail>> {
  const rows = await rowsOf<Omit<ReceivedMail, "was_known" | "status_before">>(
    sql,
    `select message.inbound_mail_id, message.ticket_id, ticket.number as ticket_number,
            message.id as message_id, ticket.status_category as status,
            not exists (
              select 1 from crm_ticket_message earlier
              where earlier.ticket_id = message.ticket_id
                and (earlier.created_at, earlier.id) < (message.created_at, message.id)
            ) as is_new_ticket
     from crm_ticket_message message join crm_ticket ticket on ticket.id = message.ticket_id
     where message.inbound_mail_id = any(?)`,
    [mails.map(({ inbound_mail_id }) => inbound_mail_id)]
  )
  return new Map(
    rows.map((row) => [
      row.inbound_mail_id,
      { ...row, status_before: null, was_known: true },
    ])
  )
}

function changeOf(
  changes: Map<string, TicketChange>,
  tickets: ReadonlyMap<string, KnownTicket>,
  ticketId: string,
  mail: IncomingMail
): TicketChange {
  const existing = changes.get(ticketId)

  if (existing) {
    return existing
  }
  const ticket = tickets.get(ticketId) as KnownTicket
  const change: TicketChange = {
    ticket,
    is_new: false,
    messages: 0,
    status_before: ticket.status_category,
    last_account_id: mail.mail_account_id,
    awaits_agent: false,
    search: [],
  }
  changes.set(ticketId, change)
  return change
}

function openTicket(
  changes: Map<string, TicketChange>,
  mail: IncomingMail,
  statuses: Status[],
  rows: Rows
): TicketChange {
  const status = defaultStatus(statuses, "open")
  const ticket: KnownTicket = {
    id: newId("tick"),
    number: NOT_YET_NUMBERED,
    status_id: status.id,
    status_category: status.category,
  }
  const email = mail.from.email?.toLowerCase() ?? ""

  rows.tickets.push({
    id: ticket.id,
    subject: cutText(bareSubject(mail.subject), 1000) || "(no subject)",
    status_id: status.id,
    status_category: status.category,
    department_id: mail.department_id,
    requester_email: email,
    requester_name: mail.from.name || email || "Unknown sender",
    customer_id: mail.customer?.id ?? null,
    customer_proof: mail.customer?.proof ?? null,
    channel: "email",
    created_by_type: mail.customer ? "customer" : "guest",
    created_by_id: mail.customer?.id ?? null,
    mail_account_id: mail.mail_account_id,
    awaiting: "agent",
    version: 0,
  })
  if (email) {
    rows.participants.push(participant(ticket.id, email, "requester", mail.from.name))
  }
  const change: TicketChange = {
    ticket,
    is_new: true,
    messages: 0,
    status_before: status.category,
    last_account_id: mail.mail_account_id,
    awaits_agent: true,
    search: [],
  }
  changes.set(ticket.id, change)
  return change
}

/** A ticket gets its number from the sequence as it is inserted: mail on old tickets uses up none. */
const NOT_YET_NUMBERED = 0

const setStatus = (ticket: KnownTicket, status: Status) => {
  ticket.status_id = status.id
  ticket.status_category = status.category
}

/** A reply in the same batch finds the mail it answers. */
function remember(
  {
    byMessage,
    byReference,
    byNumber,
    participants,
  }: Awaited<ReturnType<typeof findCandidates>>["candidates"],
  mail: IncomingMail,
  ticket: KnownTicket,
  messageId: string,
  match: Match | null
) {
  byMessage.set(messageId, ticket.id)
  if (mail.message_id && !byReference.has(mail.message_id)) {
    byReference.set(mail.message_id, ticket.id)
  }
  const people = participants.get(ticket.id) ?? new Set<string>()

  for (const address of [match ? null : mail.from.email, ...putInCopy(mail, match)]) {
    if (address) people.add(address.toLowerCase())
  }
  participants.set(ticket.id, people)
}
