import type { SenderClaim } from "./message"
import type { Match } from "./match-ticket"

type Sender = {
  automated: string | null
  sender_check: "pass" | "fail" | "none"
  sender_claim: SenderClaim | null
}

/**
 * Whether a mail on a ticket comes from somebody who is not one of its people. A bounce comes
 * from a stranger by nature and is told apart by what it is; an agent whose address was checked is no
 * stranger to any ticket.
 */
export const isThirdParty = (
  { automated, sender_check, sender_claim }: Sender,
  match: Match | null
): boolean =>
  Boolean(match?.is_third_party) &&
  automated !== "bounce" &&
  !(sender_claim === "agent" && sender_check === "pass")

/**
 * The addresses a mail puts in copy of its ticket. On a new ticket those it was sent to as well: they
 * have read it. On an existing one only a participant whose address was checked may add any, for
 * whoever is in copy is trusted from then on (I6).
 */
export function putInCopy(
  mail: Sender & { cc: string[] },
  match: Match | null
): string[] {
  const may = match
    ? mail.sender_check === "pass" && !match.is_third_party && mail.automated === null
    : mail.sender_check !== "fail"

  return may ? mail.cc.slice(0, MOST_IN_COPY) : []
}

const MOST_IN_COPY = 50
