import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import type {
  AccountHealth,
  MailHealth,
} from "../../src/api/admin/crm/mail-health/contract"
import { drainOutbox } from "../../src/workflows/outbound-mail/drain-outbox"
import { watchMail } from "../../src/workflows/mail-health/watch-mail"
import { anAgent, refusalOf, type Agent } from "./support/admin"

const SUPPORT = "support@shop.test"

type MailServers = {
  authservId: string
  smtp: { host: string; port: number }
  mailboxes: { imap: { host: string; port: number; user: string; password: string } }[]
  deliver(raw: string, recipient: string, options?: object): unknown
  messages(address: string): { raw: Buffer }[]
  refuse(address: string, reply: string): void
  accept(address: string): void
  stop(): Promise<void>
}

medusaIntegrationTestRunner({
  dbName: "crm_http_mail_doctor",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let ada: Agent
    let servers: MailServers
    let accountId: string

    const get = async (path: string) =>
      (await api.get(`/admin/crm/${path}`, ada.headers)).data
    const post = async (path: string, body: object = {}) =>
      (await api.post(`/admin/crm/${path}`, body, ada.headers)).data
    const refused = (path: string) =>
      refusalOf(api.post(`/admin/crm/${path}`, {}, ada.headers))
    const poll = () => post(`mail-accounts/${accountId}/poll`)
    const sql = (statement: string, bindings: string[] = []) =>
      getContainer().resolve("__pg_connection__").raw(statement, bindings)
    const health = async (): Promise<MailHealth> => (await get("mail-health")).mail_health
    const accountHealth = async (): Promise<AccountHealth> =>
      (await health()).accounts.find(({ mail_account }) => mail_account.id === accountId)!
    const codes = async () => (await accountHealth()).findings.map(({ code }) => code)

    let sent = 0
    const deliver = (
      headers: string[] = [],
      options: object = { sender: "mia@b.test" }
    ) =>
      servers.deliver(
        [
          ...headers,
          "From: Mia <mia@b.test>",
          `To: ${SUPPORT}`,
          `Subject: Question ${++sent}`,
          ...(headers.some((header) => header.startsWith("Message-ID"))
            ? []
            : [`Message-ID: <${sent}-${Date.now()}@b.test>`]),
          "",
          `My question is ${sent}.`,
          "",
        ].join("\r\n"),
        SUPPORT,
        options
      )

    beforeEach(async () => {
      const { startMailServers } = await import("../support/mail-servers.mjs")
      servers = await startMailServers({
        domain: "shop.test",
        mailboxes: [{ address: SUPPORT, user: "support", password: "pw" }],
      })
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      const { department } = await post("departments", {
        // Answers of this shop leave at once.
        undo_send_seconds: 0,
        private_name: "Support",
        public_name: "Support",
      })
      const { host, port, user, password } = servers.mailboxes[0].imap
      const { mail_account } = await post("mail-accounts", {
        address: SUPPORT,
        department_id: department.id,
        imap: { host, port, security: "none", username: user, password },
        smtp: { ...servers.smtp, security: "none" },
      })
      accountId = mail_account.id
    })
    afterEach(() => servers.stop())

    describe("the mail doctor", () => {
      it("counts every mail of the ledger once, and its states add up (X-24 AC2)", async () => {
        deliver()
        await poll()
        deliver(["Message-ID: <twice@b.test>"], {})
        servers.deliver(servers.messages(SUPPORT).at(-1)!.raw.toString(), SUPPORT)
        await poll()
        await sql(
          `update crm_inbound_mail set state = 'quarantined', reason = 'Unreadable'
           where id = (select min(id) from crm_inbound_mail)`
        )
        const { ledger, accounts } = await health()
        const { total, ...states } = ledger

        expect(accounts[0].ledger).toEqual(ledger)
        expect(Object.values(states).reduce((sum, count) => sum + count)).toBe(total)
        expect(total).toBe(servers.messages(SUPPORT).length)
        expect(states).toMatchObject({ stored: 0, quarantined: 1 })
        expect(states.ignored).toBeGreaterThan(0)
      })

      it("still counts the mail of an account that was removed", async () => {
        deliver()
        await poll()
        const before = await health()
        await api.delete(`/admin/crm/mail-accounts/${accountId}`, ada.headers)
        const after = await health()

        expect(after.accounts).toEqual([])
        expect(after.ledger).toEqual(before.ledger)
        expect(after.removed.ledger).toEqual(before.ledger)
        expect(after.worst).toBeNull()
      })

      it("shows what SPF, DKIM and DMARC said, and the server that could be believed", async () => {
        deliver()
        await poll()
        expect((await accountHealth()).authentication).toMatchObject({
          authserv_id: servers.authservId,
          is_trusted: false,
        })
        deliver()
        deliver()
        await poll()
        const { suggested_authserv_id, findings } = await accountHealth()

        expect(suggested_authserv_id).toBe(servers.authservId)
        expect(findings).toContainEqual({
          code: "nobody_trusted",
          severity: "info",
          values: { seen: servers.authservId },
        })
        await post(`mail-accounts/${accountId}`, { authserv_id: suggested_authserv_id })
        expect((await accountHealth()).authentication).toMatchObject({
          authserv_id: servers.authservId,
          spf: "pass",
          dmarc: "pass",
          is_trusted: true,
        })
        expect(await codes()).not.toContain("nobody_trusted")
      })

      it("measures the mail server's clock by a mail dated after it was fetched", async () => {
        deliver([], { internalDate: new Date(Date.now() + 10 * 60_000) })
        await poll()
        const { arrival, findings } = await accountHealth()

        expect(arrival!.offset_seconds).toBeGreaterThan(500)
        expect(findings).toContainEqual({
          code: "clock_ahead",
          severity: "warning",
          values: { seconds: arrival!.offset_seconds },
        })
        deliver([], {})
        await poll()
        expect(await codes()).not.toContain("clock_ahead")
      })

      it("finds an agent who logs in with an account's address", async () => {
        await anAgent(api, getContainer(), {
          email: SUPPORT,
          first_name: "Sue",
          last_name: "Port",
        })
        expect(await codes()).toContain("agent_address")
      })

      it("finds our own mail that came back", async () => {
        deliver()
        await poll()
        expect(await codes()).not.toContain("own_mail_returns")
        const { tickets } = await get("tickets?limit=1")
        await post(`tickets/${tickets[0].id}/replies`, {
          body_text: "Hello",
          cc: [SUPPORT],
        })
        await drainOutbox(getContainer())
        await poll()

        expect(await codes()).toContain("own_mail_returns")
      })

      it("finds two accounts that read one folder", async () => {
        const { mail_account } = await get(`mail-accounts/${accountId}`)
        const { imap } = servers.mailboxes[0]
        await post("mail-accounts", {
          address: "help@shop.test",
          department_id: mail_account.department_id,
          imap: {
            host: imap.host,
            port: imap.port,
            security: "none",
            username: imap.user,
            password: imap.password,
          },
          smtp: { ...servers.smtp, security: "none" },
        })

        expect((await accountHealth()).findings).toContainEqual({
          code: "shared_mailbox",
          severity: "warning",
          values: { addresses: "help@shop.test" },
        })
      })

      it("names the worst finding of all accounts", async () => {
        await sql(
          `update crm_mail_account
           set state = 'failing', failures = 3, last_error = 'Mailbox is locked'
           where id = ?`,
          [accountId]
        )
        expect((await health()).worst).toEqual({
          code: "failing",
          severity: "error",
          values: { words: "Mailbox is locked" },
          account_id: accountId,
          address: SUPPORT,
        })
      })
    })

    describe("a test mail from an account to itself", () => {
      it("is known when it comes back: it opens no ticket and is no loop (V-04)", async () => {
        const { test_mail } = await post(`mail-accounts/${accountId}/test-mail`)
        expect(test_mail.response).toMatch(/^250/)
        expect((await accountHealth()).test_mail).toMatchObject({
          id: test_mail.id,
          received_at: null,
        })
        await poll()
        const { test_mail: received } = await accountHealth()

        expect(received).toMatchObject({
          id: test_mail.id,
          received_at: expect.any(String),
        })
        expect(await get(`inbound-mails/${received!.inbound_mail_id}`)).toMatchObject({
          inbound_mail: {
            state: "ignored",
            reason: "A test mail of this desk: sending and receiving work",
            subject: "Test mail of your help desk",
          },
        })
        expect((await get("tickets?q=itself%20whether")).count).toBe(0)
        expect(await codes()).not.toContain("own_mail_returns")
      })

      it("that the server refuses says so in its words", async () => {
        servers.refuse(SUPPORT, "550 5.7.1 You may not write to yourself")
        const refusal = await refused(`mail-accounts/${accountId}/test-mail`)
        servers.accept(SUPPORT)

        expect(refusal).toMatchObject({ status: 400 })
        expect(refusal.message).toMatch(
          /^The test mail could not be sent\. .*You may not write to yourself/
        )
      })

      it("of an unknown account is not found", async () => {
        expect(await refused("mail-accounts/macc_x/test-mail")).toMatchObject({
          status: 404,
        })
      })
    })

    describe("a mail alert", () => {
      const alerts = async () => {
        await watchMail(getContainer())
        return (await get("mail-alerts")).mail_alerts
      }
      const quarantine = async () => {
        deliver()
        await poll()
        await sql(
          `update crm_inbound_mail
           set state = 'quarantined', reason = 'Unreadable', updated_at = clock_timestamp()
           where id = (select max(id) from crm_inbound_mail)`
        )
      }

      it("of quarantined mail is waved aside, and comes again with the next such mail", async () => {
        await quarantine()
        const [alert] = await alerts()
        expect(alert).toMatchObject({
          kind: "quarantine",
          address: SUPPORT,
          words: "Unreadable",
          count: 1,
          is_dismissible: true,
        })

        expect(await post(`mail-alerts/${alert.id}/dismiss`)).toEqual({
          id: alert.id,
          object: "mail_alert",
          dismissed: true,
        })
        expect(await alerts()).toEqual([])

        await quarantine()
        expect(await alerts()).toMatchObject([{ kind: "quarantine", count: 1 }])
      })

      it("of quarantined mail ends when the mail was read again", async () => {
        await quarantine()
        await alerts()
        const { inbound_mails } = await get("inbound-mails?state=quarantined")
        await post(`inbound-mails/${inbound_mails[0].id}/replay`)

        expect(await alerts()).toEqual([])
      })

      it("of a dead letter names the server's words", async () => {
        deliver()
        await poll()
        const { tickets } = await get("tickets?limit=1")
        await post(`tickets/${tickets[0].id}/replies`, { body_text: "Hello" })
        await drainOutbox(getContainer())
        await sql(
          `update crm_outbound_mail
           set state = 'dead', last_response = '550 Gone', updated_at = clock_timestamp()`
        )
        expect(await alerts()).toMatchObject([
          { kind: "dead_letters", words: "550 Gone", count: 1, is_dismissible: true },
        ])
      })

      it("of an account that fails cannot be waved aside", async () => {
        await sql(
          `update crm_mail_account set state = 'failing', failures = 2 where id = ?`,
          [accountId]
        )
        const [alert] = await alerts()
        const refusal = await refused(`mail-alerts/${alert.id}/dismiss`)

        expect(refusal).toMatchObject({ status: 400 })
        expect(refusal.message).toMatch(/ends by itself once mail flows again/)
        expect(await refused("mail-alerts/malert_x/dismiss")).toMatchObject({
          status: 404,
        })
      })
    })

    describe("the ledger", () => {
      it("is searched by subject, sender and Message-ID, and names the ticket", async () => {
        deliver(["Message-ID: <find-me@b.test>"])
        await poll()
        const { inbound_mails } = await get("inbound-mails?q=find-me%40b")
        const { tickets } = await get("tickets?limit=1")

        expect(inbound_mails).toHaveLength(1)
        expect(inbound_mails[0].ticket).toEqual({
          id: tickets[0].id,
          number: tickets[0].number,
        })
        const { count } = await get(`inbound-mails?q=${inbound_mails[0].subject}`)
        expect(count).toBe(1)
        expect((await get("inbound-mails?q=mia%40b.test")).count).toBeGreaterThan(0)
        expect((await get("inbound-mails?q=100%25")).count).toBe(0)
      })

      it("names the ticket also where a mail leaves", async () => {
        deliver()
        await poll()
        const { tickets } = await get("tickets?limit=1")
        await post(`tickets/${tickets[0].id}/replies`, { body_text: "Hello" })
        const { outbound_mails } = await get("outbound-mails")

        expect(outbound_mails[0].ticket).toEqual({
          id: tickets[0].id,
          number: tickets[0].number,
        })
      })
    })
  },
})
