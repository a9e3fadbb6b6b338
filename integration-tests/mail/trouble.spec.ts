import { MAIL_MODULE } from "../../src/modules/mail"
import {
  MailUnreadableError,
  type ReaderPool,
} from "../../src/modules/mail/mime/reader-pool"
import { aCustomer, aMail, startMailDesk, type MailDesk } from "../support/mail-desk"

describe("a mailbox with trouble", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_trouble")
  })
  afterAll(() => desk?.stop())

  it("with a wrong password is marked failing with the server's words, and recovers", async () => {
    const mail = desk.container.resolve(MAIL_MODULE)
    const { password } = desk.mailboxes.login("support")

    await mail.updateMailAccount(desk.accountId, { imap_password: "wrong" })
    await expect(desk.poll()).rejects.toThrow()
    expect(await desk.account()).toMatchObject({
      state: "failing",
      last_error: expect.stringMatching(/Authentication failed|password is wrong/),
      failures: 1,
    })

    await mail.updateMailAccount(desk.accountId, { imap_password: password })
    await desk.poll()
    expect(await desk.account()).toMatchObject({
      state: "ok",
      last_error: null,
      failures: 0,
    })
  })

  it("with a folder that is not there says so", async () => {
    const mail = desk.container.resolve(MAIL_MODULE)

    await mail.updateMailAccount(desk.accountId, { imap_folder: "Nowhere" })
    await expect(desk.poll()).rejects.toThrow()
    expect(await desk.account()).toMatchObject({
      state: "failing",
      last_error: expect.stringMatching(/Nowhere|exist/i),
    })
    await mail.updateMailAccount(desk.accountId, { imap_folder: "INBOX" })
    await desk.poll()
  })

  it("whose mail another program marked as read is read all the same", async () => {
    const customer = aCustomer()
    desk.deliver(await aMail({ from: customer }))
    const other = desk.mailboxes.client("support")
    await other.connect()
    const lock = await other.getMailboxLock("INBOX")
    await other.messageFlagsAdd("1:*", ["\\Seen"])
    lock.release()
    await other.logout()

    await desk.poll()
    expect(await desk.ticketsOf(customer)).toHaveLength(1)
  })

  it("that was numbered anew gives no second ticket, and new mail still arrives", async () => {
    if (!desk.mailboxes.changeUidValidity) return
    const [old, later] = [aCustomer(), aCustomer()]
    desk.deliver(await aMail({ from: old }))
    await desk.poll()
    const before = await desk.ledger({ state: "ticketed" })

    await desk.mailboxes.changeUidValidity("support")
    desk.deliver(await aMail({ from: later }))
    await desk.poll()

    expect(await desk.ticketsOf(old)).toHaveLength(1)
    expect(await desk.ticketsOf(later)).toHaveLength(1)
    expect(await desk.ledger({ state: "ticketed" })).toHaveLength(before.length + 1)
    const again = await desk.ledger({ state: "ignored" })
    expect(again.length).toBeGreaterThan(0)
    expect(again.every(({ reason }) => reason?.startsWith("Duplicate of"))).toBe(true)
  })

  it("keeps a mail that breaks its reader with the reason, and reads the next one", async () => {
    const [before, after] = [aCustomer(), aCustomer()]
    const module = desk.container.resolve(MAIL_MODULE) as unknown as {
      reader_: Pick<ReaderPool, "read">
    }
    const reader = module.reader_
    // Every mail that is known to break the reader has been mended: this one stands for the next.
    module.reader_ = {
      read: async (raw) => {
        if (Buffer.from(raw).includes("Subject: Poison")) {
          throw new MailUnreadableError("Reading the mail took longer than 10000 ms.")
        }
        return reader.read(raw)
      },
    }
    desk.deliver(await aMail({ from: before }))
    desk.deliver(await aMail({ from: aCustomer(), subject: "Poison" }))
    desk.deliver(await aMail({ from: after }))
    const poll = await desk.poll()
    module.reader_ = reader

    expect(poll).toMatchObject({ fetched: 3, ticketed: 2, quarantined: 1 })
    expect(await desk.ticketsOf(before)).toHaveLength(1)
    expect(await desk.ticketsOf(after)).toHaveLength(1)
    const quarantined = await desk.ledger({ state: "quarantined" })
    expect(quarantined.map(({ reason }) => reason)).toEqual([
      "Reading the mail took longer than 10000 ms.",
    ])
    const source = await desk.container.resolve(MAIL_MODULE).rawSource(quarantined[0].id)
    expect(source.toString()).toContain("Subject: Poison")
  })

  it("ends each mail exactly once: the ledger adds up to what the server has", async () => {
    const states = (await desk.ledger()).map(({ state }) => state)

    expect(states).not.toContain("stored")
    const seenOnce = states.length - states.filter((state) => state === "ignored").length
    expect(seenOnce).toBe(await desk.mailboxes.count("support"))
  })
})
