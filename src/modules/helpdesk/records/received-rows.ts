import { newId } from "../../../ids"
import type { Match } from "../domain/match-ticket"
import type { OrderProof } from "../domain/order-proof"
import { isThirdParty, putInCopy } from "../domain/third-party"
import type { StatusCategory } from "../domain/ticket-status"
import type { AnsweredMail, KnownTicket } from "./find-candidates"
import type { IncomingMail } from "./incoming-mail"
import { participant, type Participant } from "./participants"
import { searchableName } from "./search-text"

/** What the mails of one batch do to one ticket. */
export type TicketChange = {
  ticket: KnownTicket
  is_new: boolean
  messages: number
  status_before: StatusCategory
  last_account_id: string
  awaits_agent: boolean
  search: string[]
}

export type Rows = ReturnType<typeof newRows>

/** An order that a mail names, and who wrote the mail. */
export type NamedOrder = {
  ticket_id: string
  order_id: string
  display_id: string
  proof: OrderProof
  sender: string | null
}

export const newRows = () => ({
  tickets: [] as ({ id: string } & Record<string, unknown>)[],
  messages: [] as object[],
  attachments: [] as object[],
  events: [] as object[],
  participants: [] as Participant[],
  orders: [] as NamedOrder[],
})

export function addMessage(
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
export function addCopies(
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

export function addEvents(
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

/** Tells of a loop once in the history of its ticket. */
export function noteLoop(
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

export const searchText = (mail: IncomingMail, isNew: boolean) =>
  [
    isNew
      ? `${mail.subject}\n${mail.from.name}\n${searchableName(mail.from.email ?? "")}`
      : "",
    mail.orders.map(({ display_id }) => display_id).join(" "),
    mail.attachments.map(({ filename }) => searchableName(filename)).join("\n"),
    mail.body_text,
  ].join("\n")
