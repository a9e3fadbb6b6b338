import { pollMailAccount } from "../../src/workflows/inbound-mail/poll-mail-account"
import { bootModules } from "../support/boot-modules"
import { aCustomer, aMail, startMailDesk, type MailDesk } from "../support/mail-desk"

/** F9. */
describe("a database that comes from a backup, older than the mailbox", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_before_backup")
  })
  afterAll(async () => {
    const { dropDatabase } = await import("../support/databases.mjs")
    await desk?.stop()
    await dropDatabase("mail_backup")
  })

  it("reads again what came since, and nothing of before twice", async () => {
    const { createDatabase, onDatabase } = await import("../support/databases.mjs")
    const [before, since] = [aCustomer(), aCustomer()]
    desk.deliver(await aMail({ from: before, messageId: "<first@mail.example.com>" }))
    await desk.poll()
    await desk.disconnect()
    const databaseUrl = await createDatabase("mail_backup", {
      template: "mail_before_backup",
    })
    const reply = await aMail({ from: before, inReplyTo: "<first@mail.example.com>" })
    desk.deliver(reply)
    desk.deliver(await aMail({ from: since }))

    // The shop as it went on before the backup was put back.
    await pollOn(desk.boot.databaseUrl)
    await pollOn(databaseUrl)

    const tickets = await onDatabase(databaseUrl, async (database) => {
      const { rows } = await database.query(
        `select ticket.requester_email as email, count(*)::int as messages
         from crm_ticket ticket join crm_ticket_message message on message.ticket_id = ticket.id
         group by ticket.id, ticket.number order by ticket.number`
      )
      return rows
    })
    expect(tickets).toEqual([
      { email: before, messages: 2 },
      { email: since, messages: 1 },
    ])
  })

  async function pollOn(databaseUrl: string) {
    const { container, shutdown } = await bootModules({ ...desk.boot, databaseUrl })
    try {
      await pollMailAccount(container, desk.accountId)
    } finally {
      await shutdown()
    }
  }
})
