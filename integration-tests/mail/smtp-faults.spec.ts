import { MAIL_MODULE } from "../../src/modules/mail"
import { allowedHostsOf } from "../../src/modules/mail/domain/allowed-hosts"
import { sendFailureOf } from "../../src/modules/mail/domain/send-failure"
import { serverWords } from "../../src/modules/mail/domain/server-words"
import { mailHostPolicy } from "../../src/modules/mail/transports/mail-host"
import { sendMail, type SmtpSettings } from "../../src/modules/mail/transports/smtp"
import { watchMail } from "../../src/workflows/mail-health/watch-mail"
import {
  aCustomer,
  aMail,
  SALES,
  startMailDesk,
  type MailDesk,
} from "../support/mail-desk"

const aServer = async () =>
  (await import("../support/scripted-smtp.mjs")).startScriptedSmtp()
const MINUTE = 60_000

/** What goes wrong on the way out (F10, F11), between the product and a server that can be told. */
describe("an answer that cannot leave", () => {
  let desk: MailDesk
  let server: Awaited<ReturnType<typeof aServer>>

  beforeAll(async () => {
    server = await aServer()
    desk = await startMailDesk(
      "mail_smtp_faults",
      { smtp_username: "shop", smtp_password: "pw" },
      { smtp: server }
    )
  })
  afterAll(async () => {
    await desk?.stop()
    await server?.stop()
  })
  beforeEach(async () => {
    server.reset()
    await endPause()
    // What an earlier test left in the queue is not this one's.
    await desk.query(
      `update crm_outbound_mail set state = 'cancelled' where state in ('queued', 'failed')`
    )
  })

  const mails = () => desk.container.resolve(MAIL_MODULE)
  const endPause = () =>
    mails().updateCrmMailAccounts({
      id: desk.accountId,
      smtp_failures: 0,
      smtp_error: null,
      smtp_paused_until: null,
    })

  const makeOlder = (id: string, hours: number) =>
    desk.query(
      `update crm_outbound_mail set created_at = now() - make_interval(hours => $2) where id = $1`,
      [id, hours]
    )

  async function anAnswer(reply: object = {}) {
    const customer = aCustomer()
    desk.deliver(await aMail({ from: customer }))
    await desk.poll()
    const [ticket] = await desk.ticketsOf(customer)
    const { message_id } = await desk.reply(ticket.id, reply)

    return {
      customer,
      row: async () => (await desk.outbox(message_id))[0],
      shown: async () => {
        const [{ messages }] = await desk.ticketsOf(customer)
        const { delivery_state, delivery_error } = messages[1]
        return { delivery_state, delivery_error }
      },
    }
  }

  /** Minutes until the next attempt, as the schedule has them: give or take a fifth. */
  function expectNextAttemptIn(
    row: { due_at: Date },
    minutes: number,
    attemptedAt: number
  ) {
    const wait = (new Date(row.due_at).getTime() - attemptedAt) / MINUTE

    expect(wait).toBeGreaterThan(minutes * 0.79)
    // The attempt itself may take a while on a busy machine.
    expect(wait).toBeLessThan(minutes * 1.21 + 1)
  }

  it.each([
    ["450, as greylisting does", "rcpt", "450 4.7.1 Greylisted", "Greylisted"],
    ["451 to the sender", "mail", "451 4.3.0 Local problem", "Local problem"],
    [
      "452 for a full disk",
      "mail",
      "452 4.3.1 Insufficient storage",
      "Insufficient storage",
    ],
    ["451 after the whole mail", "end", "451 4.3.0 Queue file write error", "Queue file"],
    ["a cut instead of 354", "data", "cut", "closed"],
  ] as const)("with %s is tried again in a minute", async (_what, step, reply, words) => {
    const answer = await anAnswer()
    server.on(step, reply)
    const started = Date.now()
    await desk.drain()

    const row = await answer.row()
    expect(row).toMatchObject({ state: "failed", attempts: 1 })
    expect(row.last_response).toContain(words)
    expect(row.recipients).toMatchObject([{ state: "pending" }])
    expectNextAttemptIn(row, 1, started)
    expect(await answer.shown()).toEqual({
      delivery_state: "failed",
      delivery_error: expect.stringContaining(words),
    })

    server.reset()
    await desk.makeDue(row.id)
    await desk.drain()
    expect(await answer.row()).toMatchObject({ state: "sent" })
    expect(await answer.shown()).toEqual({ delivery_state: "sent", delivery_error: null })
  })

  it("is tried again after 1, 5, 15, 60, 120 and then every 240 minutes, for three days", async () => {
    const answer = await anAnswer()
    server.on("rcpt", "451 4.7.1 Later")

    for (const minutes of [1, 5, 15, 60, 120, 240, 240]) {
      const started = Date.now()
      await desk.drain()
      const row = await answer.row()
      expect(row.state).toBe("failed")
      expectNextAttemptIn(row, minutes, started)
      await desk.makeDue(row.id)
    }
    const { id } = await answer.row()
    await makeOlder(id, 72)
    await desk.drain()

    expect(await answer.row()).toMatchObject({
      state: "dead",
      last_response: "451 4.7.1 Later",
    })
    expect(await answer.shown()).toEqual({
      delivery_state: "dead",
      delivery_error: "451 4.7.1 Later",
    })
  })

  it.each([
    ["550 to its only recipient", "rcpt", "550 5.1.1 No such user here"],
    ["552 for its size", "mail", "552 5.3.4 Message too big"],
    ["554 for its content", "end", "554 5.7.1 Rejected as spam"],
  ] as const)("with %s is given up at once", async (_what, step, reply) => {
    const answer = await anAnswer()
    server.on(step, reply)
    await desk.drain()

    expect(await answer.row()).toMatchObject({
      state: "dead",
      attempts: 1,
      last_response: reply,
      recipients: [{ state: "refused", response: reply }],
    })
    expect(await answer.shown()).toEqual({
      delivery_state: "dead",
      delivery_error: reply,
    })
  })

  it("cut off after its last dot goes again with the same Message-ID", async () => {
    const answer = await anAnswer()
    server.on("end", "cut")
    await desk.drain()
    const row = await answer.row()
    expect(row).toMatchObject({ state: "failed" })

    server.reset()
    await desk.makeDue(row.id)
    await desk.drain()

    expect(await answer.row()).toMatchObject({ state: "sent", attempts: 2 })
    const copies = server.mails.filter(({ to }) => to.includes(answer.customer))
    expect(copies.map(({ messageId }) => messageId)).toEqual([
      row.message_id,
      row.message_id,
    ])
  })

  it.each([
    ["421", "421 4.3.2 Too many connections", "Too many connections"],
    ["554", "554 No service for you now", "No service for you now"],
    ["a cut", "cut", "closed"],
    ["garbage", "SSH-2.0-OpenSSH_9.2", "SSH-2.0"],
  ])("is greeted with %s waits with its account's queue", async (_what, reply, words) => {
    const answer = await anAnswer()
    server.on("greeting", reply)
    await desk.drain()

    const row = await answer.row()
    expect(row).toMatchObject({
      state: "failed",
      attempts: 1,
      recipients: [{ state: "pending" }],
    })
    expect(row.last_response).toContain(words)
    expect(await answer.shown()).toEqual({
      delivery_state: "failed",
      delivery_error: expect.stringContaining(words),
    })
    expect(await desk.account()).toMatchObject({
      smtp_failures: 1,
      smtp_error: row.last_response,
    })

    server.reset()
    await endPause()
    await desk.makeDue(row.id)
    await desk.drain()
    expect(await answer.row()).toMatchObject({ state: "sent" })
    expect(await answer.shown()).toEqual({ delivery_state: "sent", delivery_error: null })
  })

  it("behind an older queue of an account whose server is dead leaves in the same round", async () => {
    const sales = await desk.openSales()
    const stuck = [await anAnswer(), await anAnswer(), await anAnswer(), await anAnswer()]
    for (const { row } of stuck) await desk.makeDue((await row()).id)
    const customer = aCustomer()
    sales.deliver(await aMail({ from: customer, to: SALES }))
    await sales.poll()
    const [ticket] = await desk.ticketsOf(customer)
    const { message_id } = await desk.reply(ticket.id, {})
    server.on("greeting", "cut")
    await desk.drain()

    expect(await desk.outbox(message_id)).toMatchObject([{ state: "sent" }])
    const attempts = await Promise.all(
      stuck.map(async ({ row }) => (await row()).attempts)
    )
    expect(attempts.sort()).toEqual([0, 0, 0, 1])
  })

  describe("when the login is refused", () => {
    it("keeps the whole queue of its account, with a notice and without further logins", async () => {
      const [first, second] = [await anAnswer(), await anAnswer()]
      server.on("auth", "535 5.7.8 Authentication credentials invalid")
      const before = server.logins()
      const started = Date.now()
      await desk.drain()
      await desk.drain()

      expect(server.logins() - before).toBe(1)
      const states = [(await first.row()).state, (await second.row()).state].sort()
      expect(states).toEqual(["failed", "queued"])
      const account = await desk.account()
      expect(account).toMatchObject({
        smtp_failures: 1,
        smtp_error: "535 5.7.8 Authentication credentials invalid",
      })
      const pause = Number(account.smtp_paused_until) - started
      expect(pause).toBeGreaterThan(1.9 * MINUTE)
    })

    it("waits ever longer: no more than five logins in an hour", async () => {
      const answer = await anAnswer()
      server.on("auth", "535 5.7.8 Authentication credentials invalid")

      for (const minutes of [2, 5, 15, 30, 60, 60]) {
        const started = Date.now()
        await desk.drain()
        const { smtp_paused_until } = await desk.account()
        const pause = (Number(smtp_paused_until) - started) / MINUTE
        expect(pause).toBeGreaterThan(minutes * 0.99)
        expect(pause).toBeLessThan(minutes + 1)

        const { id, state } = await answer.row()
        expect(state).toBe("failed")
        await mails().updateCrmMailAccounts({
          id: desk.accountId,
          smtp_paused_until: new Date(0),
        })
        await desk.makeDue(id)
      }
    })

    it("tells every agent the second time in a row", async () => {
      const answer = await anAnswer()
      const sendingAlerts = async () => {
        await watchMail(desk.container)
        return (await mails().openAlerts()).filter(({ kind }) => kind === "sending")
      }
      const words = "535 5.7.8 Authentication credentials invalid"
      server.on("auth", words)
      await desk.drain()
      expect(await sendingAlerts()).toEqual([])

      await mails().updateCrmMailAccounts({
        id: desk.accountId,
        smtp_paused_until: new Date(0),
      })
      await desk.makeDue((await answer.row()).id)
      await desk.drain()
      expect(await sendingAlerts()).toMatchObject([{ words, count: 1 }])
    })

    it("never gives a mail up for it, and sends all of them once the password is right", async () => {
      const answers = [await anAnswer(), await anAnswer(), await anAnswer()]
      const { id } = await answers[0].row()
      await makeOlder(id, 90)
      server.on("auth", "535 5.7.8 Authentication credentials invalid")
      await desk.drain()
      for (const { row } of answers) {
        expect(["failed", "queued"]).toContain((await row()).state)
      }

      server.reset()
      await mails().updateMailAccount(desk.accountId, { smtp_password: "right" })
      for (const { row } of answers) await desk.makeDue((await row()).id)
      await desk.drain()

      for (const { row } of answers) {
        expect(await row()).toMatchObject({ state: "sent" })
      }
      expect(await desk.account()).toMatchObject({ smtp_failures: 0, smtp_error: null })
    })
  })

  it("because encryption fails waits with its account's queue, and says why", async () => {
    const answer = await anAnswer()
    await mails().updateMailAccount(desk.accountId, { smtp_security: "tls" })
    await desk.drain()

    expect(await answer.row()).toMatchObject({ state: "failed" })
    expect((await desk.account()).smtp_error).toMatch(
      /does not begin with encryption|certificate|TLS/i
    )

    await mails().updateMailAccount(desk.accountId, { smtp_security: "starttls" })
    await desk.makeDue((await answer.row()).id)
    await desk.drain()
    expect((await desk.account()).smtp_error).toContain("TLS not available")

    await mails().updateMailAccount(desk.accountId, { smtp_security: "none" })
    await desk.makeDue((await answer.row()).id)
    await desk.drain()
    expect(await answer.row()).toMatchObject({ state: "sent" })
  })

  it("because the host's name is unknown now is tried again", async () => {
    const answer = await anAnswer()
    await mails().updateMailAccount(desk.accountId, { smtp_host: "mail.shop.invalid" })
    await desk.drain()
    await mails().updateMailAccount(desk.accountId, { smtp_host: server.host })

    const row = await answer.row()
    expect(row.state).toBe("failed")
    expect(row.last_response).toMatch(/host name|ENOTFOUND|EAI_AGAIN|EDNS/)
    await desk.makeDue(row.id)
    await desk.drain()
    expect(await answer.row()).toMatchObject({ state: "sent" })
  })

  it("to one of three recipients reaches the other two, once", async () => {
    const cc = [aCustomer(), aCustomer()]
    const answer = await anAnswer({ cc })
    server.on("rcpt", (address) =>
      address === cc[0] ? "550 5.1.1 No such user here" : "250 ok"
    )
    await desk.drain()
    await desk.drain()

    const row = await answer.row()
    expect(row.state).toBe("sent")
    expect(row.recipients.map(({ address, state }) => [address, state])).toEqual([
      [answer.customer, "accepted"],
      [cc[0], "refused"],
      [cc[1], "accepted"],
    ])
    const copies = server.mails.filter(({ to }) => to.includes(answer.customer))
    expect(copies.map(({ to }) => to)).toEqual([[answer.customer, cc[1]]])
    expect(await answer.shown()).toEqual({
      delivery_state: "sent",
      delivery_error: "550 5.1.1 No such user here",
    })
  })

  it("is refused to an address however the server or a library spells it", async () => {
    const [upper, umlaut] = ["Ann@Example.COM", "ann@b\u00fccher.example"]
    const cc = [aCustomer(), aCustomer()]
    const answer = await anAnswer({ cc })
    await desk.query(
      `update crm_outbound_mail
       set recipients = replace(replace(recipients::text, $2, $4), $3, $5)::jsonb where id = $1`,
      [(await answer.row()).id, ...cc, upper, umlaut]
    )
    server.on("rcpt", (address) =>
      address === answer.customer ? "250 ok" : "550 5.1.1 No such user here"
    )
    await desk.drain()

    const { recipients } = await answer.row()
    expect(recipients.map(({ address, state }) => [address, state])).toEqual([
      [answer.customer, "accepted"],
      [upper, "refused"],
      [umlaut, "refused"],
    ])
  })

  it("to one of two recipients for now is repeated to that one only", async () => {
    const [late] = [aCustomer()]
    const answer = await anAnswer({ cc: [late] })
    server.on("rcpt", (address) => (address === late ? "450 4.7.1 Greylisted" : "250 ok"))
    await desk.drain()
    expect(await answer.row()).toMatchObject({ state: "failed" })

    server.reset()
    await desk.makeDue((await answer.row()).id)
    await desk.drain()

    expect(await answer.row()).toMatchObject({ state: "sent" })
    const copies = server.mails.filter(
      ({ to }) => to.includes(answer.customer) || to.includes(late)
    )
    expect(copies.map(({ to }) => to)).toEqual([[answer.customer], [late]])
  })

  it.each([
    ["550 5.1.1 No such user here", { state: "sent" }, "refused"],
    ["450 4.7.1 Greylisted", { state: "failed" }, "pending"],
  ])(
    "hears '%s' of a recipient whose domain has an umlaut",
    async (reply, mail, state) => {
      const ann = "ann@bücher.example"
      const answer = await anAnswer({ cc: [ann] })
      server.on("rcpt", (address) => (address.startsWith("ann@") ? reply : "250 ok"))
      await desk.drain()

      const row = await answer.row()
      expect(row).toMatchObject(mail)
      expect(row.recipients).toContainEqual({ address: ann, state, response: reply })
    }
  )

  it.each(["ehlo", "auth", "mail", "rcpt", "data", "end"] as const)(
    "to a server that falls silent at %s may pass",
    async (step) => {
      server.on(step, "silence")
      const error = await sendMail(settings(), aLeavingMail).catch((e: unknown) => e)

      expect(sendFailureOf(error)).toBe("passing")
      expect(serverWords(error)).toBe("The server did not answer in time (ETIMEDOUT)")
    }
  )

  const settings = (): SmtpSettings => ({
    host: server.host,
    port: server.port,
    security: "none",
    username: "shop",
    login: { kind: "password", password: "pw" },
    hosts: mailHostPolicy(allowedHostsOf(["127.0.0.1"])),
    allow_self_signed: false,
    timeouts: { greetingTimeout: 300, socketTimeout: 300 },
  })
  const aLeavingMail = {
    from: { name: "Shop", address: "support@shop.test" },
    to: ["mia@shopper.test"],
    cc: [],
    envelope_to: ["mia@shopper.test"],
    subject: "Hello",
    text: "Hello",
    html: null,
    message_id: "1@shop.test",
    in_reply_to: null,
    references: [],
    loop_token: null,
    attachments: [],
  }
})
