export const MESSAGE_KINDS = ["customer", "agent", "note", "system"] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/**
 * A mail's way out, as the ticket shows it. `waiting` is recorded with the message and not yet
 * in the outbox; the rest are the outbox's own states.
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
