type Versioned = { hold: string | null }

/**
 * The version of the ticket that each message raised it to. Every message raises it by one; a
 * scheduled one does when it leaves, and the version of one that was taken back belongs to nobody.
 * @param messages newest first
 * @param vacated versions of messages that were taken back
 * @returns in the same order; null for a message that has raised nothing yet
 */
export function messageVersions(
  messages: readonly Versioned[],
  ticketVersion: number,
  vacated: readonly number[]
): (number | null)[] {
  const gone = new Set(vacated)
  let next = ticketVersion

  return messages.map(({ hold }) => {
    if (hold === "scheduled" || hold === "asked") {
      return null
    }
    while (gone.has(next)) {
      next -= 1
    }
    return next--
  })
}

/** How many messages somebody has not read who read up to a version. */
export const unseenMessages = (
  readVersion: number,
  ticketVersion: number,
  vacated: readonly number[]
): number =>
  Math.max(
    0,
    ticketVersion -
      readVersion -
      vacated.filter((version) => version > readVersion).length
  )
