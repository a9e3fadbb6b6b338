import {
  authenticationOf,
  bySeverity,
  diagnoseAccount,
  suggestedAuthserv,
} from "../../../../modules/mail/domain/diagnose-account"
import { NO_MAIL_IN, NO_MAIL_OUT } from "../../../../modules/mail/domain/mail-totals"
import type { MailHealthFacts } from "../../../../modules/mail/reports/mail-health"
import type { MailAccountDTO, MailObservationDTO } from "../../../../modules/mail/types"
import type { MailAccount } from "../mail-accounts/contract"
import type { AccountHealth, MailHealth } from "./contract"

type Everything = {
  accounts: MailAccountDTO[]
  /** The same accounts, as they are answered. */
  presented: MailAccount[]
  facts: MailHealthFacts
  /** Addresses of admin users, in lower case. */
  agents: ReadonlySet<string>
  now: Date
}

export function presentMailHealth(everything: Everything): MailHealth {
  const { accounts, presented, facts, now } = everything
  const ids = new Set(accounts.map(({ id }) => id))
  const healths = accounts.map((account, index) =>
    presentAccount(account, presented[index], everything)
  )
  const removed = <Totals>(totals: ReadonlyMap<string, Totals>) =>
    [...totals].flatMap(([id, each]) => (ids.has(id) ? [] : [each]))
  const removedIn = sumOf(NO_MAIL_IN, removed(facts.ledger))
  const removedOut = sumOf(NO_MAIL_OUT, removed(facts.outbox))

  return {
    checked_at: now.toISOString(),
    clock_offset_ms: facts.clock_offset_ms,
    ledger: sumOf(
      removedIn,
      healths.map(({ ledger }) => ledger)
    ),
    outbox: sumOf(
      removedOut,
      healths.map(({ outbox }) => outbox)
    ),
    removed: { ledger: removedIn, outbox: removedOut },
    accounts: healths,
    worst: worstOf(healths),
  }
}

function presentAccount(
  account: MailAccountDTO,
  mail_account: MailAccount,
  { accounts, facts, agents, now }: Everything
): AccountHealth {
  const observed = facts.observations.get(account.id)
  const is_polled_now = facts.polled_now.has(account.id)
  const ledger = facts.ledger.get(account.id) ?? NO_MAIL_IN
  const outbox = facts.outbox.get(account.id) ?? NO_MAIL_OUT
  const authentication = observed?.authentication ?? null
  const arrival = arrivalOf(observed)

  return {
    mail_account,
    is_polled_now,
    poll_fetched: account.poll_fetched,
    ledger,
    outbox,
    authentication: authentication && {
      inbound_mail_id: authentication.inbound_mail_id,
      ...authenticationOf(authentication, account.authserv_id),
    },
    suggested_authserv_id: suggestedAuthserv(
      observed?.authserv_ids ?? [],
      isTestMail(observed) ? authentication : null
    ),
    arrival: arrival && { ...arrival, at: arrival.at.toISOString() },
    test_mail: testMailOf(observed),
    findings: diagnoseAccount(
      {
        account,
        ledger,
        outbox,
        alerts: facts.alerts.get(account.id) ?? [],
        is_polled_now,
        has_webhook: mail_account.has_webhook,
        authentication,
        arrival,
        own_mail_at: observed?.own_mail_at ?? null,
        test: testOf(observed),
        agents: agents.has(account.address) ? [account.address] : [],
        shares_with: accounts
          .filter((other) => other.id !== account.id && isSameFolder(other, account))
          .map(({ address }) => address),
      },
      now
    ),
  }
}

/** Whether the newest results stand on a mail that we sent, without any, to ourselves. */
const isTestMail = (observed: MailObservationDTO | undefined) =>
  Boolean(observed?.test_inbound_mail_id) &&
  observed?.authentication?.inbound_mail_id === observed?.test_inbound_mail_id

const arrivalOf = (observed: MailObservationDTO | undefined) =>
  observed?.arrived_at && observed.arrival_offset_seconds !== null
    ? { offset_seconds: observed.arrival_offset_seconds, at: observed.arrived_at }
    : null

const testOf = (observed: MailObservationDTO | undefined) =>
  observed?.test_sent_at
    ? {
        sent_at: observed.test_sent_at,
        received_at: observed.test_received_at,
        server_date: observed.test_server_date,
      }
    : null

const testMailOf = (observed: MailObservationDTO | undefined) =>
  observed?.test_id && observed.test_sent_at
    ? {
        id: observed.test_id,
        sent_at: observed.test_sent_at.toISOString(),
        received_at: observed.test_received_at?.toISOString() ?? null,
        inbound_mail_id: observed.test_inbound_mail_id,
      }
    : null

const isSameFolder = (a: MailAccountDTO, b: MailAccountDTO) =>
  a.enabled &&
  a.imap_host !== null &&
  a.imap_host.toLowerCase() === b.imap_host?.toLowerCase() &&
  a.imap_port === b.imap_port &&
  a.imap_username === b.imap_username &&
  a.imap_folder === b.imap_folder

function sumOf<Key extends string>(
  none: Record<Key, number>,
  all: Record<Key, number>[]
): Record<Key, number> {
  const sum = { ...none }

  for (const each of all) {
    for (const key in none) {
      sum[key] += each[key]
    }
  }
  return sum
}

function worstOf(healths: AccountHealth[]): MailHealth["worst"] {
  const [worst] = healths
    .flatMap(({ mail_account: { id, address }, findings }) =>
      findings.map((finding) => ({ ...finding, account_id: id, address }))
    )
    .sort(bySeverity)

  return worst ?? null
}
