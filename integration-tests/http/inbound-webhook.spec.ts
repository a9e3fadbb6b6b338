import { createHash } from "node:crypto"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { MAIL_MODULE } from "../../src/modules/mail"
import { signDelivery } from "../../src/modules/mail/domain/webhook-signature"
import { anAgent, refusalOf, type Agent } from "./support/admin"

medusaIntegrationTestRunner({
  dbName: "crm_http_webhook",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let ada: Agent
    let accountId: string
    let departmentId: string
    let webhook: { path: string; secret: string }

    const aMail = (id: string, lines: string[] = []) =>
      Buffer.from(
        [
          "From: Mia <mia@shopper.test>",
          "To: help@shop.test",
          `Subject: Where is ${id}?`,
          `Message-ID: <${id}@shopper.test>`,
          ...lines,
          "",
          "It has not come yet.",
          "",
        ].join("\r\n")
      )
    const signed = (
      body: Buffer,
      { secret = webhook.secret, at = Date.now() }: { secret?: string; at?: number } = {}
    ) => {
      const delivery = {
        timestamp: String(Math.floor(at / 1000)),
        sha256: createHash("sha256").update(body).digest("hex"),
      }
      return {
        "content-type": "message/rfc822",
        "x-crm-timestamp": delivery.timestamp,
        "x-crm-content-sha256": delivery.sha256,
        "x-crm-signature": signDelivery(secret, delivery),
      }
    }
    const bring = (body: Buffer, headers: Record<string, string> = signed(body)) =>
      api.post(webhook.path, body, { headers })
    const tickets = async () =>
      (await api.get("/admin/crm/tickets", ada.headers)).data.tickets
    const ledger = async () =>
      (await api.get("/admin/crm/inbound-mails", ada.headers)).data.inbound_mails

    beforeAll(async () => {
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      const { data } = await api.post(
        "/admin/crm/departments",
        { private_name: "Support", public_name: "Support" },
        ada.headers
      )
      departmentId = data.department.id
      const account = await getContainer().resolve(MAIL_MODULE).createMailAccount({
        address: "help@shop.test",
        name: "Help",
        department_id: departmentId,
        smtp_host: "mail.shop.test",
        smtp_port: 1,
        smtp_security: "none",
      })
      accountId = account.id
      webhook = (
        await api.post(`/admin/crm/mail-accounts/${accountId}/webhook`, {}, ada.headers)
      ).data.webhook
    })

    describe("a mail that is brought over the webhook", () => {
      it("is in the ledger and on a ticket when the sender has its answer", async () => {
        const { status, data } = await bring(aMail("my-parcel"))

        expect(status).toBe(202)
        expect(data).toEqual({
          inbound_mail: { id: expect.stringMatching(/^imail_/), state: "ticketed" },
        })
        expect(await tickets()).toMatchObject([
          {
            subject: "Where is my-parcel?",
            requester: { name: "Mia", email: "mia@shopper.test" },
            channel: "email",
          },
        ])
        const raw = await api.get(
          `/admin/crm/inbound-mails/${data.inbound_mail.id}/raw`,
          { ...ada.headers, responseType: "text" }
        )
        expect(raw.data).toBe(aMail("my-parcel").toString())
      })

      it("is one mail, however often the same delivery comes, also at the same time", async () => {
        const body = aMail("repeated")
        const headers = signed(body)
        const answers = await Promise.all([bring(body, headers), bring(body, headers)])
        const again = await bring(body, headers)

        expect(
          new Set([...answers, again].map(({ data }) => data.inbound_mail.id)).size
        ).toBe(1)
        expect(await ledger()).toHaveLength(1)
        expect(await tickets()).toHaveLength(1)
      })

      it("is a duplicate when it is signed and brought again later", async () => {
        const body = aMail("again")

        await bring(body)
        const { data } = await bring(body, signed(body, { at: Date.now() - 60_000 }))

        expect(data.inbound_mail.state).toBe("ignored")
        expect(await tickets()).toHaveLength(1)
      })

      it("finds its ticket as any mail does", async () => {
        await bring(aMail("question"))
        await bring(aMail("answer", ["In-Reply-To: <question@shopper.test>"]))

        expect(await tickets()).toHaveLength(1)
      })

      it("may be anything: what is no mail is a ticket or in quarantine, and never an error", async () => {
        const { status, data } = await bring(Buffer.from([0, 255, 1, 2, 3]))

        expect(status).toBe(202)
        expect(["ticketed", "quarantined"]).toContain(data.inbound_mail.state)
      })
    })

    describe("an account without a mailbox", () => {
      const path = "/admin/crm/mail-accounts"
      const smtp = { host: "mail.shop.test", port: 25, security: "none" }

      it("is polled without a connection, so that what was brought is finished", async () => {
        const { data } = await api.post(`${path}/${accountId}/poll`, {}, ada.headers)

        expect(data.poll).toMatchObject({ fetched: 0, more: false })
        expect(
          (await api.get(`${path}/${accountId}`, ada.headers)).data.mail_account
        ).toMatchObject({ imap: null, state: "ok", last_error: null })
      })

      it("is saved with imap: null, and gets a mailbox later in full or not at all", async () => {
        const body = {
          address: "ses@shop.test",
          department_id: departmentId,
          imap: null,
          smtp,
          enabled: false,
        }
        const { data } = await api.post(path, body, ada.headers)
        const { id, imap } = data.mail_account
        const change = (mailbox: object | null) =>
          api.post(`${path}/${id}`, { imap: mailbox }, ada.headers)

        expect(imap).toBeNull()
        expect(await refusalOf(change({ host: "mail.shop.test" }))).toMatchObject({
          status: 400,
          message: "To read a mailbox, imap also needs: port, security, username",
        })
        const mailbox = { ...smtp, username: "ses", password: "secret" }
        expect((await change(mailbox)).data.mail_account.imap).toMatchObject({
          host: "mail.shop.test",
          username: "ses",
          has_password: true,
        })
        expect((await change(null)).data.mail_account).toMatchObject({
          imap: null,
          has_password: false,
        })
      })

      it("without a webhook is one that the doctor has to speak of", async () => {
        await api.post(
          path,
          {
            address: "mute@shop.test",
            department_id: departmentId,
            imap: null,
            smtp,
            enabled: false,
          },
          ada.headers
        )
        const module = getContainer().resolve(MAIL_MODULE)
        const [{ id }] = await module.listCrmMailAccounts({ address: "mute@shop.test" })
        await module.updateMailAccount(id, { enabled: true })
        const { data } = await api.get("/admin/crm/mail-health", ada.headers)
        const codesOf = (account: string) =>
          data.mail_health.accounts
            .find(
              ({ mail_account }: { mail_account: { id: string } }) =>
                mail_account.id === account
            )
            .findings.map(({ code }: { code: string }) => code)

        expect(codesOf(id)).toContain("no_way_in")
        expect(codesOf(accountId)).not.toContain("no_way_in")
      })
    })

    describe("a stranger", () => {
      const mail = aMail("forged")

      it.each([
        ["without a signature", () => ({ "content-type": "message/rfc822" })],
        ["with another secret", () => signed(mail, { secret: "another" })],
        ["with the signature of another mail", () => signed(aMail("other"))],
      ])("%s brings nothing", async (_, headers) => {
        const refusal = await refusalOf(bring(mail, headers()))

        expect(refusal.status).toBeGreaterThanOrEqual(400)
        expect(refusal.status).toBeLessThan(500)
        expect(await ledger()).toEqual([])
      })

      it("does not learn which accounts there are", async () => {
        const unknown = await refusalOf(
          api.post("/crm/inbound-mails/macc_unknown", mail, { headers: signed(mail) })
        )
        const wrong = await refusalOf(bring(mail, signed(mail, { secret: "another" })))

        expect(unknown).toEqual(wrong)
        expect(unknown).toMatchObject({
          status: 401,
          message: expect.stringMatching(/^The signature does not fit/),
        })
      })

      it("cannot use what was signed six minutes ago", async () => {
        const refusal = await refusalOf(
          bring(mail, signed(mail, { at: Date.now() - 360_000 }))
        )

        expect(refusal).toMatchObject({
          status: 401,
          message: expect.stringContaining("more than 5 minutes off"),
        })
      })
    })

    describe("the body", () => {
      it("must be the mail that was signed, and not empty", async () => {
        const mail = aMail("signed")

        expect(await refusalOf(bring(aMail("changed"), signed(mail)))).toMatchObject({
          status: 400,
          message: expect.stringContaining("not what X-Crm-Content-Sha256 says"),
        })
        expect(await refusalOf(bring(Buffer.alloc(0)))).toMatchObject({
          status: 400,
          message: expect.stringContaining("The body is empty"),
        })
      })

      it("is taken as it is, also when it says that it is JSON or a form", async () => {
        for (const [index, type] of [
          "application/json",
          "application/x-www-form-urlencoded",
          "text/plain",
        ].entries()) {
          const mail = aMail(`typed-${index}`)
          const { data } = await bring(mail, { ...signed(mail), "content-type": type })

          expect(data.inbound_mail.state).toBe("ticketed")
        }
      })
    })

    describe("the secret", () => {
      it("is shown once; the account says only that there is one", async () => {
        const { data } = await api.get(
          `/admin/crm/mail-accounts/${accountId}`,
          ada.headers
        )
        expect(data.mail_account.has_webhook).toBe(true)
        expect(JSON.stringify(data)).not.toContain(webhook.secret)
      })

      it("ends with its replacement, and with the webhook", async () => {
        const path = `/admin/crm/mail-accounts/${accountId}/webhook`
        const { data } = await api.post(path, {}, ada.headers)
        const mail = aMail("after")

        expect((await refusalOf(bring(mail))).status).toBe(401)
        const renewed = () => signed(mail, { secret: data.webhook.secret })
        expect((await bring(mail, renewed())).status).toBe(202)

        expect((await api.delete(path, ada.headers)).data).toEqual({
          id: accountId,
          object: "mail_account_webhook",
          deleted: true,
        })
        expect((await refusalOf(bring(mail, renewed()))).status).toBe(401)
      })

      it("belongs to an account there is", async () => {
        expect(
          await refusalOf(
            api.post("/admin/crm/mail-accounts/macc_unknown/webhook", {}, ada.headers)
          )
        ).toMatchObject({ status: 404 })
      })
    })
  },
})
