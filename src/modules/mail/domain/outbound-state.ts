/** `failed` will be tried again, `dead` will not, `held` waits until whoever asked lets it go. */
export const OUTBOUND_STATES = [
  "held",
  "queued",
  "sending",
  "sent",
  "failed",
  "dead",
  "cancelled",
] as const
export type OutboundState = (typeof OUTBOUND_STATES)[number]
