import type { Finding } from "../../../../modules/mail/domain/finding"
import type { AuthenticationVerdict } from "../../../../modules/mail/mime/read-email-types"
import type {
  LedgerTotals,
  OutboxTotals,
} from "../../../../modules/mail/domain/mail-totals"
import type { MailAccount } from "../mail-accounts/contract"

export type { Finding, LedgerTotals, OutboxTotals }

/** What the servers on the way said of the newest mail that carried any results (RFC 8601). */
export type AccountAuthentication = {
  inbound_mail_id: string
  /** Empty where the header names no server. */
  authserv_id: string
  spf: AuthenticationVerdict
  dkim: AuthenticationVerdict
  dmarc: AuthenticationVerdict
  /** It is the server that the account is told to believe. */
  is_trusted: boolean
}

export type AccountHealth = {
  mail_account: MailAccount
  /** Some instance is polling it right now: `mail_account.backlog` counts down. */
  is_polled_now: boolean
  /** Mails fetched by the latest poll, or so far by the one that runs. */
  poll_fetched: number
  ledger: LedgerTotals
  outbox: OutboxTotals
  authentication: AccountAuthentication | null
  /** The server that stands topmost on most of the latest mails, and nobody else on any. */
  suggested_authserv_id: string | null
  /** INTERNALDATE of the newest mail minus the moment we stored it, by the database's clock. */
  arrival: { offset_seconds: number; at: string } | null
  test_mail: {
    id: string
    sent_at: string
    received_at: string | null
    inbound_mail_id: string | null
  } | null
  /** The worst first. */
  findings: Finding[]
}

export type MailHealth = {
  checked_at: string
  /** Milliseconds by which this server's clock is ahead of the database's. */
  clock_offset_ms: number
  ledger: LedgerTotals
  outbox: OutboxTotals
  /** Mail of accounts that were removed; it is in the totals above. */
  removed: { ledger: LedgerTotals; outbox: OutboxTotals }
  accounts: AccountHealth[]
  /** The worst of all accounts, with the account's address. */
  worst: (Finding & { account_id: string; address: string }) | null
}

export type MailHealthResponse = { mail_health: MailHealth }
export type TestMailResponse = {
  test_mail: { id: string; sent_at: string; response: string }
}
