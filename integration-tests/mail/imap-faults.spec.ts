import { MAIL_MODULE } from "../../src/modules/mail"
import type { AccountSettings } from "../../src/modules/mail/account-settings"
import type { MailAccountDTO } from "../../src/modules/mail/types"
import { pollMailAccount } from "../../src/workflows/inbound-mail/poll-mail-account"
import { aCustomer, aMail, startMailDesk, type MailDesk } from "../support/mail-desk"

const scriptedServer = async () =>
  (await import("../support/scripted-imap.mjs")).startScriptedImap()
const proxyTo = async (target: { host: string; port: number }) =>
  (await import("../support/fault-proxy.mjs")).startFaultProxy(target)

type Script = Awaited<ReturnType<typeof scriptedServer>>["script"]

const MINUTE = 60_000
const SHORT_TIMEOUTS = {
  connectionTimeout: 500,
  greetingTimeout: 500,
  socketTimeout: 500,
}

/** The account's settings with patience for half a second, as tests have. */
function loseItsPatience(desk: MailDesk) {
  const module = desk.container.resolve(MAIL_MODULE)
  const settingsOf = module["accountSettings_"].bind(module)

  module["accountSettings_"] = async (
    account: MailAccountDTO,
    ...rest: []
  ): Promise<AccountSettings> => {
    const { imap, smtp } = await settingsOf(account, ...rest)

    return { imap: imap && { ...imap, timeouts: SHORT_TIMEOUTS }, smtp }
  }
}

/** F5 and F6: a server that answers what no server should. */
describe("a mail server that misbehaves", () => {
  let desk: MailDesk
  let server: Awaited<ReturnType<typeof scriptedServer>>

  beforeAll(async () => {
    server = await scriptedServer()
    desk = await startMailDesk("mail_imap_faults", {}, { imap: server })
    loseItsPatience(desk)
  })
  afterAll(async () => {
    await desk?.stop()
    await server?.stop()
  })
  beforeEach(() => {
    for (const step of Object.keys(server.script)) {
      delete server.script[step as keyof typeof server.script]
    }
  })

  async function arrives(mail: Parameters<typeof aMail>[0]) {
    const uid = server.folder.uidNext++
    server.folder.mails.push({ uid, raw: await aMail(mail) })
    return uid
  }

  const misbehaviours: [string, Script, RegExp][] = [
    ["greets with garbage", { greeting: () => "HTTP/1.1 400 Bad Request\r\n" }, /./],
    [
      "says BYE at the greeting",
      { greeting: () => "* BYE Too many connections\r\n" },
      /Too many/,
    ],
    ["says nothing at all", { greeting: () => "" }, /did not greet|did not answer/],
    [
      "is unavailable",
      { login: () => "NO [UNAVAILABLE] Try again later" },
      /Try again later/,
    ],
    [
      "is at its limit",
      { select: () => "NO [LIMIT] Quota of folders" },
      /Quota of folders/,
    ],
    [
      "breaks off a FETCH",
      { fetched: () => "NO [SERVERBUG] Internal error" },
      /Internal error/,
    ],
  ]

  it.each(misbehaviours)(
    "that %s marks the account with its words, and recovers",
    async (_what, script, words) => {
      const customer = aCustomer()
      await arrives({ from: customer })
      Object.assign(server.script, script)
      await expect(desk.poll()).rejects.toThrow()
      expect(await desk.account()).toMatchObject({
        state: "failing",
        last_error: expect.stringMatching(words),
      })

      for (const step of Object.keys(script))
        delete server.script[step as keyof typeof script]
      await desk.poll()
      expect(await desk.account()).toMatchObject({ state: "ok", last_error: null })
      expect(await desk.ticketsOf(customer)).toHaveLength(1)
    }
  )

  it("that refuses the login is logged in to three times in ten minutes, by two instances together", async () => {
    server.script.login = () => "NO [AUTHENTICATIONFAILED] Wrong password"
    const before = server.logins()
    // Ten minutes of jobs, one tick a minute: time is moved instead of waited for.
    for (let minute = 0; minute < 10; minute++) {
      for (let instance = 0; instance < 2; instance++) {
        await pollMailAccount(desk.container, desk.accountId, {
          onlyIfDue: true,
        }).catch(() => undefined)
      }
      await desk.query(
        `update crm_mail_account set next_poll_at = next_poll_at - interval '1 minute'`
      )
    }
    expect(server.logins() - before).toBe(3)
    const { next_poll_at, last_error } = await desk.account()
    expect(last_error).toBe("The login was refused: Wrong password")

    for (let more = 0; more < 3; more++) await desk.poll().catch(() => undefined)
    const pause = Number((await desk.account()).next_poll_at) - Date.now()
    expect(pause).toBeGreaterThan(14 * MINUTE)
    expect(next_poll_at).not.toBeNull()
  })

  it("that sends mails twice, in any order, and some that nobody asked for: each becomes one message", async () => {
    const [first, second] = [aCustomer(), aCustomer()]
    await arrives({ from: first })
    await arrives({ from: second })
    const stranger = { uid: 9_999, raw: await aMail({ from: aCustomer() }) }
    server.script.fetch = (asked) => [...[...asked].reverse(), stranger, ...asked]
    await desk.poll()
    await desk.poll()

    expect(await desk.ticketsOf(first)).toHaveLength(1)
    expect(await desk.ticketsOf(second)).toHaveLength(1)
    expect(await desk.ledger({ uid: "9999" })).toEqual([])
  })

  it("whose next number is too small loses no mail and gets none twice", async () => {
    const customer = aCustomer()
    await arrives({ from: customer })
    const rightNumber = server.folder.uidNext
    server.folder.uidNext = 1
    await desk.poll()
    await desk.poll()
    server.folder.uidNext = rightNumber

    expect(await desk.ticketsOf(customer)).toHaveLength(1)
    expect((await desk.account()).notice).toBeNull()
  })

  it("that lists a mail and never hands it out does not keep the others from being read", async () => {
    const [before, after] = [aCustomer(), aCustomer()]
    await arrives({ from: before })
    const uid = await arrives({ from: aCustomer() })
    await arrives({ from: after })
    server.script.fetch = (asked) => asked.filter((mail) => mail.uid !== uid)
    await desk.poll()

    expect(await desk.ticketsOf(before)).toHaveLength(1)
    expect(await desk.ticketsOf(after)).toHaveLength(1)
    expect(await desk.ledger({ state: "quarantined" })).toMatchObject([
      {
        uid: String(uid),
        reason: `The mail server lists this mail (UID ${uid}) and does not hand it out`,
      },
    ])
  })

  it("that was set back from a backup: what comes under known numbers is read, nothing twice, with a notice", async () => {
    await desk.poll()
    const ticketed = (await desk.ledger({ state: "ticketed" })).length
    const { mails } = server.folder
    const customer = aCustomer()
    // The last two mails are gone, and their numbers are given away again.
    const lost = mails.splice(-2)
    server.folder.uidNext = lost[0].uid
    await arrives({ from: customer })
    await desk.poll()

    expect(await desk.ticketsOf(customer)).toHaveLength(1)
    expect(await desk.ledger({ state: "ticketed" })).toHaveLength(ticketed + 1)
    expect((await desk.account()).notice).toBe("set_back")
  })
})

/** F3 and F5: a good server behind a bad network, and people in the same mailbox. */
describe("a mailbox behind a bad network", () => {
  let desk: MailDesk
  let proxy: Awaited<ReturnType<typeof proxyTo>>

  beforeAll(async () => {
    desk = await startMailDesk("mail_imap_network")
    const login = desk.mailboxes.login("support")
    proxy = await proxyTo(login)
    await desk.container.resolve(MAIL_MODULE).updateMailAccount(desk.accountId, {
      imap_host: "localhost",
      imap_port: proxy.port,
    })
    loseItsPatience(desk)
  })
  afterAll(async () => {
    await desk?.stop()
    await proxy?.stop()
  })

  const sizes = async () =>
    (await desk.query(
      `select mail.size, octet_length(source.source) as stored, mail.state from crm_inbound_mail mail
       join crm_inbound_source source on source.inbound_mail_id = mail.id`
    )) as { size: number; stored: number; state: string }[]

  it("that cuts in the middle of a mail stores no half one, and goes on where it was", async () => {
    const content = Buffer.alloc(200_000, "x")
    const customers = [aCustomer(), aCustomer(), aCustomer()]
    for (const from of customers) {
      desk.deliver(await aMail({ from, attachments: [{ filename: "a.bin", content }] }))
    }
    for (const bytes of [100, 1_000, 150_000, 400_000]) {
      proxy.cutAfter("server", bytes)
      await expect(desk.poll()).rejects.toThrow()
      expect((await desk.account()).state).toBe("failing")
    }
    await desk.poll()

    for (const from of customers) expect(await desk.ticketsOf(from)).toHaveLength(1)
    expect((await sizes()).every(({ size, stored }) => size === stored)).toBe(true)
  })

  it.each(["LOGIN", "EXAMINE", "UID SEARCH", "UID FETCH"])(
    "that cuts at %s loses nothing",
    async (command) => {
      const customer = aCustomer()
      desk.deliver(await aMail({ from: customer }))
      proxy.when(
        { from: "client", sees: command === "LOGIN" ? "AUTHENTICATE" : command },
        () => "cut"
      )
      const failed = await desk.poll().then(
        () => false,
        () => true
      )
      // Which command logs in is for the two programs to agree on.
      expect(failed || command === "LOGIN").toBe(true)
      await desk.poll()

      expect(await desk.ticketsOf(customer)).toHaveLength(1)
    }
  )

  it("that goes silent in the middle is given up, and asked again", async () => {
    const customer = aCustomer()
    desk.deliver(await aMail({ from: customer }))
    proxy.when({ from: "client", sees: "UID FETCH" }, () => proxy.silence())
    await expect(desk.poll()).rejects.toThrow()
    expect((await desk.account()).last_error).toMatch(/did not answer|closed/)

    proxy.speak()
    await desk.poll()
    expect(await desk.ticketsOf(customer)).toHaveLength(1)
  })

  it("that trickles is waited for", async () => {
    const customer = aCustomer()
    desk.deliver(await aMail({ from: customer, text: "x ".repeat(3_000) }))
    proxy.trickle(64)
    await desk.poll()
    proxy.trickle(Infinity)

    expect(await desk.ticketsOf(customer)).toHaveLength(1)
  })

  it("where others read, move and delete mails meanwhile: those that are left all arrive", async () => {
    const customers = Array.from({ length: 30 }, () => aCustomer())
    for (const from of customers) desk.deliver(await aMail({ from }))
    const before = (await desk.mailboxes.count("support")) - customers.length
    const other = desk.mailboxes.client("support")
    await other.connect()
    await other.mailboxCreate("Elsewhere")

    proxy.when({ from: "client", sees: "UID FETCH" }, async () => {
      const lock = await other.getMailboxLock("INBOX")
      await other.messageFlagsAdd(`${before + 1}:${before + 10}`, ["\\Seen"])
      await other.messageMove(`${before + 11}:${before + 15}`, "Elsewhere")
      await other.messageDelete(`${before + 11}:${before + 15}`)
      lock.release()
    })
    await desk.poll()
    await other.logout()
    await desk.poll()

    const arrived = await Promise.all(
      customers.map(async (from) => (await desk.ticketsOf(from)).length)
    )
    const [kept, gone] = [
      [...arrived.slice(0, 10), ...arrived.slice(20)],
      arrived.slice(10, 20),
    ]
    expect(kept).toEqual(kept.map(() => 1))
    // What was moved or deleted under the hands may have been handed out before: never twice.
    expect(gone.every((tickets) => tickets <= 1)).toBe(true)
    expect((await desk.account()).state).toBe("ok")
    const last = aCustomer()
    desk.deliver(await aMail({ from: last }))
    await desk.poll()
    expect(await desk.ticketsOf(last)).toHaveLength(1)
  })

  it("changes nothing on the server: no flag, no move, no deletion", async () => {
    const flags = proxy.count("client", " STORE ")
    const moves = proxy.count("client", " MOVE ")
    const readOnly = proxy.count("client", "EXAMINE")
    desk.deliver(await aMail({ from: aCustomer() }))
    await desk.poll()

    expect([flags(), moves(), readOnly()]).toEqual([0, 0, 1])
  })
})
