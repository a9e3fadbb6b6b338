export const SEVERITIES = ["error", "warning", "info"] as const
export type Severity = (typeof SEVERITIES)[number]

/** A fact somebody should know, and what it is about. The pages have a sentence of advice for each. */
export type Finding = {
  code: FindingCode
  severity: Severity
  /** What its sentences name: a count, an address, the server's words. */
  values: Record<string, string | number>
}

export const SEVERITY_OF = {
  reconnect: "error",
  locked: "error",
  failing: "error",
  no_way_in: "error",
  not_polled: "error",
  dead_letters: "error",
  stumbled: "warning",
  quarantined: "warning",
  not_ticketed: "warning",
  sending_fails: "warning",
  test_lost: "warning",
  own_mail_returns: "warning",
  agent_address: "warning",
  shared_mailbox: "warning",
  clock_ahead: "warning",
  clock_behind: "warning",
  readable_on_the_way: "warning",
  other_authserv: "warning",
  nobody_trusted: "info",
  no_results: "info",
  backlog: "info",
  not_polled_yet: "info",
  no_mail_yet: "info",
  switched_off: "info",
} as const satisfies Record<string, Severity>
export type FindingCode = keyof typeof SEVERITY_OF
