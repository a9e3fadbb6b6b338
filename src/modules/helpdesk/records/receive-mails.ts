import { newId } from "../../../ids"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { afterCustomerMail } from "../domain/after-customer-mail"
import { bareSubject, matchTicket, type Match } from "../domain/match-ticket"
import type { SenderClaim } from "../domain/message"
import type { OrderProof } from "../domain/order-proof"
import { repeatedTicket } from "../domain/repetition"
import { isThirdParty, putInCopy } from "../domain/third-party"
import { defaultStatus, type Status, type StatusCategory } from "../domain/ticket-status"
import type { StoredFile, TicketMessageDTO } from "../types"
import { findCandidates, type AnsweredMail, type KnownTicket } from "./find-candidates"
import { stopScheduledReplies } from "./held-replies"
import { addParticipants, participant, type Participant } from "./participants"
import { proveAddresses } from "./same-person"
import { addSearchText, searchableName } from "./search-text"
import { announceCustomerMail } from "./watchers"

/** A mail as the help desk takes it: read, its files stored, its sender looked up. */
export type IncomingMail = {
  inbound_mail_id: string
  mail_account_id: string
  department_id: string
  from: { name: string; email: string | null }
  to: string[]
  cc: string[]
  subject: string
  body_text: string
  body_html: string | null
  signature_text: string
  quoted_text: string
  message_id: string | null
  /** In-Reply-To, then References, nearest first; without brackets. */
  references: string[]
  /** Ticket messages whose signed reference stands among the references. */
  signed: string[]
  automated: TicketMessageDTO["automated"]
  sender_check: "pass" | "fail" | "none"
  sender_claim: SenderClaim | null
  /** Where the sender wants answers, without the sender's own address. */
  reply_to: string[]
  /** The sender got so many automatic answers today that a machine may be answering them. */
  is_often_answered: boolean
  problems: string[]
  customer: { id: string; proof: "verified" | "address_match" } | null
  orders: { order_id: string; display_id: string; proof: OrderProof }[]
  attachments: StoredFile[]
}

export type ReceivedMail = {
  inbound_mail_id: string
  ticket_id: string
  ticket_number: number
  message_id: string
  is_new_ticket: boolean
  status_before: StatusCategory | null
  status: StatusCategory
  /** It was received before: nothing was written now. */
  was_known: boolean
}

/** What the mails of one batch do to one ticket. */
type TicketChange = {
  ticket: KnownTicket
  is_new: boolean
  messages: number
  status_before: StatusCategory
  last_account_id: string
  awaits_agent: boolean
  search: string[]
}

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

type Rows = ReturnType<typeof newRows>

/** An order that a mail names, and who wrote the mail. */
type NamedOrder = {
  ticket_id: string
  order_id: string
  display_id: string
  proof: OrderProof
  sender: string | null
}

const newRows = () => ({
  tickets: [] as ({ id: string } & Record<string, unknown>)[],
  messages: [] as object[],
  attachments: [] as object[],
  events: [] as object[],
  participants: [] as Participant[],
  orders: [] as NamedOrder[],
})

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

/** Tells of a loop once in the history of its ticket. */
function noteLoop(
  rows: Rows,
  answered: ReadonlyMap<string, AnsweredMail[]>,
  ticket_id: string,
  message_id: string
) {
  const mails = [...answered.values()]
    .flat()
    .filter((mail) => mail.ticket_id === ticket_id)

  if (!mails.some(({ is_suspected }) => is_suspected)) {
    mails.forEach((mail) => (mail.is_suspected = true))
    rows.events.push({
      id: newId("tevt"),
      ticket_id,
      type: "loop_suspected",
      actor_type: "system",
      actor_id: null,
      data: { message_id },
    })
  }
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
    subject: bareSubject(mail.subject).slice(0, 1000) || "(no subject)",
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

function addMessage(
  rows: Rows,
  mail: IncomingMail,
  ticket_id: string,
  match: Match | null
): string {
  const id = newId("tmsg")

  rows.messages.push({
    id,
    ticket_id,
    kind: "customer",
    from_name: mail.from.name || mail.from.email || "Unknown sender",
    from_email: mail.from.email,
    to: mail.to,
    cc: mail.cc,
    bcc: [],
    subject: mail.subject,
    body_text: mail.body_text,
    body_html: mail.body_html,
    signature_text: mail.signature_text,
    quoted_text: mail.quoted_text,
    inbound_mail_id: mail.inbound_mail_id,
    mail_message_id: mail.message_id,
    mail_in_reply_to: mail.references[0] ?? null,
    mail_references: mail.references,
    automated: mail.automated,
    is_third_party: isThirdParty(mail, match),
    sender_check: mail.sender_check,
    sender_claim: mail.sender_claim,
    reply_to: mail.reply_to,
    problems: mail.problems,
  })
  mail.attachments.forEach((file, position) =>
    rows.attachments.push({ ...file, message_id: id, position })
  )
  if (isThirdParty(mail, match) && mail.from.email) {
    rows.participants.push(
      participant(ticket_id, mail.from.email, "third_party", mail.from.name)
    )
  }
  // A third party cannot touch orders (X-17 AC1).
  for (const order of match?.is_third_party ? [] : mail.orders) {
    rows.orders.push({ ticket_id, sender: mail.from.email, ...order })
  }
  return id
}

/** Puts people in copy, and tells of it where the ticket was there before. */
function addCopies(
  rows: Rows,
  mail: IncomingMail,
  ticket_id: string,
  match: Match | null,
  participants: ReadonlyMap<string, ReadonlySet<string>>
) {
  const known = participants.get(ticket_id)
  const added = [
    ...new Set(putInCopy(mail, match).map((address) => address.toLowerCase())),
  ].filter((address) => !known?.has(address))

  for (const address of added) {
    rows.participants.push(participant(ticket_id, address, "cc"))
  }
  if (match && added.length) {
    rows.events.push({
      id: newId("tevt"),
      ticket_id,
      type: "copied",
      actor_type: "customer",
      actor_id: mail.customer?.id ?? null,
      data: { sender: mail.from.email, addresses: added },
    })
  }
}

function addEvents(
  rows: Rows,
  mail: IncomingMail,
  { ticket }: TicketChange,
  match: Match | null,
  message_id: string,
  status_before: StatusCategory | null
) {
  const actor = { actor_type: "customer", actor_id: mail.customer?.id ?? null }
  const event = (type: string, data: object, by: object = actor) =>
    rows.events.push({
      id: newId("tevt"),
      ticket_id: ticket.id,
      type,
      ...by,
      data,
    })

  if (!match) {
    event("created", { channel: "email", message_id })
  } else if (status_before && status_before !== ticket.status_category) {
    event("status_changed", {
      from: status_before,
      to: ticket.status_category,
      message_id,
    })
  }
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

const searchText = (mail: IncomingMail, isNew: boolean) =>
  [
    isNew
      ? `${mail.subject}\n${mail.from.name}\n${searchableName(mail.from.email ?? "")}`
      : "",
    mail.orders.map(({ display_id }) => display_id).join(" "),
    mail.attachments.map(({ filename }) => searchableName(filename)).join("\n"),
    mail.body_text,
  ].join("\n")

async function write(
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
      JSON.stringify(
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
