type Words = { subject: string; body_text: string }

/**
 * The ticket that a mail merely repeats: the same words, apart from numbers, that came before from the
 * same address. For senders who were answered automatically again and again only: another program
 * answers our answers, under a new Message-ID and subject each time, and every answer would open a
 * ticket (A2).
 * @param earlier what the sender wrote lately, the newest first
 */
export const repeatedTicket = (
  mail: Words,
  earlier: readonly (Words & { ticket_id: string })[]
): string | null => earlier.find((before) => saysTheSame(mail, before))?.ticket_id ?? null

function saysTheSame(mail: Words, before: Words): boolean {
  const body = bare(mail.body_text)

  return body.length >= SHORT
    ? body === bare(before.body_text)
    : body === bare(before.body_text) && bare(mail.subject) === bare(before.subject)
}

/** Letters only: numbers, dates and the signs around them differ from one answer to the next. */
const bare = (text: string) =>
  text
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/\b(re|aw|fwd?)\s*:/g, "")
    .replace(/[^\p{L}]+/gu, " ")
    .trim()

/** So few letters say nothing by themselves. */
const SHORT = 20
const LONGEST = 20_000
