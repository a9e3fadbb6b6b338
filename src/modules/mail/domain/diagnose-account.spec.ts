import {
  authenticationOf,
  diagnoseAccount,
  suggestedAuthserv,
  type AccountFacts,
} from "./diagnose-account"

const now = new Date("2026-11-24T12:00:00Z")
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const result = (authserv_id: string) =>
  ({ authserv_id, spf: "pass", dkim: "pass", dmarc: "pass" }) as const

const healthy: AccountFacts = {
  account: {
    address: "support@shop.test",
    authserv_id: "mx.shop.test",
    backlog: 0,
    enabled: true,
    failures: 0,
    imap_host: "imap.shop.test",
    imap_security: "tls",
    last_error: null,
    next_poll_at: before(-1),
    smtp_host: "smtp.shop.test",
    smtp_security: "tls",
    state: "ok",
  },
  ledger: { total: 3, stored: 0, ticketed: 3, ignored: 0, quarantined: 0 },
  outbox: { held: 0, queued: 0, sending: 0, failed: 0, dead: 0 },
  alerts: [],
  is_polled_now: false,
  has_webhook: false,
  authentication: { inbound_mail_id: "imail_1", results: [result("mx.shop.test")] },
  arrival: { offset_seconds: -20 },
  own_mail_at: null,
  test: null,
  agents: [],
  shares_with: [],
}
const account = (changes: Partial<AccountFacts["account"]>) => ({
  account: { ...healthy.account, ...changes },
})
const codes = (changes: Partial<AccountFacts>) =>
  diagnoseAccount({ ...healthy, ...changes }, now).map(({ code }) => code)

describe("an account that does its work", () => {
  it("has nothing to complain of", () => {
    expect(codes({})).toEqual([])
  })

  it("that is switched off says only that", () => {
    expect(codes(account({ enabled: false, state: "failing", failures: 9 }))).toEqual([
      "switched_off",
    ])
  })
})

describe.each<[string, Partial<AccountFacts>, string]>([
  ["was refused once", account({ state: "failing", failures: 1 }), "stumbled"],
  ["was refused twice", account({ state: "failing", failures: 2 }), "failing"],
  [
    "reads no mailbox and has no webhook",
    account({ imap_host: null, imap_security: null }),
    "no_way_in",
  ],
  ["has to be connected again", account({ state: "reconnect" }), "reconnect"],
  ["has a password that no key opens", account({ state: "locked" }), "locked"],
  ["nobody polls", account({ next_poll_at: before(6) }), "not_polled"],
  ["is new", account({ state: "new" }), "not_polled_yet"],
  ["has mail waiting", account({ backlog: 7 }), "backlog"],
  [
    "never had mail",
    { ledger: { ...healthy.ledger, total: 0, ticketed: 0 } },
    "no_mail_yet",
  ],
  [
    "has mail in quarantine",
    { ledger: { ...healthy.ledger, total: 4, quarantined: 1 } },
    "quarantined",
  ],
  [
    "has stored mail that is on no ticket",
    { ledger: { ...healthy.ledger, total: 4, stored: 1 } },
    "not_ticketed",
  ],
  ["has dead letters", { outbox: { ...healthy.outbox, dead: 1 } }, "dead_letters"],
  ["fails to send", { outbox: { ...healthy.outbox, failed: 1 } }, "sending_fails"],
  ["got its own mail back", { own_mail_at: before(60) }, "own_mail_returns"],
  ["is an agent's address", { agents: ["support@shop.test"] }, "agent_address"],
  ["reads another's folder", { shares_with: ["help@shop.test"] }, "shared_mailbox"],
  ["gets mail from the future", { arrival: { offset_seconds: 300 } }, "clock_ahead"],
  [
    "dates a test mail before it was sent",
    { test: { sent_at: before(5), received_at: before(4), server_date: before(15) } },
    "clock_behind",
  ],
  [
    "lost a test mail",
    { test: { sent_at: before(15), received_at: null, server_date: null } },
    "test_lost",
  ],
  ["trusts nobody", account({ authserv_id: null }), "nobody_trusted"],
  [
    "trusts a server nobody saw",
    account({ authserv_id: "mx.old.test" }),
    "other_authserv",
  ],
  ["sees no results at all", { authentication: null }, "no_results"],
  ["sends passwords readably", account({ smtp_security: "none" }), "readable_on_the_way"],
])("an account that %s", (_, facts, code) => {
  it(`has the finding ${code}, and no other`, () => {
    expect(codes(facts)).toEqual([code])
  })
})

describe("an account with several troubles", () => {
  it("names the worst first", () => {
    expect(
      codes({
        ...account({ authserv_id: null, state: "failing", failures: 3 }),
        agents: ["support@shop.test"],
      })
    ).toEqual(["failing", "agent_address", "nobody_trusted"])
  })

  it("is no longer urgent for a dead letter and a quarantined mail that were waved aside", () => {
    const facts: AccountFacts = {
      ...healthy,
      ledger: { ...healthy.ledger, total: 4, quarantined: 1 },
      outbox: { ...healthy.outbox, dead: 1 },
    }
    const severities = (alerts: AccountFacts["alerts"]) =>
      diagnoseAccount({ ...facts, alerts }, now).map(({ severity }) => severity)

    expect(severities(["dead_letters", "quarantine"])).toEqual(["error", "warning"])
    expect(severities([])).toEqual(["info", "info"])
  })

  it("says nothing of its own server's missing encryption on the same machine", () => {
    expect(codes(account({ imap_security: "none", imap_host: "127.0.0.1" }))).toEqual([])
  })

  it("misses no test mail while older mail is still being fetched", () => {
    const test = { sent_at: before(15), received_at: null, server_date: null }

    expect(codes({ ...account({ backlog: 900 }), test })).toEqual(["backlog"])
  })
})

describe("the server that could be believed", () => {
  it.each([
    ["on all of three mails", ["a", "a", "a"], "a"],
    ["on most, and nobody on the others", ["a", "", "a", "a", ""], "a"],
    ["on two mails only", ["a", "a"], null],
    ["on fewer than the half", ["a", "", "a", "", "a", ""], null],
    ["beside another", ["a", "b", "a", "a"], null],
    ["nowhere", ["", "", ""], null],
  ])("stands topmost %s", (_, ids, expected) => {
    expect(suggestedAuthserv(ids, null)).toBe(expected)
  })

  it("wrote its results into a test mail, which had none when it left", () => {
    expect(suggestedAuthserv([], { results: [result("mx.a.test")] })).toBe("mx.a.test")
    expect(suggestedAuthserv([], { results: [result("")] })).toBeNull()
  })
})

describe("what is shown of a mail's results", () => {
  const seen = { results: [result("forged.test"), result("mx.shop.test")] }

  it("is the configured server's, wherever it stands", () => {
    expect(authenticationOf(seen, "MX.shop.test")).toMatchObject({
      authserv_id: "mx.shop.test",
      is_trusted: true,
    })
  })

  it("is the topmost, and not trusted, where none is configured", () => {
    expect(authenticationOf(seen, null)).toMatchObject({
      authserv_id: "forged.test",
      is_trusted: false,
    })
  })
})
