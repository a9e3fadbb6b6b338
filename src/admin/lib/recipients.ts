import type { Ticket } from "../../api/admin/crm/tickets/contract"

type People = Pick<Ticket, "requester" | "participants">

/** Those in copy of the ticket, whom a reply does not reach unless it is told to. */
export const inCopy = ({ participants }: People): string[] =>
  participants.filter(({ role }) => role === "cc").map(({ email }) => email)

/**
 * Recipients who were no part of the ticket so far: what is sent to them by mistake cannot be taken
 * back (X-17 AC3). Somebody who only wrote in counts as one of them.
 */
export function newcomers(
  addresses: string[],
  { requester, participants }: People
): string[] {
  const known = new Set(
    [
      requester.email,
      ...participants
        .filter(({ role }) => role !== "third_party")
        .map(({ email }) => email),
    ].map((address) => address.toLowerCase())
  )
  return addresses.filter((address) => !known.has(address.toLowerCase()))
}
