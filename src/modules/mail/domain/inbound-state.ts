/** `stored` is on its way; the other three are how a mail ends, and nothing else ends one. */
export const INBOUND_STATES = ["stored", "ticketed", "ignored", "quarantined"] as const
export type InboundState = (typeof INBOUND_STATES)[number]
