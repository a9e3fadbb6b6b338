import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { MAIL_MODULE } from "../../src/modules/mail"
import { refusalOf } from "./support/admin"
import { aMailShop, type MailShop } from "./support/mail-shop"

medusaIntegrationTestRunner({
  dbName: "crm_http_outbox",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let shop: MailShop

    beforeAll(async () => {
      shop = await aMailShop(api, getContainer)
    })
    beforeEach(() => shop.emptyMailboxes())
    afterAll(() => shop.servers.stop())

    const get = (path: string) => shop.get(path)
    const post = (path: string, body?: object) => shop.post(path, body)
    const refused = (path: string, body?: object) => shop.refused(path, body)
    const drain = () => shop.drain()

    /** A ticket whose first message is in the outbox, and that mail. */
    const mailTo = async (email: string, body: object = {}) => {
      const { ticket } = await post("tickets", {
        email,
        department_id: shop.support.departmentId,
        subject: "Your parcel",
        body: "It left today.",
        ...body,
      })
      const { outbound_mails } = await get(`outbound-mails?ticket_id=${ticket.id}`)

      return { ticket, mail: outbound_mails[0] }
    }
    const messageOf = async (ticketId: string) =>
      (await get(`tickets/${ticketId}`)).ticket.messages[0]
    const eventsOf = async (ticketId: string) =>
      (await get(`tickets/${ticketId}`)).ticket.events

    describe("a mail in the outbox", () => {
      it("is listed with its ticket and what may be done to it, by state, ticket and recipient", async () => {
        const { ticket, mail } = await mailTo("mia@shopper.test")
        await mailTo("bo@shopper.test")

        expect(mail).toMatchObject({
          ticket: { id: ticket.id, number: ticket.number },
          from_email: "support@shop.test",
          state: "queued",
          actions: ["cancel", "hold"],
          to: ["mia@shopper.test"],
          recipients: [
            {
              address: "mia@shopper.test",
              state: "pending",
              response: null,
              status: null,
              permanent: null,
              bounced_at: null,
              inbound_mail_id: null,
            },
          ],
        })
        const ids = async (query: string) =>
          (await get(`outbound-mails?${query}`)).outbound_mails.map(
            ({ id }: { id: string }) => id
          )
        expect(await ids("state=queued&state=held")).toHaveLength(2)
        expect(await ids("state=dead")).toEqual([])
        expect(await ids("q=MIA@shopper")).toEqual([mail.id])
        expect(await ids("q=100%25")).toEqual([])
        expect(await ids(`account_id=${mail.account_id}&limit=1`)).toHaveLength(1)
      })

      it("is shown with its text", async () => {
        const { mail } = await mailTo("mia@shopper.test")

        expect((await get(`outbound-mails/${mail.id}`)).outbound_mail).toMatchObject({
          id: mail.id,
          from_name: "Support team",
          body_text: "It left today.",
          body_html: null,
          in_reply_to: null,
          references: [],
          attachments: [],
        })
      })

      it("that is not there is not found, and a filter that is none is refused", async () => {
        for (const path of ["retry", "cancel", "release"]) {
          expect(await refused(`outbound-mails/omail_none/${path}`)).toMatchObject({
            status: 404,
          })
        }
        const refusal = await refusalOf(
          api.get("/admin/crm/outbound-mails?state=lost", shop.ada.headers)
        )
        expect(refusal.status).toBe(400)
        expect(
          (
            await refusalOf(
              api.get("/admin/crm/outbound-mails?colour=red", shop.ada.headers)
            )
          ).status
        ).toBe(400)
      })
    })

    describe("cancelled before it left", () => {
      it("it never leaves, its message says so, and history says who did it", async () => {
        const { ticket, mail } = await mailTo("never@shopper.test")
        const { outbound_mail } = await post(`outbound-mails/${mail.id}/cancel`)
        await drain()

        expect(outbound_mail).toMatchObject({ state: "cancelled", actions: ["retry"] })
        expect(
          shop.servers
            .outside()
            .filter(({ recipients }) => recipients.includes("never@shopper.test"))
        ).toEqual([])
        expect((await messageOf(ticket.id)).delivery).toMatchObject({
          state: "cancelled",
        })
        expect(await eventsOf(ticket.id)).toContainEqual(
          expect.objectContaining({
            type: "mail_cancelled",
            actor: expect.objectContaining({ name: "Ada Agent" }),
          })
        )
      })

      it("it is sent after all when an agent retries it", async () => {
        const { mail } = await mailTo("after-all@shopper.test")
        await post(`outbound-mails/${mail.id}/cancel`)
        await post(`outbound-mails/${mail.id}/retry`)
        await drain()

        expect((await get(`outbound-mails/${mail.id}`)).outbound_mail.state).toBe("sent")
      })
    })

    describe("a mail that was sent", () => {
      it("can neither be cancelled nor held back nor sent again", async () => {
        const { mail } = await mailTo("gone@shopper.test")
        await drain()
        const path = `outbound-mails/${mail.id}`

        expect(await refused(`${path}/cancel`)).toMatchObject({
          status: 400,
          message: "This mail was sent: it cannot be cancelled",
        })
        expect(
          await refused(`${path}/hold`, { until: "2099-01-01T00:00:00Z" })
        ).toMatchObject({
          status: 400,
          message: "This mail was sent: it cannot be held back",
        })
        expect(await refused(`${path}/retry`)).toMatchObject({
          status: 400,
          message:
            "This mail was sent to all its recipients: there is nobody to send it to again",
        })
        expect(await refused(`${path}/cancel`, { force: true })).toMatchObject({
          status: 400,
        })
      })
    })

    describe("held back", () => {
      const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

      it("it does not leave before its time, and at once when it is released", async () => {
        const { ticket, mail } = await mailTo("later@shopper.test")
        const until = inAnHour()
        const held = await post(`outbound-mails/${mail.id}/hold`, { until })
        await drain()

        expect(held.outbound_mail).toMatchObject({
          state: "held",
          due_at: until,
          actions: ["cancel", "hold", "release"],
        })
        expect((await messageOf(ticket.id)).delivery).toMatchObject({ state: "held" })

        await post(`outbound-mails/${mail.id}/release`)
        await drain()
        expect((await get(`outbound-mails/${mail.id}`)).outbound_mail.state).toBe("sent")
        expect(
          (await eventsOf(ticket.id)).map(({ type }: { type: string }) => type)
        ).toEqual(expect.arrayContaining(["mail_held", "mail_released"]))
      })

      it.each([
        ["in the past", "2020-01-01T00:00:00Z"],
        ["in a hundred years", "2126-01-01T00:00:00Z"],
      ])("until a moment %s is refused", async (_what, until) => {
        const { mail } = await mailTo("later@shopper.test")

        expect(await refused(`outbound-mails/${mail.id}/hold`, { until })).toMatchObject({
          status: 400,
          message:
            "A mail is held back until a moment that is to come, at most a year ahead",
        })
      })

      it("needs a moment", async () => {
        const { mail } = await mailTo("later@shopper.test")

        expect((await refused(`outbound-mails/${mail.id}/hold`)).status).toBe(400)
        expect(await refused(`outbound-mails/${mail.id}/release`)).toMatchObject({
          status: 400,
          message: "This mail is about to leave: only a held mail can be released",
        })
      })
    })

    describe("a mail that died", () => {
      it("shows the server's words on its message, is the agent's turn, and can be sent again", async () => {
        shop.servers.refuse("wrong@shopper.test", "550 5.1.1 No such user here")
        const { ticket, mail } = await mailTo("wrong@shopper.test")
        await drain()
        const { ticket: after } = await get(`tickets/${ticket.id}`)

        expect(after.messages[0].delivery).toEqual({
          state: "dead",
          error: expect.stringContaining("No such user here"),
          failures: [
            expect.objectContaining({
              address: "wrong@shopper.test",
              state: "refused",
              permanent: true,
            }),
          ],
        })
        expect(after).toMatchObject({ awaiting: "agent", status: { category: "closed" } })
        expect(after.events[0]).toMatchObject({
          type: "mail_failed",
          actor: { type: "system" },
          data: { error: expect.stringContaining("No such user here") },
        })

        shop.servers.accept("wrong@shopper.test")
        await post(`outbound-mails/${mail.id}/retry`)
        await drain()
        expect((await messageOf(ticket.id)).delivery).toEqual({
          state: "sent",
          error: null,
          failures: [],
        })
      })

      it("was refused to one of three: the other two get it once, also when it is sent again (F11)", async () => {
        shop.servers.refuse("two@shopper.test", "550 5.1.1 No such user here")
        const { ticket, mail } = await mailTo("one@shopper.test", {
          cc: ["two@shopper.test", "three@shopper.test"],
        })
        await drain()

        const recipients = async () =>
          (await get(`outbound-mails/${mail.id}`)).outbound_mail.recipients.map(
            ({ address, state }: { address: string; state: string }) => [address, state]
          )
        expect(await recipients()).toEqual([
          ["one@shopper.test", "accepted"],
          ["two@shopper.test", "refused"],
          ["three@shopper.test", "accepted"],
        ])
        expect((await messageOf(ticket.id)).delivery).toMatchObject({
          state: "sent",
          error: expect.stringContaining("No such user here"),
        })

        shop.servers.accept("two@shopper.test")
        await post(`outbound-mails/${mail.id}/retry`)
        await drain()
        const got = shop.servers.outside().flatMap(({ recipients: to }) => to)
        expect(got.filter((to) => to === "one@shopper.test")).toHaveLength(1)
        expect(got.filter((to) => to === "two@shopper.test")).toHaveLength(1)
        expect(got.filter((to) => to === "three@shopper.test")).toHaveLength(1)
      })
    })

    describe("an address that a server says nobody has", () => {
      const suppressed = async (query = "") =>
        (await get(`suppressed-addresses${query}`)).suppressed_addresses

      it("is listed with the reason, found by a form that asks, and lifted by an agent", async () => {
        shop.servers.refuse("nobody@shopper.test", "550 5.1.1 No such user here")
        const { mail } = await mailTo("nobody@shopper.test")
        await drain()

        const [found] = await suppressed("?address=NOBODY@shopper.test")
        expect(found).toMatchObject({
          address: "nobody@shopper.test",
          reason: "hard_bounce",
          permanent: true,
          count: 1,
          status: "5.1.1",
          response: expect.stringContaining("No such user here"),
          inbound_mail_id: null,
          outbound_mail_id: mail.id,
        })
        expect(await suppressed("?q=nobody")).toHaveLength(1)

        const { data } = await api.delete(
          `/admin/crm/suppressed-addresses/${found.id}`,
          shop.ada.headers
        )
        expect(data).toEqual({
          id: found.id,
          object: "suppressed_address",
          deleted: true,
        })
        expect(await suppressed("?address=nobody@shopper.test")).toEqual([])
        expect(
          (
            await refusalOf(
              api.delete(`/admin/crm/suppressed-addresses/${found.id}`, shop.ada.headers)
            )
          ).status
        ).toBe(404)
      })

      it("still gets an agent's reply, which lifts nothing", async () => {
        shop.servers.refuse("nobody@shopper.test", "550 5.1.1 No such user here")
        const { ticket } = await mailTo("nobody@shopper.test")
        await drain()
        shop.servers.accept("nobody@shopper.test")
        await post(`tickets/${ticket.id}/replies`, { body_text: "Once more." })
        await drain()

        expect((await messageOf(ticket.id)).delivery).toMatchObject({ state: "sent" })
        expect(await suppressed("?address=nobody@shopper.test")).toHaveLength(1)
      })

      it("gets no automatic mail, not even one that was waiting to leave", async () => {
        shop.servers.refuse("nobody@shopper.test", "550 5.1.1 No such user here")
        const { ticket, mail } = await mailTo("nobody@shopper.test")
        await drain()
        shop.servers.accept("nobody@shopper.test")
        const module = getContainer().resolve(MAIL_MODULE)
        const { body_text, subject } = await module.retrieveCrmOutboundMail(mail.id)
        await module.enqueueMails([
          {
            reference: "test",
            reference_id: "one",
            thread_id: ticket.id,
            account_id: mail.account_id,
            due_at: null,
            from_name: "Support",
            to: ["Nobody@shopper.test"],
            cc: [],
            bcc: [],
            subject,
            body_text,
            body_html: null,
            message_id: "one@shop.test",
            in_reply_to: null,
            references: [],
            is_auto_reply: true,
            attachments: [],
          },
        ])
        await drain()

        expect(await module.listCrmOutboundMails({ reference: "test" })).toMatchObject([
          {
            state: "cancelled",
            last_response:
              "Not sent: mail to this address came back before, and nobody wrote this one",
          },
        ])
      })
    })
  },
})
