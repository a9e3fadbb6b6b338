import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import net, { type AddressInfo } from "node:net"
import pollMailAccounts from "../../src/jobs/poll-mail-accounts"
import { MAIL_MODULE } from "../../src/modules/mail"
import { anAgent, refusalOf, type Agent } from "./support/admin"

type MailServers = {
  smtp: { host: string; port: number }
  mailboxes: { imap: { host: string; port: number; user: string; password: string } }[]
  stop(): Promise<void>
}

medusaIntegrationTestRunner({
  dbName: "crm_http_settings",
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

    const get = async (path: string) =>
      (await api.get(`/admin/crm/${path}`, ada.headers)).data
    const post = async (path: string, body: object = {}) =>
      (await api.post(`/admin/crm/${path}`, body, ada.headers)).data
    const remove = (path: string) => api.delete(`/admin/crm/${path}`, ada.headers)
    const refused = (path: string, body: object) =>
      refusalOf(api.post(`/admin/crm/${path}`, body, ada.headers))

    const aDepartment = async (name = "Support") =>
      (await post("departments", { private_name: name, public_name: `${name} team` }))
        .department
    const accountBody = (department_id: string, changes: object = {}) => {
      const { host, port, user, password } = servers.mailboxes[0].imap

      return {
        address: "Support@Shop.test",
        name: "Support",
        department_id,
        imap: { host, port, security: "none", username: user, password },
        smtp: { ...servers.smtp, security: "none" },
        ...changes,
      }
    }

    beforeAll(async () => {
      const { startMailServers } = await import("../support/mail-servers.mjs")

      servers = await startMailServers({
        domain: "shop.test",
        mailboxes: [
          { address: "support@shop.test", user: "support", password: "pw-CANARY-1" },
        ],
      })
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
    })
    afterAll(() => servers.stop())

    describe("departments", () => {
      it("have a private and a public name, and close a ticket with its reply (V-12, V-13, V-68)", async () => {
        const { department } = await post("departments", {
          private_name: "Returns",
          public_name: "Customer care",
        })

        expect(department).toMatchObject({
          private_name: "Returns",
          public_name: "Customer care",
          visible_in_store: true,
          status_after_reply: "closed",
          status_after_note: "unchanged",
          ticket_count: 0,
        })
        expect((await get(`departments/${department.id}`)).department).toEqual(department)
      })

      it("are changed field by field", async () => {
        const { id } = await aDepartment()
        const { department } = await post(`departments/${id}`, {
          visible_in_store: false,
          status_after_reply: "pending",
        })

        expect(department).toMatchObject({
          private_name: "Support",
          visible_in_store: false,
          status_after_reply: "pending",
        })
      })

      it("end at forty (V-09)", async () => {
        for (let number = 1; number <= 40; number++) {
          await aDepartment(`Department ${number}`)
        }
        const refusal = await refused("departments", {
          private_name: "One more",
          public_name: "One more",
        })

        expect(refusal).toMatchObject({ status: 400, type: "not_allowed" })
        expect(refusal.message).toMatch(/40 is the most.*maxDepartments/)
        expect((await get("departments")).count).toBe(40)
      })

      it("with tickets cannot be deleted, without can", async () => {
        const { id } = await aDepartment()
        const { ticket } = await post("tickets", {
          email: "mia@shopper.test",
          department_id: id,
          subject: "x",
          body: "y",
        })
        const refusal = await refusalOf(remove(`departments/${id}`))

        expect(refusal).toMatchObject({ status: 400 })
        expect(refusal.message).toMatch(/still has 1 ticket\. Move them/)
        await remove(`tickets/${ticket.id}`)
        expect((await remove(`departments/${id}`)).data).toEqual({
          id,
          object: "department",
          deleted: true,
        })
        expect(
          await refusalOf(api.get(`/admin/crm/departments/${id}`, ada.headers))
        ).toMatchObject({ status: 404 })
      })

      it.each([
        [
          "a taken name",
          { private_name: "support", public_name: "x" },
          422,
          /already one called/,
        ],
        ["no name", { public_name: "x" }, 400, /private_name/],
        [
          "an unknown key",
          { private_name: "a", public_name: "x", color: "red" },
          400,
          /color/,
        ],
        [
          "an unknown status",
          { private_name: "a", public_name: "x", status_after_reply: "done" },
          400,
          /"done" is no ticket status/,
        ],
        [
          "an unknown mail account",
          { private_name: "a", public_name: "x", mail_account_id: "macc_x" },
          404,
          /Mail account macc_x/,
        ],
      ])("with %s are refused", async (_, body, status, message) => {
        await aDepartment()
        const refusal = await refused("departments", body)

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
        expect((await get("departments")).count).toBe(1)
      })
    })

    describe("statuses", () => {
      it("begin with one of each category and can be renamed (K-3, D-04)", async () => {
        const { statuses } = await get("statuses")

        expect(statuses.map(({ category }: { category: string }) => category)).toEqual([
          "open",
          "pending",
          "on_hold",
          "closed",
        ])
        const closed = statuses[3]
        const { status } = await post(`statuses/${closed.id}`, { name: "Completed" })

        expect(status).toEqual({ ...closed, name: "Completed" })
      })

      it("of one category have one default", async () => {
        const { status } = await post("statuses", {
          name: "Completed",
          category: "closed",
          is_default: true,
        })
        const { statuses } = await get("statuses")

        expect(
          statuses
            .filter(({ category }: { category: string }) => category === "closed")
            .map(({ name, is_default }: { name: string; is_default: boolean }) => [
              name,
              is_default,
            ])
            .sort()
        ).toEqual([
          ["Closed", false],
          ["Completed", true],
        ])
        expect(await refusalOf(remove(`statuses/${status.id}`))).toMatchObject({
          status: 400,
        })
      })
    })

    describe("classifications", () => {
      it("are limited to departments, and offered again when renamed", async () => {
        const { id } = await aDepartment()
        const { classification } = await post("classifications", {
          name: "Complaint",
          department_ids: [id],
        })
        const renamed = (
          await post(`classifications/${classification.id}`, { name: "Complaints" })
        ).classification

        expect(renamed).toEqual({
          ...classification,
          name: "Complaints",
          departments: [{ id, name: "Support" }],
        })
        expect(await refused("classifications", { name: "complaints" })).toMatchObject({
          status: 422,
        })
      })
    })

    describe("teams and agents", () => {
      let bo: Agent
      let sales: string
      let returns: string

      beforeEach(async () => {
        bo = await anAgent(api, getContainer(), {
          email: "bo@shop.test",
          first_name: "Bo",
          last_name: "Agent",
        })
        sales = (await aDepartment("Sales")).id
        returns = (await aDepartment("Returns")).id
      })

      it("are made, changed and taken apart", async () => {
        const { team } = await post("teams", { name: "Night", user_ids: [ada.id] })

        expect(team.members).toEqual([{ user_id: ada.id, name: "Ada Agent" }])
        const { agents } = await get("agents")
        expect(agents).toEqual([
          expect.objectContaining({
            user_id: ada.id,
            name: "Ada Agent",
            email: "ada@shop.test",
            teams: [{ id: team.id, name: "Night" }],
            departments: [],
          }),
        ])
        const { agent } = await post(`agents/${agents[0].id}`, {
          department_ids: [sales, returns],
          team_ids: [],
        })
        expect(agent.departments.map(({ name }: { name: string }) => name)).toEqual([
          "Returns",
          "Sales",
        ])
        expect((await get(`teams/${team.id}`)).team.members).toEqual([])
        expect((await remove(`agents/${agent.id}`)).data).toMatchObject({ deleted: true })
        expect((await remove(`teams/${team.id}`)).data).toMatchObject({ deleted: true })
        expect(await get("teams")).toMatchObject({ teams: [], count: 0 })
      })

      it("that share saved replies stay", async () => {
        const { team } = await post("teams", { name: "Night", user_ids: [ada.id] })
        await post("saved-replies", {
          title: "x",
          body_text: "y",
          scope: "team",
          team_id: team.id,
        })
        const refusal = await refusalOf(
          api.delete(`/admin/crm/teams/${team.id}`, ada.headers)
        )

        expect(refusal.status).toBe(400)
        expect(refusal.message).toMatch(
          /shares 1 saved reply\. Give them to another team/
        )
      })

      it.each([
        ["teams", { name: "Night", user_ids: ["user_none"] }, 404, /User user_none/],
        ["teams", { user_ids: [] }, 400, /name/],
        ["teams", { name: "night" }, 422, /already one called/],
        ["agents", { user_id: "user_none" }, 404, /User user_none/],
        ["agents", {}, 400, /user_id/],
      ])("%s with %j are refused", async (path, body, status, message) => {
        await post("teams", { name: "Night" })
        const refusal = await refused(path, body)

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
      })

      it("an admin user is one agent", async () => {
        await post("agents", { user_id: ada.id })

        expect(await refused("agents", { user_id: ada.id })).toMatchObject({
          status: 422,
          message: expect.stringMatching(/is an agent already/),
        })
        expect(
          (await refused("agents", { user_id: bo.id, department_ids: ["crmdep_none"] }))
            .message
        ).toMatch(/Department crmdep_none/)
        expect((await get("agents")).count).toBe(1)
      })
    })

    describe("mail accounts", () => {
      it("are saved after their login worked, without their passwords coming back", async () => {
        const { id } = await aDepartment()
        const { mail_account } = await post("mail-accounts", accountBody(id))

        expect(mail_account).toMatchObject({
          address: "support@shop.test",
          has_password: true,
          imap: { username: "support", folder: "INBOX", has_password: true },
          enabled: true,
          state: "new",
        })
        for (const answer of [
          mail_account,
          await get("mail-accounts"),
          await get(`mail-accounts/${mail_account.id}`),
        ]) {
          expect(JSON.stringify(answer)).not.toMatch(/CANARY|"password"|v1\./)
        }
        expect((await get(`departments/${id}`)).department.mail_account_id).toBe(
          mail_account.id
        )
      })

      it("keep their passwords encrypted, each bound to its account", async () => {
        const { id } = await aDepartment()
        const { mail_account } = await post("mail-accounts", accountBody(id))
        const other = (
          await post(
            "mail-accounts",
            accountBody(id, { address: "other@shop.test", enabled: false })
          )
        ).mail_account
        const pg = getContainer().resolve("__pg_connection__")
        const sealed = await pg("crm_mail_secret").where({ account_id: mail_account.id })

        expect(sealed).toHaveLength(1)
        expect(sealed[0].sealed).toMatch(/^v1\.[0-9a-f]{8}\./)
        expect(sealed[0].sealed).not.toContain("CANARY")

        await pg("crm_mail_secret")
          .where({ account_id: other.id })
          .update({ sealed: sealed[0].sealed })
        expect((await refused(`mail-accounts/${other.id}/test`, {})).message).toMatch(
          /does not open/
        )
      })

      it.each([
        ["a wrong password", { password: "not-this-CANARY" }, /IMAP: /],
        [
          "a port nobody listens on",
          { port: 1 },
          /IMAP: Nothing answers on this host and port/,
        ],
        ["a folder that is not there", { folder: "Nowhere" }, /IMAP: /],
        ["a server without the security asked for", { security: "starttls" }, /IMAP: /],
      ])("with %s are refused in the server's words", async (_, imap, message) => {
        const { id } = await aDepartment()
        const body = accountBody(id)
        const refusal = await refused("mail-accounts", {
          ...body,
          imap: { ...body.imap, ...imap },
        })

        expect(refusal.status).toBe(400)
        expect(refusal.message).toMatch(/^The account does not work yet\. /)
        expect(refusal.message).toMatch(message)
        expect(refusal.message).not.toContain("CANARY")
        expect((await get("mail-accounts")).count).toBe(0)
      })

      it("reach no server of the house that was not allowed, and tell nothing of it (S1)", async () => {
        const { id } = await aDepartment()
        const open = net.createServer()
        await new Promise<void>((resolve) => open.listen(0, "127.0.0.2", resolve))
        const { port } = open.address() as AddressInfo
        const said = jest.fn()
        open.on("connection", said)
        const refusalAt = async (host: string, at: number) =>
          (
            await refused(
              "mail-accounts",
              accountBody(id, {
                imap: { host, port: at, security: "none", password: "x" },
                smtp: { host, port: at, security: "none" },
              })
            )
          ).message.replaceAll(host, "HOST")
        const why =
          "HOST is not a mail server on the public internet. If it is yours, a developer can add it to the plugin option allowedMailHosts"
        const both = `The account does not work yet. IMAP: ${why}. SMTP: ${why}`

        expect(await refusalAt("127.0.0.2", port)).toBe(both)
        expect(await refusalAt("127.0.0.2", 1)).toBe(both)
        for (const host of [
          "[::1]",
          "0.0.0.0",
          "0x7f.2",
          "2130706434",
          "169.254.169.254",
          "10.0.0.1",
        ]) {
          expect(await refusalAt(host, port)).toBe(both)
        }
        expect(said).not.toHaveBeenCalled()
        open.close()
      })

      it.each([
        [
          "moved nowhere",
          { after_reading: "move" },
          /Name the folder that mails are moved to/,
        ],
        [
          "moved to where they are read",
          { after_reading: "move", after_reading_folder: "inbox" },
          /cannot be moved to the folder they are read from/,
        ],
        [
          "moved to a folder that is not there",
          { after_reading: "move", after_reading_folder: "Nowhere" },
          /IMAP: .*Nowhere/,
        ],
        ["treated otherwise", { after_reading: "burn" }, /after_reading/],
      ])("whose mails shall be %s are refused", async (_, changes, message) => {
        const { id } = await aDepartment()
        const refusal = await refused("mail-accounts", accountBody(id, changes))

        expect(refusal.status).toBe(400)
        expect(refusal.message).toMatch(message)
      })

      it("say what becomes of a mail on the server", async () => {
        const { id } = await aDepartment()
        const { mail_account } = await post(
          "mail-accounts",
          accountBody(id, { after_reading: "move", after_reading_folder: "Trash" })
        )

        expect(mail_account).toMatchObject({
          after_reading: "move",
          after_reading_folder: "Trash",
          after_reading_error: null,
          oauth: null,
        })
        expect(
          (
            await refused(`mail-accounts/${mail_account.id}`, {
              imap: { folder: "Trash" },
            })
          ).message
        ).toMatch(/cannot be moved to the folder they are read from/)
      })

      it("with an SMTP server that does not answer are refused in its words", async () => {
        const { id } = await aDepartment()
        const refusal = await refused(
          "mail-accounts",
          accountBody(id, { smtp: { host: "127.0.0.1", port: 1, security: "none" } })
        )

        expect(refusal).toMatchObject({ status: 400 })
        expect(refusal.message).toMatch(/SMTP: Nothing answers on this host and port/)
      })

      it("are numbered one after the other, and may feed one department (V-08, V-17)", async () => {
        const { id } = await aDepartment()
        const first = (await post("mail-accounts", accountBody(id))).mail_account
        const second = (
          await post("mail-accounts", accountBody(id, { address: "help@shop.test" }))
        ).mail_account

        expect(second.number).toBe(first.number + 1)
        expect([first.department_id, second.department_id]).toEqual([id, id])
        expect((await get(`departments/${id}`)).department.mail_account_id).toBe(first.id)
      })

      it("that are due are polled by the job, and not before they are due again (V-05)", async () => {
        const { id } = await aDepartment()
        const { mail_account } = await post("mail-accounts", accountBody(id))
        const mail = getContainer().resolve(MAIL_MODULE)
        const polled = jest.spyOn(mail, "pollAccount")

        expect(await mail.accountsDue(10)).toEqual([mail_account.id])

        mail.options.backgroundJobs = true
        await pollMailAccounts(getContainer())
        mail.options.backgroundJobs = false
        await Promise.all(polled.mock.results.map(({ value }) => value))

        expect((await get(`mail-accounts/${mail_account.id}`)).mail_account.state).toBe(
          "ok"
        )
        expect(await mail.accountsDue(10)).toEqual([])
        polled.mockRestore()
      })

      it("that are switched off are saved without a try", async () => {
        const { id } = await aDepartment()
        const { mail_account } = await post(
          "mail-accounts",
          accountBody(id, {
            enabled: false,
            imap: {
              host: "mail.nowhere.test",
              port: 993,
              security: "tls",
              password: "x",
            },
          })
        )

        expect(mail_account).toMatchObject({
          enabled: false,
          imap: { username: "support@shop.test" },
        })
      })

      it("say what both servers say when they are tested", async () => {
        const { id } = await aDepartment()
        const { mail_account } = await post("mail-accounts", accountBody(id))

        expect(await post(`mail-accounts/${mail_account.id}/test`)).toEqual({
          imap: { ok: true },
          smtp: { ok: true },
        })
      })

      it("do not take a saved password to another server", async () => {
        const { id } = await aDepartment()
        const { mail_account } = await post("mail-accounts", accountBody(id))
        const refusal = await refused(`mail-accounts/${mail_account.id}`, {
          imap: { host: "127.0.0.2" },
        })

        expect(refusal.message).toBe("The IMAP server changes: enter its password again")
      })

      it("poll on demand, and say that another instance is at it", async () => {
        const { id } = await aDepartment()
        const { mail_account } = await post("mail-accounts", accountBody(id))

        expect(await post(`mail-accounts/${mail_account.id}/poll`)).toEqual({
          poll: { fetched: 0, ticketed: 0, ignored: 0, quarantined: 0, more: false },
        })
        await getContainer()
          .resolve("__pg_connection__")
          .raw(
            `update crm_mail_lease set owner = 'another', expires_at = now() + interval '1 minute'`
          )
        expect(await post(`mail-accounts/${mail_account.id}/poll`)).toEqual({
          poll: null,
          busy: true,
        })
      })

      it("keep a department from being deleted while they feed it", async () => {
        const { id } = await aDepartment()
        const { mail_account } = await post("mail-accounts", accountBody(id))

        expect((await refusalOf(remove(`departments/${id}`))).message).toMatch(
          /Mail to support@shop\.test goes to this department/
        )
        await remove(`mail-accounts/${mail_account.id}`)
        expect((await get(`departments/${id}`)).department.mail_account_id).toBeNull()
        await remove(`departments/${id}`)
      })

      it.each([
        [
          "the same address twice",
          (id: string) => accountBody(id, { address: "SUPPORT@shop.test" }),
          422,
          /connected already/,
        ],
        [
          "an unknown department",
          () => accountBody("crmdep_none", { address: "b@shop.test" }),
          404,
          /crmdep_none/,
        ],
        [
          "control characters in a login",
          (id: string) =>
            accountBody(id, {
              address: "b@shop.test",
              imap: { host: "h", port: 1, security: "none", password: "a\r\nb" },
            }),
          400,
          /control characters/,
        ],
        [
          "a host that is none",
          (id: string) =>
            accountBody(id, {
              address: "b@shop.test",
              imap: { host: "a b", port: 1, security: "none", password: "a" },
            }),
          400,
          /host name/,
        ],
        [
          "an unknown key",
          (id: string) => accountBody(id, { address: "b@shop.test", pop3: true }),
          400,
          /pop3/,
        ],
      ])("with %s are refused", async (_, body, status, message) => {
        const { id } = await aDepartment()
        await post("mail-accounts", accountBody(id))
        const refusal = await refused("mail-accounts", body(id))

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
      })

      it("show no password in the module's records either", async () => {
        const { id } = await aDepartment()
        await post("mail-accounts", accountBody(id))
        const accounts = await getContainer().resolve(MAIL_MODULE).listCrmMailAccounts({})

        expect(JSON.stringify(accounts)).not.toMatch(/password|CANARY/)
      })
    })

    describe("the summary", () => {
      it("counts what waits", async () => {
        const { id } = await aDepartment()
        await post("tickets", {
          email: "mia@shopper.test",
          department_id: id,
          subject: "x",
          body: "y",
          status_after: "open",
        })

        expect(await get("summary")).toEqual({
          enabled: true,
          has_storefront: false,
          ratings: { asked: 0, answered: 0, good: 0, neutral: 0, bad: 0 },
          departments: 1,
          mail_accounts: { total: 0, failing: 0 },
          open_tickets: 1,
          awaiting_agent: 0,
          unanswered: 0,
          mine_open: 0,
        })
      })
    })
  },
})
