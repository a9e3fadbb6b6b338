export type Recipients = { to: string[]; cc: string[] }

type Said = { kind: string; from: string | null; to: string[]; cc: string[] }

/** More than this is a mailing list that somebody copied, not people (freescout's 60 copies). */
const MOST_IN_COPY = 50

/**
 * Whom a reply goes to, and whom a reply to all. A reply is for the requester alone: copies are
 * added on purpose. Our own addresses are never among them, or the desk would write to itself, and
 * a third party gets into the copy only where the requester put them (X-17 AC1).
 * @param messages newest first
 * @param own addresses of our mail accounts, in lower case
 */
export function replyRecipients(
  requester: string,
  messages: Said[],
  own: ReadonlySet<string>
): { reply: Recipients; reply_all: Recipients } {
  const to = requester ? [requester.toLowerCase()] : []
  const latest = messages.find(
    ({ kind, from }) => kind === "customer" && isSame(from, requester)
  )
  const sent = messages.find(({ kind }) => kind === "agent")
  const others = [...(latest?.to ?? []), ...(latest?.cc ?? []), ...(sent?.cc ?? [])]
    .map((address) => address.toLowerCase())
    .filter((address) => !own.has(address) && !to.includes(address))

  return {
    reply: { to, cc: [] },
    reply_all: { to, cc: [...new Set(others)].slice(0, MOST_IN_COPY) },
  }
}

const isSame = (address: string | null, requester: string) =>
  address?.toLowerCase() === requester.toLowerCase()
