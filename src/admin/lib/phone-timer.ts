const keyOf = (ticketId: string) => `crm-desk:call:${ticketId}`

/** The longest call that a note can have, in seconds: one that was forgotten overnight. */
const MOST_SECONDS = 86_400

/** When a call about a ticket began, kept in this browser: a reload does not end a call (V-74). */
export function callBegan(
  ticketId: string,
  storage: Pick<Storage, "getItem">
): number | null {
  const began = Number(storage.getItem(keyOf(ticketId)))

  return Number.isFinite(began) && began > 0 ? began : null
}

export const beginCall = (
  ticketId: string,
  now: number,
  storage: Pick<Storage, "setItem">
): number => {
  storage.setItem(keyOf(ticketId), String(now))
  return now
}

export const endCall = (ticketId: string, storage: Pick<Storage, "removeItem">): void =>
  storage.removeItem(keyOf(ticketId))

/** @returns whole seconds */
export const secondsSince = (began: number, now: number): number =>
  Math.min(MOST_SECONDS, Math.max(0, Math.floor((now - began) / 1000)))

/** "4:05", "1:02:09" */
export function callLength(seconds: number): string {
  const [h, m, s] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
  ]
  const two = (value: number) => String(value).padStart(2, "0")

  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
