import {
  SEVERITIES,
  SEVERITY_OF,
  type Finding,
  type FindingCode,
  type Severity,
} from "./finding"
import type { AlertKind } from "./mail-alert"
import type { LedgerTotals, OutboxTotals } from "./mail-totals"
import type { MailAccountDTO, SeenAuthentication } from "../types"

export type AccountFacts = {
  account: Pick<
    MailAccountDTO,
    | "address"
    | "authserv_id"
    | "backlog"
    | "enabled"
    | "failures"
    | "imap_host"
    | "imap_security"
    | "last_error"
    | "next_poll_at"
    | "smtp_host"
    | "smtp_security"
  > & { state: string }
  ledger: LedgerTotals
  outbox: OutboxTotals
  /** What agents are being told of, and nobody has waved aside. */
  alerts: AlertKind[]
  is_polled_now: boolean
  /** Mail may be brought over the webhook. */
  has_webhook: boolean
  authentication: SeenAuthentication | null
  arrival: { offset_seconds: number } | null
  own_mail_at: Date | null
  test: { sent_at: Date; received_at: Date | null; server_date: Date | null } | null
  /** Admin users who log in with the account's address. */
  agents: string[]
  /** Other accounts that read the same folder of the same server. */
  shares_with: string[]
}

/** A clock that is off by less changes nothing that anybody would see. */
const CLOCK_TOLERANCE_SECONDS = 120
const OVERDUE_MS = 5 * 60_000
const TEST_PATIENCE_MS = 10 * 60_000
const OWN_MAIL_MEMORY_MS = 7 * 24 * 3_600_000

/** Everything that can be said about an account, the worst first. */
export function diagnoseAccount(facts: AccountFacts, now: Date): Finding[] {
  if (!facts.account.enabled) {
    return [finding("switched_off")]
  }
  return [
    ...readingFindings(facts, now),
    ...mailFindings(facts),
    ...loopFindings(facts, now),
    ...clockFindings(facts),
    ...trustFindings(facts),
  ].sort(bySeverity)
}

export const bySeverity = (a: Pick<Finding, "severity">, b: Pick<Finding, "severity">) =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)

/**
 * The server whose results could be believed: the topmost is added last, by the server nearest to
 * us. It has to stand there on most of the latest mails and nobody else on any: where no server adds
 * its own, anybody can write the header, but nobody writes most of our mail. A test mail is proof
 * enough, since we sent it without.
 * @param authservIds of the topmost results of the latest mails, empty where there are none
 */
export function suggestedAuthserv(
  authservIds: string[],
  ofTestMail: Pick<SeenAuthentication, "results"> | null
): string | null {
  const named = authservIds.filter(Boolean)
  const isHabit =
    named.length >= MAILS_THAT_AGREE &&
    named.length * 2 > authservIds.length &&
    named.every((id) => id === named[0])

  return isHabit ? named[0] : ofTestMail?.results[0]?.authserv_id || null
}

const MAILS_THAT_AGREE = 3

/** What the configured server said of the newest mail; without one, what the topmost did. */
export function authenticationOf(
  { results }: Pick<SeenAuthentication, "results">,
  authservId: string | null
) {
  const trusted = results.find(({ authserv_id }) => isSame(authserv_id, authservId))

  return { ...(trusted ?? results[0]), is_trusted: Boolean(trusted) }
}

function readingFindings(
  { account, is_polled_now, has_webhook, ledger, test }: AccountFacts,
  now: Date
): Finding[] {
  const words = account.last_error ?? ""
  const late = account.next_poll_at ? now.getTime() - account.next_poll_at.getTime() : 0

  return [
    when(account.state === "reconnect", "reconnect", { words }),
    when(account.state === "locked", "locked", { words }),
    when(account.state === "failing" && account.failures > 1, "failing", { words }),
    when(account.state === "failing" && account.failures < 2, "stumbled", { words }),
    when(account.imap_host === null && !has_webhook, "no_way_in"),
    when(!is_polled_now && late > OVERDUE_MS, "not_polled"),
    when(account.state === "new" && !is_polled_now, "not_polled_yet"),
    when(account.state === "ok" && ledger.total === 0, "no_mail_yet", {
      address: account.address,
    }),
    when(account.backlog > 0, "backlog", { count: account.backlog }),
    when(isTestLost(test, now) && account.backlog === 0, "test_lost"),
  ].flat()
}

const isTestLost = (test: AccountFacts["test"], now: Date) =>
  test !== null &&
  !test.received_at &&
  now.getTime() - test.sent_at.getTime() > TEST_PATIENCE_MS

/** What somebody has waved aside is still true, and no longer urgent. */
const mailFindings = ({
  alerts,
  ledger,
  outbox,
  is_polled_now,
}: AccountFacts): Finding[] =>
  [
    when(
      outbox.dead > 0,
      "dead_letters",
      { count: outbox.dead },
      alerts.includes("dead_letters") ? undefined : "info"
    ),
    when(outbox.failed > 0, "sending_fails", { count: outbox.failed }),
    when(
      ledger.quarantined > 0,
      "quarantined",
      { count: ledger.quarantined },
      alerts.includes("quarantine") ? undefined : "info"
    ),
    when(ledger.stored > 0 && !is_polled_now, "not_ticketed", { count: ledger.stored }),
  ].flat()

const loopFindings = (
  { account, own_mail_at, agents, shares_with }: AccountFacts,
  now: Date
): Finding[] =>
  [
    when(
      own_mail_at !== null && now.getTime() - own_mail_at.getTime() < OWN_MAIL_MEMORY_MS,
      "own_mail_returns",
      { at: own_mail_at?.toISOString() ?? "" }
    ),
    when(agents.length > 0, "agent_address", { address: account.address }),
    when(shares_with.length > 0, "shared_mailbox", { addresses: shares_with.join(", ") }),
  ].flat()

/**
 * A mail cannot arrive after we fetched it: a later date means the server's clock is ahead. An
 * earlier date proves nothing, since the mail may have waited, except for a test mail that we sent
 * after that date.
 */
function clockFindings({ arrival, test }: AccountFacts): Finding[] {
  const ahead = arrival?.offset_seconds ?? 0
  const behind = test?.server_date
    ? (test.sent_at.getTime() - test.server_date.getTime()) / 1000
    : 0

  return [
    when(ahead > CLOCK_TOLERANCE_SECONDS, "clock_ahead", { seconds: ahead }),
    when(behind > CLOCK_TOLERANCE_SECONDS, "clock_behind", {
      seconds: Math.round(behind),
    }),
  ].flat()
}

function trustFindings({ account, authentication }: AccountFacts) {
  const { authserv_id: configured } = account
  const seen = authentication && authenticationOf(authentication, configured)
  const hosts = (["imap", "smtp"] as const)
    .filter((server) => account[`${server}_security`] === "none")
    .map((server) => account[`${server}_host`] ?? "")
    .filter((host) => !isThisMachine(host))

  return [
    when(hosts.length > 0, "readable_on_the_way", {
      hosts: [...new Set(hosts)].join(", "),
    }),
    when(Boolean(configured && seen && !seen.is_trusted), "other_authserv", {
      configured: configured ?? "",
      seen: seen?.authserv_id ?? "",
    }),
    when(!configured && seen !== null, "nobody_trusted", {
      seen: seen?.authserv_id ?? "",
    }),
    when(!seen && account.state === "ok", "no_results"),
  ].flat()
}

const isThisMachine = (host: string) => /^(localhost|127\.[\d.]+|\[?::1\]?)$/i.test(host)

const isSame = (a: string, b: string | null) =>
  b !== null && a.toLowerCase() === b.toLowerCase()

const finding = (
  code: FindingCode,
  values: Finding["values"] = {},
  severity: Severity = SEVERITY_OF[code]
): Finding => ({ code, severity, values })

const when = (
  isSo: boolean,
  code: FindingCode,
  values?: Finding["values"],
  severity?: Severity
): Finding[] => (isSo ? [finding(code, values, severity)] : [])
