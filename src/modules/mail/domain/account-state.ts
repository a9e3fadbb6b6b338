/**
 * - `new`: never fetched
 * - `ok`
 * - `failing`: the last fetch failed; it is tried again by itself
 * - `reconnect`: its provider withdrew the consent; it waits for a person
 * - `locked`: its password or token does not open with the configured keys
 *
 * In the last two nothing is sent through it either: its mail waits in the outbox.
 */
export const ACCOUNT_STATES = ["new", "ok", "failing", "reconnect", "locked"] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

/** Mail is not coming in: somebody should look. */
export const needsAttention = ({
  enabled,
  state,
}: {
  enabled: boolean
  state: AccountState
}) => enabled && !["new", "ok"].includes(state)

/** Ways to leave a mail on the server once it is read. */
export const AFTER_READING = ["keep", "mark_seen", "move", "delete"] as const
export type AfterReading = (typeof AFTER_READING)[number]
