/** What a mail offers to be recognised by. Addresses in lower case. */
export type Recognisable = {
  sender: string | null
  /** Ticket messages whose reference we signed, the nearest first. */
  signed: string[]
  /** In-Reply-To, then References from the nearest to the farthest (RFC 5322 3.6.4). */
  references: string[]
  subject: string
}

/** Tickets that the mail might belong to. */
export type Candidates = {
  /** Ticket by ticket message. */
  byMessage: ReadonlyMap<string, string>
  /** Ticket by Message-ID of a mail, in or out. */
  byReference: ReadonlyMap<string, string>
  byNumber: ReadonlyMap<number, string>
  /** Addresses that took part, by ticket. */
  participants: ReadonlyMap<string, ReadonlySet<string>>
}

export type Match = {
  ticket_id: string
  by: "signed_reference" | "reference" | "number" | "repetition"
  /** The sender is not one of the ticket's people: shown, and trusted with nothing. */
  is_third_party: boolean
}

/**
 * Finds the ticket a mail belongs to: our own signed reference, then the threading headers, then the
 * number in the subject. Only the first is a secret, so only with it may a stranger join, and only
 * as a third party; a number, a subject or a guessed Message-ID never opens a ticket to anyone.
 */
export function matchTicket(mail: Recognisable, candidates: Candidates): Match | null {
  const isParticipant = (ticketId: string) =>
    mail.sender !== null &&
    (candidates.participants.get(ticketId)?.has(mail.sender) ?? false)

  for (const id of mail.signed) {
    const ticket_id = candidates.byMessage.get(id)

    if (ticket_id) {
      return {
        ticket_id,
        by: "signed_reference",
        is_third_party: !isParticipant(ticket_id),
      }
    }
  }
  for (const reference of mail.references) {
    const ticket_id = candidates.byReference.get(reference)

    if (ticket_id && isParticipant(ticket_id)) {
      return { ticket_id, by: "reference", is_third_party: false }
    }
  }
  const number = numberInSubject(mail.subject)
  const ticket_id = number === null ? undefined : candidates.byNumber.get(number)

  return ticket_id && isParticipant(ticket_id)
    ? { ticket_id, by: "number", is_third_party: false }
    : null
}

/** The ticket number of a subject: `[#1000123]` as we write it, or `#1000123` as people do. */
export function numberInSubject(subject: string): number | null {
  const [, bracketed] = /\[#(\d{7,9})\]/.exec(subject) ?? []
  const [, plain] = /(?:^|[^\w#])#(\d{7,9})(?!\w)/.exec(subject) ?? []
  const found = bracketed ?? plain

  return found === undefined ? null : Number(found)
}

/** The subject as we send it: with the number, once. */
export const subjectWithNumber = (subject: string, number: number) =>
  numberInSubject(subject) === number ? subject : `[#${number}] ${subject}`

/** The subject of a new ticket: what the mail was about, without `Re:` and our own markers. */
export const bareSubject = (subject: string) =>
  subject
    .replace(/\[#\d{7,9}\]/g, "")
    .replace(/^(\s*(re|aw|sv|vs|antw|odp|ynt|res|rif)\s*(\[\d+\])?\s*:\s*)+/i, "")
    .replace(/\s+/g, " ")
    .trim()
