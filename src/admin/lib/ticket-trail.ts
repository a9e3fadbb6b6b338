/** The list an agent came from: its page of tickets, and its address with all filters. */
export type TicketTrail = { ids: string[]; address: string }

const KEY = "crm-desk:ticket-trail"
const NOWHERE: TicketTrail = { ids: [], address: "" }

/** Kept in the tab: two tabs walk two lists. */
export function keepTrail(trail: TicketTrail): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(trail))
  } catch {
    // A full or forbidden storage costs the way to the next ticket, nothing else.
  }
}

export function readTrail(stored = sessionStorage.getItem(KEY)): TicketTrail {
  try {
    const trail: unknown = JSON.parse(stored ?? "null")

    return isTrail(trail) ? trail : NOWHERE
  } catch {
    return NOWHERE
  }
}

/** The ticket after or before this one in the list, or null at its end. */
export function neighbour({ ids }: TicketTrail, id: string, step: 1 | -1): string | null {
  const index = ids.indexOf(id)

  return index < 0 ? null : (ids[index + step] ?? null)
}

const isTrail = (value: unknown): value is TicketTrail =>
  typeof value === "object" &&
  value !== null &&
  "ids" in value &&
  Array.isArray(value.ids) &&
  value.ids.every((id) => typeof id === "string") &&
  "address" in value &&
  typeof value.address === "string"
