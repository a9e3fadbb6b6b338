import type { Ticket } from "../../api/admin/crm/tickets/contract"
import { addressesOf } from "./addresses"
import { lineOf, type ReplyDraft } from "./reply-draft"

type People = Pick<Ticket, "requester" | "participants" | "messages" | "recipients">

/** Who takes part already. Somebody who wrote uninvited does not. */
function knownAddresses({ requester, participants, messages }: People): Set<string> {
  return new Set(
    [
      requester.email,
      ...participants
        .filter(({ role }) => role !== "third_party")
        .map(({ email }) => email),
      ...messages
        .filter(({ kind }) => kind === "agent")
        .flatMap(({ to, cc, bcc }) => [...to, ...cc, ...bcc]),
    ].map((address) => address.toLowerCase())
  )
}

/** Addresses a reply would go to that have had nothing to do with the ticket so far. */
export function newAddresses(ticket: People, reply: ReplyDraft["reply"]): string[] {
  const known = knownAddresses(ticket)

  return [reply.to ?? "", reply.cc, reply.bcc]
    .flatMap(addressesOf)
    .filter(
      (address, index, all) => !known.has(address) && all.indexOf(address) === index
    )
}

type Lines = Pick<ReplyDraft["reply"], "to" | "cc">

export const linesFor = (ticket: People, whom: "reply" | "reply_all"): Lines => ({
  to: null,
  cc: lineOf(ticket.recipients[whom].cc),
})

/** Which of the two the lines are; null for neither. */
export function whomOf(ticket: People, { to, cc }: Lines): "reply" | "reply_all" | null {
  const isTo = to === null || to === lineOf(ticket.recipients.reply.to)
  const written = addressesOf(cc)
  const all = ticket.recipients.reply_all.cc

  if (isTo && !written.length) {
    return "reply"
  }
  return isTo &&
    written.length === all.length &&
    all.every((address) => written.includes(address))
    ? "reply_all"
    : null
}
