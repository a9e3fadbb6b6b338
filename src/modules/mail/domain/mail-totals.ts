import type { InboundState } from "./inbound-state"
import type { OutboundState } from "./outbound-state"

/** Mails of the ledger by state. `total` is counted in the same look, so the rest adds up to it. */
export type LedgerTotals = Record<InboundState | "total", number>
/** Mails of the outbox that have not ended well, by state. */
export type OutboxTotals = Record<Exclude<OutboundState, "sent" | "cancelled">, number>

export const NO_MAIL_IN: LedgerTotals = {
  total: 0,
  stored: 0,
  ticketed: 0,
  ignored: 0,
  quarantined: 0,
}
export const NO_MAIL_OUT: OutboxTotals = {
  held: 0,
  queued: 0,
  sending: 0,
  failed: 0,
  dead: 0,
}
