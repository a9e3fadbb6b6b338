import { Modules } from "@medusajs/framework/utils"
import { pollMailAccount } from "../../src/workflows/inbound-mail/poll-mail-account"
import { replayInboundMailWorkflow } from "../../src/workflows/inbound-mail/replay-inbound-mail"
import { aCustomer, aMail, startMailDesk, type MailDesk } from "../support/mail-desk"

/** Faults of our own side: the database (F4) and the file store (F13). */
describe("while our own side is in trouble", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_trouble_at_home")
    await desk.query(`create table failing (sqlstate text, on_table text)`)
    await desk.query(
      `create function fail_as_told() returns trigger language plpgsql as $$
       declare told text;
       begin
         select sqlstate into told from failing where on_table = tg_table_name limit 1;
         if told is not null then raise exception 'as told' using errcode = told; end if;
         return new;
       end $$`
    )
    for (const table of [
      "crm_inbound_source",
      "crm_ticket_message",
      "crm_mail_identity",
    ]) {
      await desk.query(
        `create trigger fail_as_told before insert on ${table}
         for each row execute function fail_as_told()`
      )
    }
  })
  afterAll(() => desk?.stop())

  const failing = (sqlstate: string, table: string) =>
    desk.query(`insert into failing values ($1, $2)`, [sqlstate, table])
  const mended = () => desk.query(`delete from failing`)
  afterEach(mended)

  /** A failed workflow rejects with an object that is no Error. */
  const pollFails = () =>
    desk.poll().then(
      () => false,
      () => true
    )

  describe.each([
    ["40001", "a serialisation failure"],
    ["40P01", "a deadlock"],
    ["57014", "a statement timeout"],
    ["53100", "a full disk"],
    ["53300", "too many connections"],
  ])("the database answers %s, %s,", (sqlstate) => {
    it.each(["crm_inbound_source", "crm_mail_identity", "crm_ticket_message"])(
      "to an insert into %s: nothing is lost and nothing blamed on the mail server",
      async (table) => {
        const customers = [aCustomer(), aCustomer()]
        for (const from of customers) desk.deliver(await aMail({ from }))
        await failing(sqlstate, table)
        expect(await pollFails()).toBe(true)
        for (const from of customers) expect(await desk.ticketsOf(from)).toEqual([])
        expect((await desk.account()).last_error).toBeNull()

        await mended()
        await desk.poll()
        for (const from of customers) {
          const tickets = await desk.ticketsOf(from)
          expect(tickets.map(({ messages }) => messages.length)).toEqual([1])
        }
        expect(await desk.ledger({ state: ["stored", "quarantined"] })).toEqual([])
      }
    )
  })

  it("however often the database fails, no mail is given up for it", async () => {
    const customer = aCustomer()
    desk.deliver(await aMail({ from: customer }))
    await failing("53100", "crm_ticket_message")
    for (let attempt = 0; attempt < 10; attempt++) expect(await pollFails()).toBe(true)

    await mended()
    expect(await desk.poll()).toMatchObject({ ticketed: 1, quarantined: 0 })
    expect(await desk.ticketsOf(customer)).toHaveLength(1)
  })

  it("the jobs leave the mailbox alone for a while: the mail server is not logged in to again and again", async () => {
    desk.deliver(await aMail({ from: aCustomer() }))
    await desk.query(`update crm_mail_account set next_poll_at = null`)
    await failing("53100", "crm_inbound_source")
    const asJob = () =>
      pollMailAccount(desk.container, desk.accountId, { onlyIfDue: true })
    await expect(asJob()).rejects.toThrow(/as told/)

    expect(await asJob()).toBeNull()
    await mended()
    expect(await desk.poll()).toMatchObject({ ticketed: 1 })
  })

  describe("the file store", () => {
    const withFile = async (from: string) =>
      aMail({
        from,
        attachments: [{ filename: "a.pdf", content: Buffer.from("%PDF-1.7 a file") }],
      })
    const refuse = (words: string) =>
      jest
        .spyOn(desk.container.resolve(Modules.FILE), "getUploadStream")
        .mockImplementation(() => Promise.reject(new Error(words)))
    const letPausesPass = () =>
      desk.query(
        `update crm_inbound_mail set updated_at = now() - interval '1 day' where state = 'stored'`
      )
    afterEach(() => jest.restoreAllMocks())

    it("refuses a file: its mail waits with the reason, the others do not, and later it arrives whole", async () => {
      const [unlucky, other] = [aCustomer(), aCustomer()]
      refuse("403 Forbidden")
      desk.deliver(await withFile(unlucky))
      desk.deliver(await aMail({ from: other }))
      await desk.poll()

      expect(await desk.ticketsOf(other)).toHaveLength(1)
      expect(await desk.ticketsOf(unlucky)).toEqual([])
      expect(await desk.ledger({ state: "stored" })).toMatchObject([
        { reason: "Attachment store failed: 403 Forbidden", attempts: 1 },
      ])

      jest.restoreAllMocks()
      await letPausesPass()
      await desk.poll()
      const [ticket] = await desk.ticketsOf(unlucky)
      expect(ticket.messages[0].attachments.map(({ filename }) => filename)).toEqual([
        "a.pdf",
      ])
    })

    it("refuses it five times: the mail is quarantined with the reason, and can be read again", async () => {
      const customer = aCustomer()
      refuse("500 Internal error")
      desk.deliver(await withFile(customer))
      for (let attempt = 1; attempt <= 5; attempt++) {
        await desk.poll()
        await letPausesPass()
      }
      const [mail] = await desk.ledger({ state: "quarantined" })
      expect(mail).toMatchObject({
        reason: "Attachment store failed: 500 Internal error",
        attempts: 5,
      })
      expect(await desk.ticketsOf(customer)).toEqual([])

      jest.restoreAllMocks()
      await replayInboundMailWorkflow(desk.container).run({ input: { id: mail.id } })
      const [ticket] = await desk.ticketsOf(customer)
      expect(ticket.messages[0].attachments).toHaveLength(1)
    })

    it("knows no streams: files are kept by the older way", async () => {
      const customer = aCustomer()
      refuse("getUploadStream must be overridden by the child class")
      desk.deliver(await withFile(customer))
      await desk.poll()

      const [ticket] = await desk.ticketsOf(customer)
      const [{ file_id }] = ticket.messages[0].attachments
      const stored = await desk.container.resolve(Modules.FILE).getAsBuffer(file_id)
      expect(stored.toString()).toBe("%PDF-1.7 a file")
    })
  })
})
