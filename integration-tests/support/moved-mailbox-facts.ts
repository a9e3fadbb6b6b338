import { MAIL_MODULE } from "../../src/modules/mail"
import { aCustomer, aMail, startMailDesk, SUPPORT, type MailDesk } from "./mail-desk"

/** F7: a folder that is numbered anew, or renamed and made again, and a mailbox that moves. */
export function describeMovedMailbox(count: number) {
  describe(`a mailbox of ${count} mails that is not what it was`, () => {
    let desk: MailDesk

    beforeAll(async () => {
      desk = await startMailDesk("mail_moved", {}, { users: ["support", "moved"] })
    })
    afterAll(() => desk?.stop())

    const mails = () => desk.container.resolve(MAIL_MODULE)
    const totals = async () => ({
      ticketed: (await desk.ledger({ state: "ticketed" })).length,
      stored: (await desk.ledger({ state: "stored" })).length,
    })

    it("numbered anew: nothing comes twice, new mail arrives, and a notice tells", async () => {
      if (!desk.mailboxes.changeUidValidity) return
      const { generateMails } = await import("./mail-generator.mjs")
      const { mails: sent, expected } = generateMails({
        count,
        to: SUPPORT,
        sizes: "small",
        seed: 7,
      })
      for (const { raw } of sent) desk.deliver(raw)
      await desk.poll()
      expect(await totals()).toEqual({ ticketed: expected.messages, stored: 0 })

      await desk.mailboxes.changeUidValidity("support")
      const customer = aCustomer()
      desk.deliver(await aMail({ from: customer }))
      await desk.poll()

      expect(await desk.ticketsOf(customer)).toHaveLength(1)
      expect(await totals()).toEqual({ ticketed: expected.messages + 1, stored: 0 })
      const again = await desk.ledger({ state: "ignored" })
      expect(again).toHaveLength(expected.messages)
      expect((await desk.account()).notice).toBe("renumbered")
    }, 600_000)

    it("whose folder was renamed says that it is gone; made again, it is read", async () => {
      const client = desk.mailboxes.client("support")
      await client.connect()
      await client.mailboxCreate("Shop")
      const [first, second] = [aCustomer(), aCustomer()]
      await client.append("Shop", await aMail({ from: first }))
      await mails().updateMailAccount(desk.accountId, { imap_folder: "Shop" })
      await desk.poll()
      expect(await desk.ticketsOf(first)).toHaveLength(1)

      await client.mailboxRename("Shop", "Old shop")
      await expect(desk.poll()).rejects.toThrow()
      expect((await desk.account()).last_error).toMatch(/Shop|exist/i)

      await client.mailboxCreate("Shop")
      await client.append("Shop", await aMail({ from: second }))
      await client.logout()
      await desk.poll()
      expect(await desk.ticketsOf(second)).toHaveLength(1)
      expect(await desk.ticketsOf(first)).toHaveLength(1)
      await mails().updateMailAccount(desk.accountId, { imap_folder: "INBOX" })
    })

    it("moved to another provider: the same mails under other numbers open nothing, new ones arrive", async () => {
      const before = await totals()
      const source = desk.mailboxes.client("support")
      await source.connect()
      await source.mailboxOpen("INBOX", { readOnly: true })
      const copies: Buffer[] = []
      for await (const { source: raw } of source.fetch("1:*", { source: true })) {
        if (raw) copies.push(raw)
      }
      await source.logout()
      desk.mailboxes.append("moved", await aMail({ from: aCustomer() }))
      // The last first: no mail keeps its number.
      for (const raw of copies.reverse()) desk.mailboxes.append("moved", raw)
      const customer = aCustomer()
      desk.mailboxes.append("moved", await aMail({ from: customer }))

      await mails().updateMailAccount(desk.accountId, { imap_username: "moved" })
      await desk.poll()

      expect(await desk.ticketsOf(customer)).toHaveLength(1)
      expect(await totals()).toEqual({ ticketed: before.ticketed + 2, stored: 0 })
    }, 600_000)
  })
}
