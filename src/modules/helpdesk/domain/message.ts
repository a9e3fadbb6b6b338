export const MESSAGE_KINDS = ["customer", "agent", "note", "system"] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/**
 * A mail's way out, as the ticket shows it. `held` may still be taken back; `waiting` must leave and
 * is not yet in the outbox; the rest are the outbox's own states.
 */
export const DELIVERY_STATES = [
  "waiting",
  "held",
  "queued",
  "sending",
  "sent",
  "failed",
  "dead",
  "cancelled",
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/**
 * Why a reply is held: it can be taken back for some seconds (`undo`), it waits for its time
 * (`scheduled`), or the customer wrote first and an agent has to decide (`asked`).
 */
export const HOLDS = ["undo", "scheduled", "asked"] as const
export type Hold = (typeof HOLDS)[number]
