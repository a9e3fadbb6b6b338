import { startIngest } from "./ingest-process"
import { aCustomer, aMail, startMailDesk, type MailDesk } from "./mail-desk"

const smtpServer = async () => (await import("./scripted-smtp.mjs")).startScriptedSmtp()

/** F2, its last point. @param kills each on a mail that the server has just taken */
export function describeKilledSending(mails: number, kills: number) {
  describe(`a process killed ${kills} times between the server's 250 and its own note`, () => {
    let desk: MailDesk
    let smtp: Awaited<ReturnType<typeof smtpServer>>

    beforeAll(async () => {
      smtp = await smtpServer()
      desk = await startMailDesk("mail_killed_sending", {}, { smtp })
    })
    afterAll(async () => {
      await desk?.stop()
      await smtp?.stop()
    })

    it("sends no mail more than once for each kill, and always under the same Message-ID", async () => {
      const [{ compile }, { startFaultProxy }] = await Promise.all([
        import("./compile.mjs"),
        import("./fault-proxy.mjs"),
      ])
      const build = await compile()
      const url = new URL(desk.boot.databaseUrl)
      const database = await startFaultProxy({
        host: url.hostname,
        port: Number(url.port),
      })
      url.hostname = "localhost"
      url.port = String(database.port)
      const settings = {
        build,
        accountId: desk.accountId,
        boot: { ...desk.boot, databaseUrl: url.href },
        sends: true,
      }
      const customers = Array.from({ length: mails }, () => aCustomer())
      for (const from of customers) desk.deliver(await aMail({ from }))
      await desk.poll()
      const ids: string[] = []
      for (const from of customers) {
        const [ticket] = await desk.ticketsOf(from)
        ids.push((await desk.reply(ticket.id, {})).message_id)
      }

      for (let kill = 0; kill < kills; kill++) {
        const process = startIngest({ ...settings, forever: true })
        await new Promise<void>((resolve) =>
          database.when({ from: "client", sees: "due_at = coalesce(" }, async () => {
            process.kill()
            await process.exited
            resolve()
            return "cut"
          })
        )
        // As if the five minutes had passed that a claim lives.
        await desk.query(
          `update crm_outbound_mail set claimed_until = now() - interval '1 second'
           where state = 'sending'`
        )
      }
      await startIngest(settings).finished()
      await database.stop()

      const rows = (await Promise.all(ids.map((id) => desk.outbox(id)))).flat()
      expect(rows.map(({ state }) => state)).toEqual(customers.map(() => "sent"))
      const copies = customers.map((customer) =>
        smtp.mails
          .filter(({ to }) => to.includes(customer))
          .map(({ messageId }) => messageId)
      )
      expect(copies.map((messageIds) => [...new Set(messageIds)])).toEqual(
        rows.map(({ message_id }) => [message_id])
      )
      expect(copies.flat()).toHaveLength(mails + kills)
    }, 1_200_000)
  })
}
