import { logger as medusaLogger } from "@medusajs/framework/logger"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { MAIL_MODULE } from "../../src/modules/mail"
import { giveConsent } from "../support/consent"
import { anAgent, refusalOf, type Agent } from "./support/admin"

type OAuthServer = {
  authorizationUrl: string
  tokenUrl: string
  accepts(user: string, accessToken: string): boolean
  logInAs(address: string): void
  dropAccessTokens(): void
  revoke(): void
  stop(): Promise<void>
}
type MailServers = {
  smtp: { host: string; port: number }
  mailboxes: { imap: { host: string; port: number } }[]
  stop(): Promise<void>
}

const CANARY = /CANARY/
const APP = { clientId: "our-app", clientSecret: "CANARY-client-secret" }
const REDIRECT = "https://shop.test/app/settings/crm-mail-accounts/connect"
const HELP = "help@shop.test"

medusaIntegrationTestRunner({
  dbName: "crm_http_consent",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let ada: Agent
    let oauth: OAuthServer
    let servers: MailServers
    let passwordServers: MailServers

    const get = async (path: string) =>
      (await api.get(`/admin/crm/${path}`, ada.headers)).data
    const post = async (path: string, body: object = {}, agent = ada) =>
      (await api.post(`/admin/crm/${path}`, body, agent.headers)).data
    const refused = (path: string, body: object, agent = ada) =>
      refusalOf(api.post(`/admin/crm/${path}`, body, agent.headers))

    const mail = () => getContainer().resolve(MAIL_MODULE)
    const aDepartment = async (private_name = "Help") =>
      (await post("departments", { private_name, public_name: "Help" })).department
    const none = { security: "none" }
    const wish = (department_id: string, changes: object = {}) => {
      const { host, port } = servers.mailboxes[0].imap

      return {
        provider: "google",
        address: HELP,
        department_id,
        redirect_uri: REDIRECT,
        imap: { host, port, ...none },
        smtp: { ...servers.smtp, ...none },
        ...changes,
      }
    }
    const consent = async (department_id: string, changes?: object) => {
      const { consent: asked } = await post(
        "mail-accounts/oauth/start",
        wish(department_id, changes)
      )
      return giveConsent(asked.authorization_url)
    }
    const aConnectedAccount = async (department?: string) => {
      const { id } = await aDepartment(department)
      const { mail_account } = await post("mail-accounts/oauth/finish", await consent(id))
      return mail_account
    }

    beforeAll(async () => {
      const [{ startOAuthServer }, { startMailServers }] = await Promise.all([
        import("../support/oauth-server.mjs"),
        import("../support/mail-servers.mjs"),
      ])
      oauth = await startOAuthServer({ ...APP, flavour: "google" })
      servers = await startMailServers({
        domain: "shop.test",
        mailboxes: [{ address: HELP, password: "nobody knows" }],
        acceptsToken: oauth.accepts,
      })
      passwordServers = await startMailServers({
        domain: "shop.test",
        mailboxes: [{ address: HELP, password: "pw-CANARY-1" }],
      })
    })
    beforeEach(async () => {
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      oauth.logInAs(HELP)
      const { authorizationUrl, tokenUrl } = oauth
      mail().options.oauth = { google: { ...APP, authorizationUrl, tokenUrl } }
    })
    afterAll(async () => {
      await servers.stop()
      await passwordServers.stop()
      await oauth.stop()
    })

    describe("the providers of mail", () => {
      it("are listed, with those whose consent can be asked for", async () => {
        const { mail_providers, oauth: ready } = await get("mail-providers")

        expect(ready).toEqual(["google"])
        expect(mail_providers).toEqual(
          expect.arrayContaining([
            expect.objectContaining({
              id: "microsoft",
              oauth: "microsoft",
              login: "oauth2",
              imap: { host: "outlook.office365.com", port: 993, security: "tls" },
            }),
          ])
        )
      })

      it("are found by an address", async () => {
        expect(await get("mail-providers/detection?address=ann@gmail.com")).toMatchObject(
          {
            detection: { by: "domain", provider: { id: "google" }, imap: { port: 993 } },
          }
        )
        expect(await get("mail-providers/detection?address=ann@proton.me")).toMatchObject(
          {
            detection: { provider: { login: "unavailable" }, imap: null, smtp: null },
          }
        )
        const refusal = await refusalOf(
          api.get("/admin/crm/mail-providers/detection?address=ann", ada.headers)
        )
        expect(refusal).toMatchObject({ status: 400 })
        expect(refusal.message).toMatch(/An e-mail address is expected/)
      })
    })

    describe("an account that is connected by consent", () => {
      it("is made once the provider's token opened both servers", async () => {
        const { id } = await aDepartment()
        const given = await consent(id)
        expect((await get("mail-accounts")).count).toBe(0)
        const { mail_account } = await post("mail-accounts/oauth/finish", given)

        expect(mail_account).toMatchObject({
          address: HELP,
          department_id: id,
          has_password: false,
          imap: { username: HELP, folder: "INBOX", has_password: false },
          smtp: { username: HELP },
          oauth: { provider: "google", connected_as: HELP, state: "connected" },
          after_reading: "keep",
          enabled: true,
          state: "new",
        })
        expect(Date.parse(mail_account.oauth.expires_at)).toBeGreaterThan(Date.now())
        expect((await get(`departments/${id}`)).department.mail_account_id).toBe(
          mail_account.id
        )
        expect(await post(`mail-accounts/${mail_account.id}/test`)).toEqual({
          imap: { ok: true },
          smtp: { ok: true },
        })
      })

      it("is connected again, and keeps all else", async () => {
        const { id } = await aConnectedAccount()
        await post(`mail-accounts/${id}`, { reply_footer: "Yours" })
        oauth.revoke()
        await mail().updateCrmMailAccounts({ id, oauth_expires_at: new Date(0) })
        await refused(`mail-accounts/${id}/poll`, {})
        expect((await get(`mail-accounts/${id}`)).mail_account).toMatchObject({
          state: "reconnect",
          oauth: { state: "reconnect" },
        })
        expect((await get("summary")).mail_accounts).toEqual({ total: 1, failing: 1 })

        const { consent: asked } = await post(`mail-accounts/${id}/oauth/start`, {
          redirect_uri: REDIRECT,
        })
        const { mail_account } = await post(
          "mail-accounts/oauth/finish",
          await giveConsent(asked.authorization_url)
        )
        expect(mail_account).toMatchObject({
          id,
          reply_footer: "Yours",
          state: "new",
          oauth: { state: "connected" },
        })
      })

      it("gives up its consent for a password", async () => {
        const { id } = await aConnectedAccount()
        const { host, port } = passwordServers.mailboxes[0].imap
        const { mail_account } = await post(`mail-accounts/${id}`, {
          imap: { host, port, password: "pw-CANARY-1" },
          smtp: { ...passwordServers.smtp, username: null },
        })

        expect(mail_account).toMatchObject({ oauth: null, has_password: true })
        const pg = getContainer().resolve("__pg_connection__")
        expect(await pg("crm_mail_secret").pluck("name")).toEqual(["imap_password"])
      })

      it("does not take its consent to another server", async () => {
        const { id } = await aConnectedAccount()

        expect(
          (await refused(`mail-accounts/${id}`, { imap: { host: "127.0.0.2" } })).message
        ).toMatch(/^A consent of Google is not taken to another server\./)
      })
    })

    describe("a consent", () => {
      it("is for the user who asked for it, once", async () => {
        const { id } = await aDepartment()
        const given = await consent(id)
        const finish = "mail-accounts/oauth/finish"
        const bo = await anAgent(api, getContainer(), {
          email: "bo@shop.test",
          first_name: "Bo",
          last_name: "Agent",
        })

        expect((await refused(finish, given, bo)).message).toMatch(
          /begun by somebody else/
        )
        await post(finish, given)
        expect(await refused(finish, given)).toMatchObject({ status: 400 })
        expect((await refused(finish, given)).message).toMatch(/^This consent was used/)
      })

      it("ends after a quarter of an hour", async () => {
        const { id } = await aDepartment()
        const given = await consent(id)
        await getContainer()
          .resolve("__pg_connection__")
          .raw(
            `update crm_mail_consent set expires_at = expires_at - interval '15 minutes'`
          )

        expect((await refused("mail-accounts/oauth/finish", given)).message).toMatch(
          /took longer than a quarter of an hour/
        )
      })

      it("of another mailbox's owner is refused, and says who logged in", async () => {
        const { id } = await aDepartment()
        oauth.logInAs("mallory@shop.test")
        const refusal = await refused("mail-accounts/oauth/finish", await consent(id))

        expect(refusal.status).toBe(400)
        expect(refusal.message).toMatch(
          /^Google gave its consent, but the mail servers refuse it\. You logged in as mallory@shop\.test, and the mailbox is help@shop\.test\. IMAP: .*SMTP: /
        )
        expect((await get("mail-accounts")).count).toBe(0)
      })

      it("that came back with a wrong code is refused in the provider's words", async () => {
        const { id } = await aDepartment()
        const { state } = await consent(id)

        expect(
          (await refused("mail-accounts/oauth/finish", { state, code: "wrong" })).message
        ).toMatch(/^Google no longer accepts the consent \(invalid_grant: Token has been/)
      })

      it.each([
        [
          "an app that is not registered",
          { provider: "microsoft" },
          400,
          /option oauth\.microsoft/,
        ],
        ["an unknown provider", { provider: "yahoo" }, 400, /provider/],
        ["an unknown department", { department_id: "crmdep_none" }, 404, /crmdep_none/],
        [
          "another page to come back to",
          { redirect_uri: "https://evil.test/" },
          400,
          /settings\/crm-mail-accounts\/connect/,
        ],
        ["an unknown key", { password: "x" }, 400, /password/],
      ])("for %s is not asked for", async (_, changes, status, message) => {
        const { id } = await aDepartment()
        const refusal = await refused("mail-accounts/oauth/start", wish(id, changes))

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
      })

      it("for an address that is connected, or an account that is not there, is not asked for", async () => {
        const account = await aConnectedAccount()

        expect(
          await refused("mail-accounts/oauth/start", wish(account.department_id))
        ).toMatchObject({ status: 422 })
        expect(
          await refused("mail-accounts/macc_none/oauth/start", { redirect_uri: REDIRECT })
        ).toMatchObject({ status: 404 })
      })
    })

    describe("secrets", () => {
      let said: string
      const spies: jest.SpyInstance[] = []

      beforeEach(() => {
        said = ""
        const hear = (...words: unknown[]) => {
          said += words.map(String).join(" ")
          return true
        }
        medusaLogger.setLogLevel("silly")
        spies.push(
          jest.spyOn(process.stdout, "write").mockImplementation(hear),
          jest.spyOn(process.stderr, "write").mockImplementation(hear),
          ...(["log", "info", "warn", "error", "debug"] as const).map((name) =>
            jest.spyOn(console, name).mockImplementation(hear)
          )
        )
      })
      afterEach(() => {
        spies.splice(0).forEach((spy) => spy.mockRestore())
        medusaLogger.setLogLevel("error")
      })

      /** Every row of every table, workflow executions among them, as a dump shows them. */
      const dump = async () => {
        const pg = getContainer().resolve("__pg_connection__")
        const { rows: tables } = await pg.raw(
          `select table_name from information_schema.tables where table_schema = 'public'`
        )
        const found: string[] = []
        for (const { table_name } of tables) {
          const { rows } = await pg.raw(`select t::text as row from "${table_name}" t`)
          found.push(...rows.map(({ row }: { row: string }) => `${table_name}: ${row}`))
        }
        return found
      }

      it("are in no answer, log or table in clear, whatever fails (C1, C2)", async () => {
        const { id } = await aDepartment()
        const { host, port } = passwordServers.mailboxes[0].imap
        const login = { host, port, ...none, username: HELP }
        const body = {
          address: "second@shop.test",
          department_id: id,
          imap: { ...login, password: "pw-CANARY-1" },
          smtp: {
            ...passwordServers.smtp,
            ...none,
            username: "u",
            password: "pw-CANARY-2",
          },
        }
        const answers: unknown[] = [
          await refused("mail-accounts", {
            ...body,
            imap: { ...login, password: "pw-CANARY-wrong" },
          }),
          await post("mail-accounts", body),
        ]
        const connected = await aConnectedAccount("Sales")
        answers.push(connected, await get("mail-accounts"), await get("mail-providers"))

        oauth.dropAccessTokens()
        answers.push(await refused(`mail-accounts/${connected.id}/poll`, {}))
        oauth.revoke()
        await mail().updateCrmMailAccounts({
          id: connected.id,
          oauth_expires_at: new Date(0),
        })
        answers.push(
          await refused(`mail-accounts/${connected.id}/poll`, {}),
          await get(`mail-accounts/${connected.id}`),
          await post(`mail-accounts/${connected.id}/test`)
        )
        const rows = await dump()

        expect(JSON.stringify(answers)).not.toMatch(CANARY)
        expect(JSON.stringify(answers)).not.toMatch(/v1\.[0-9a-f]{8}\./)
        expect(said).toMatch(/polling help@shop\.test failed/)
        expect(said).not.toMatch(CANARY)
        expect(rows.length).toBeGreaterThan(10)
        expect(rows.filter((row) => CANARY.test(row))).toEqual([])
        expect(
          rows.filter(
            (row) => /v1\.[0-9a-f]{8}\./.test(row) && !row.startsWith("crm_mail_secret:")
          )
        ).toEqual([])
      })
    })
  },
})
