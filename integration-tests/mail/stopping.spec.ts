import { startIngest } from "../support/ingest-process"
import {
  aCustomer,
  aMail,
  startMailDesk,
  SUPPORT,
  type MailDesk,
} from "../support/mail-desk"
import { MAIL_MODULE } from "../../src/modules/mail"

const proxyTo = async (target: { host: string; port: number }) =>
  (await import("../support/fault-proxy.mjs")).startFaultProxy(target)
const smtpServer = async () =>
  (await import("../support/scripted-smtp.mjs")).startScriptedSmtp()

/** F12. */
describe("a process that is told to stop", () => {
  let desk: MailDesk
  let build: string
  let smtp: Awaited<ReturnType<typeof smtpServer>>
  let imap: Awaited<ReturnType<typeof proxyTo>>
  let database: Awaited<ReturnType<typeof proxyTo>>
  let boot: MailDesk["boot"]

  beforeAll(async () => {
    const { compile } = await import("../support/compile.mjs")
    build = await compile()
    smtp = await smtpServer()
    desk = await startMailDesk("mail_stopping", {}, { smtp })
    imap = await proxyTo(desk.mailboxes.login("support"))
    await desk.container
      .resolve(MAIL_MODULE)
      .updateMailAccount(desk.accountId, { imap_host: "localhost", imap_port: imap.port })
    const url = new URL(desk.boot.databaseUrl)
    database = await proxyTo({ host: url.hostname, port: Number(url.port) })
    url.hostname = "localhost"
    url.port = String(database.port)
    boot = { ...desk.boot, databaseUrl: url.href }
  })
  afterAll(async () => {
    await desk?.stop()
    for (const part of [imap, database, smtp]) await part?.stop()
  })
  beforeEach(() => smtp.reset())

  const start = (settings: object = {}) =>
    startIngest({ build, accountId: desk.accountId, boot, forever: true, ...settings })
  const leases = () =>
    desk.query(`select 1 from crm_mail_lease where expires_at > clock_timestamp()`)

  async function answers(count: number) {
    const customers = Array.from({ length: count }, () => aCustomer())
    for (const from of customers) desk.deliver(await aMail({ from }))
    await desk.poll()
    const ids: string[] = []
    for (const from of customers) {
      const [ticket] = await desk.ticketsOf(from)
      ids.push((await desk.reply(ticket.id, {})).message_id)
    }
    return {
      customers,
      rows: async () => (await Promise.all(ids.map((id) => desk.outbox(id)))).flat(),
    }
  }

  it("in the middle of its work finishes what it holds, says goodbye and keeps no lease", async () => {
    const { generateMails } = await import("../support/mail-generator.mjs")
    const { mails, expected } = generateMails({ count: 300, to: SUPPORT, sizes: "small" })
    for (const { raw } of mails) desk.deliver(raw)
    const goodbyes = imap.count("client", "LOGOUT")
    const process = start()
    database.when(
      { from: "client", after: "insert into crm_inbound_source", sees: "COMMIT" },
      () => process.signal("SIGTERM")
    )
    expect(await process.exited).toBe(0)

    expect(goodbyes()).toBe(1)
    expect(await leases()).toEqual([])
    // What was stored is on tickets: nothing is left half done.
    expect(await desk.ledger({ state: "stored" })).toEqual([])

    await start({ forever: false }).finished()
    expect(await desk.ledger({ state: "ticketed" })).toHaveLength(expected.messages)
  })

  it("while its mail server is silent ends all the same, and keeps no lease", async () => {
    desk.deliver(await aMail({ from: aCustomer() }))
    const process = start()
    imap.when({ from: "client", sees: "UID FETCH" }, () => {
      imap.silence()
      process.signal("SIGTERM")
    })
    expect(await process.exited).toBe(0)
    imap.speak()

    expect(await leases()).toEqual([])
    // It was we who hung up.
    expect((await desk.account()).last_error).toBeNull()
    expect(await desk.poll()).toMatchObject({ ticketed: 1 })
  })

  it("while it sends waits for the server's word, and gives back what it has not begun", async () => {
    const { customers, rows } = await answers(3)
    const process = start({ sends: true })
    smtp.on("end", () => {
      process.signal("SIGTERM")
      return "250 taken"
    })
    expect(await process.exited).toBe(0)

    const states = (await rows()).map(({ state }) => state)
    expect(states.filter((state) => state === "sent").length).toBeGreaterThan(0)
    expect(states).not.toContain("sending")

    smtp.reset()
    await start({ sends: true, forever: false }).finished()
    expect((await rows()).map(({ state }) => state)).toEqual(["sent", "sent", "sent"])
    const copies = customers.map(
      (customer) => smtp.mails.filter(({ to }) => to.includes(customer)).length
    )
    expect(copies).toEqual([1, 1, 1])
  })
})
