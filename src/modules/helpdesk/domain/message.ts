export const MESSAGE_KINDS = ["customer", "agent", "note", "system"] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/**
 * A mail's way out, as the ticket shows it. `held` may still be taken back; `waiting` must leave and
 * is not yet in the outbox; `bounced` was sent and came back; the rest are the outbox's own states.
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
  "bounced",
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** A recipient whom a message did not reach, or not yet. */
export type DeliveryFailure = {
  address: string
  /** `refused` by the server at once, `bounced` later; `delayed`: a server still tries. */
  state: "refused" | "bounced" | "delayed"
  /** RFC 3463, e.g. `5.1.1`. */
  status: string | null
  /** The server's own words. */
  response: string | null
  permanent: boolean
  at: string | null
  /** The bounce, which is a message of the ticket too. */
  inbound_mail_id: string | null
}

/** Whose address the sender of a mail claims, beside the customers'. */
export const SENDER_CLAIMS = ["agent", "own_account"] as const
export type SenderClaim = (typeof SENDER_CLAIMS)[number]

/**
 * Why a reply is held: it can be taken back for some seconds (`undo`), it waits for its time
 * (`scheduled`), or the customer wrote first and an agent has to decide (`asked`).
 */
export const HOLDS = ["undo", "scheduled", "asked"] as const
export type Hold = (typeof HOLDS)[number]
