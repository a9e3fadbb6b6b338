/** An agent, as others may name them. */
export type Mentionable = {
  id: string
  name: string
  first_name: string
  email: string
  /** Removed from the shop: nobody would read it. */
  has_left: boolean
}

/**
 * Whom a text names with `@`: by full name, by address, or by a first name that only one agent has.
 * The longest name wins, so that `@Ada Agent` is not taken for another Ada. The `@` of an address
 * inside the text names nobody.
 * @returns the agents, and the names of those who have left
 */
export function mentionedIn(
  text: string,
  agents: Mentionable[]
): { ids: string[]; gone: string[] } {
  const labels = labelsOf(agents)
  const ids = new Set<string>()
  const gone = new Set<string>()

  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}._%+-])@/gu)) {
    const rest = text.slice(index + 1, index + 1 + LONGEST).toLowerCase()
    const found = labels.find(
      ({ label }) =>
        rest.startsWith(label) && !/^[\p{L}\p{N}]/u.test(rest.slice(label.length))
    )
    if (found?.agent.has_left) {
      gone.add(found.agent.name)
    } else if (found) {
      ids.add(found.agent.id)
    }
  }
  return { ids: [...ids], gone: [...gone] }
}

/** Longer than any name or address (RFC 5321: 254 octets). */
const LONGEST = 255

function labelsOf(agents: Mentionable[]) {
  const active = agents.filter(({ has_left }) => !has_left)
  const firstNames = active.map(({ first_name }) => first_name.toLowerCase())
  const isUnique = (name: string) =>
    firstNames.filter((other) => other === name.toLowerCase()).length === 1

  // Who works here comes first: a name that a colleague left behind is theirs now.
  return [...active, ...agents.filter(({ has_left }) => has_left)]
    .flatMap((agent) =>
      [
        agent.name,
        agent.email,
        agent.has_left || !isUnique(agent.first_name) ? "" : agent.first_name,
      ]
        .filter(Boolean)
        .map((label) => ({ label: label.toLowerCase(), agent }))
    )
    .sort((a, b) => b.label.length - a.label.length)
}
