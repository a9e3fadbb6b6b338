import type { Client } from "pg"
import { startIngest } from "../support/ingest-process"
import { startMailDesk, SUPPORT, type MailDesk } from "../support/mail-desk"

describe("three instances of the shop on one mailbox", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_instances")
  })
  afterAll(() => desk?.stop())

  it("make each mail one message, and each thread one ticket", async () => {
    const { compile } = await import("../support/compile.mjs")
    const { generateMails } = await import("../support/mail-generator.mjs")
    const { onDatabase } = await import("../support/databases.mjs")
    const { mails, expected } = generateMails({ count: 200, to: SUPPORT, sizes: "small" })
    for (const { raw } of mails) desk.deliver(raw)

    const build = await compile()
    const { accountId, boot } = desk
    const instances = [1, 2, 3].map(() => startIngest({ build, accountId, boot }))
    await Promise.all(instances.map(({ finished }) => finished()))

    const counted = await onDatabase(boot.databaseUrl, (database: Client) =>
      database.query(
        `select count(*)::int as messages, count(distinct mail_message_id)::int as mails,
                count(distinct ticket_id)::int as tickets from crm_ticket_message`
      )
    )
    expect(counted.rows[0]).toEqual({
      messages: expected.messages,
      mails: expected.messages,
      tickets: expected.tickets,
    })
  })
})
