import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { MAIL_MODULE } from "../../src/modules/mail"
import notifyNewTicket from "../../src/subscribers/notify-new-ticket"
import { doDueWork } from "../../src/workflows"
import { aMail } from "./support/a-mail"
import { anAgent, refusalOf, type Agent } from "./support/admin"

medusaIntegrationTestRunner({
  dbName: "crm_http_desk_mails",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let ada: Agent
    let bo: Agent
    let sales: string
    let returns: string

    const get = async (path: string, agent: Agent = ada) =>
      (await api.get(`/admin/crm/${path}`, agent.headers)).data
    const post = async (path: string, body: object = {}, agent: Agent = ada) =>
      (await api.post(`/admin/crm/${path}`, body, agent.headers)).data
    const remove = async (path: string, agent: Agent = ada) =>
      (await api.delete(`/admin/crm/${path}`, agent.headers)).data
    const refused = (path: string, body: object = {}, agent: Agent = ada) =>
      refusalOf(api.post(`/admin/crm/${path}`, body, agent.headers))
    const open = async (body: object = {}) =>
      (
        await post("tickets", {
          email: "mia@shopper.test",
          name: "Mia Moon",
          department_id: sales,
          subject: "Where is my parcel?",
          body: "We are looking into it.",
          status_after: "open",
          ...body,
        })
      ).ticket
    const reply = (ticketId: string, body: object, agent: Agent = ada) =>
      post(`tickets/${ticketId}/replies`, body, agent)
    const helpdesk = () => getContainer().resolve(HELPDESK_MODULE)

    beforeAll(async () => {
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      bo = await anAgent(api, getContainer(), {
        email: "bo@shop.test",
        first_name: "Bo",
        last_name: "Agent",
      })
      const department = async (name: string) =>
        (await post("departments", { private_name: name, public_name: `${name} team` }))
          .department.id
      sales = await department("Sales")
      returns = await department("Returns")
    })

    describe("the mails of the desk", () => {
      const anAccount = (department_id: string) =>
        getContainer().resolve(MAIL_MODULE).createMailAccount({
          address: "support@shop.test",
          name: "Support",
          department_id,
          imap_host: "127.0.0.1",
          imap_port: 9,
          imap_security: "none",
          imap_username: "x",
          imap_password: "y",
          smtp_host: "127.0.0.1",
          smtp_port: 9,
          smtp_security: "none",
        })
      const outbox = () =>
        getContainer()
          .resolve(MAIL_MODULE)
          .listCrmOutboundMails({}, { take: null, order: { id: "ASC" } })

      it("have built-in words, which are changed, previewed and put back (D-30)", async () => {
        const { mail_templates } = await get("mail-templates")
        const words = {
          body_text: "Hello {{ customer.name }}\n\n{{ content }}",
          body_html: null,
        }
        const { preview } = await post("mail-templates/reply/preview", words)

        expect(mail_templates.map(({ key }: { key: string }) => key)).toEqual([
          "auto_reply",
          "reply",
          "new_ticket",
          "assignment",
          "watcher",
          "overdue",
          "order_code",
          "rating_request",
        ])
        expect(preview.text).toMatch(/^Hello Mia Moon\n\nHello Mia,/)
        expect((await get("mail-templates/reply")).mail_template.is_changed).toBe(false)
        await post("mail-templates/reply", words)
        expect((await get("mail-templates/reply")).mail_template).toMatchObject({
          ...words,
          is_changed: true,
        })
        await remove("mail-templates/reply")
        expect((await get("mail-templates/reply")).mail_template).toMatchObject({
          body_text: "{{ content }}",
          is_changed: false,
        })
      })

      it("carry every reply, signed and in the shop's frame (D-30, V-71)", async () => {
        await anAccount(sales)
        await post("signatures", { title: "x", body_text: "Ada Agent", is_default: true })
        await post("mail-templates/reply", {
          subject: "Re: {{ ticket.subject }}",
          body_text: "Dear {{ customer.name }},\n\n{{ content }}",
          body_html: "<p>Dear {{ customer.name }},</p><p>{{ content }}</p>",
        })
        const { id, number } = await open({ notify_customer: false })
        const { message } = await reply(id, { body_html: "<p>On its <b>way</b>.</p>" })
        const [mail] = await outbox()

        expect(message).toMatchObject({
          body_text: "On its way.",
          signature_text: "Ada Agent",
        })
        expect(mail).toMatchObject({
          reference_id: message.id,
          subject: `[#${number}] Re: Where is my parcel?`,
          body_text: "Dear Mia Moon,\n\nOn its way.\n\n-- \nAda Agent",
          body_html:
            "<p>Dear Mia Moon,</p><p>On its <b>way</b>.</p><div>-- <br>Ada Agent</div>",
        })
      })

      it.each([
        ["reply", { body_text: "Hello" }, /needs \{\{ content \}\}/],
        ["reply", { enabled: false }, /cannot be switched off/],
        ["new_ticket", { body_text: "{{ order.total }}" }, /no variable order\.total/],
        ["new_ticket", { body_html: "<p>x</p>" }, /plain text/],
        ["overdue", { subject: " " }, /subject/],
      ])("%s with %j are refused", async (key, body, message) => {
        const refusal = await refused(`mail-templates/${key}`, body)

        expect(refusal.status).toBe(400)
        expect(refusal.message).toMatch(message)
        expect((await get(`mail-templates/${key}`)).mail_template.is_changed).toBe(false)
      })

      it("are no others", async () => {
        const refusal = await refused("mail-templates/newsletter", { subject: "x" })

        expect(refusal.status).toBe(404)
        expect(refusal.message).toMatch(/There are auto_reply, reply/)
      })

      describe("tell a department's agents of a ticket that came in", () => {
        const arrives = async (ticketId: string, channel = "email") =>
          notifyNewTicket({
            event: { name: "crm_ticket.created", data: { id: ticketId, channel } },
            container: getContainer(),
            pluginOptions: {},
          })

        it("once, without personal data until a merchant wants it (D-14, D-15, K-9)", async () => {
          await anAccount(sales)
          await post("agents", { user_id: ada.id, department_ids: [sales] })
          await post("agents", { user_id: bo.id, department_ids: [returns] })
          const ticket = await open({ notify_customer: false })
          await arrives(ticket.id)
          await arrives(ticket.id)
          const [notice, ...more] = await outbox()

          expect(more).toEqual([])
          expect(notice).toMatchObject({
            to: ["ada@shop.test"],
            subject: `New ticket #${ticket.number} in Sales team`,
            reference: "ticket_notice",
            is_auto_reply: true,
          })
          expect(`${notice.subject} ${notice.body_text}`).not.toMatch(
            /Mia|mia@|parcel|looking into/
          )

          await post("mail-templates/new_ticket", { include_details: true })
          const second = await open({ notify_customer: false })
          await arrives(second.id)
          const [, detailed] = await outbox()
          expect(detailed.body_text).toContain("From: Mia Moon <mia@shopper.test>")
          expect(detailed.body_text).toContain("Subject: Where is my parcel?")
        })

        it.each([
          ["who wants none", { notify_new_tickets: false }, {}, "email"],
          ["when the mail is switched off", {}, { enabled: false }, "email"],
          ["when an agent wrote it down", {}, {}, "phone"],
        ])("but nobody %s", async (_, agent, template, channel) => {
          await anAccount(sales)
          await post("agents", { user_id: ada.id, department_ids: [sales], ...agent })
          await post("mail-templates/new_ticket", template)
          const ticket = await open({ notify_customer: false })
          await arrives(ticket.id, channel)

          expect(await outbox()).toEqual([])
        })
      })

      describe("tell an agent who owns or watches a ticket", () => {
        const notices = async () =>
          (await outbox()).filter(({ reference }) => reference === "ticket_notice")
        const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString()

        beforeEach(async () => {
          await post(`departments/${sales}`, { undo_send_seconds: 0 })
          await anAccount(sales)
        })

        it("that it was assigned, once, and by whom", async () => {
          const { id, number } = await open({ notify_customer: false })
          await post(`tickets/${id}`, { assignee_id: bo.id })
          await post(`tickets/${id}`, { assignee_id: bo.id })
          await doDueWork(getContainer())
          const [notice, ...more] = await notices()

          expect(more).toEqual([])
          expect(notice).toMatchObject({
            to: ["bo@shop.test"],
            subject: `Ticket #${number}: Where is my parcel?`,
            is_auto_reply: true,
          })
          expect(notice.body_text).toContain(
            `Ada Agent assigned ticket #${number} in Sales team to you.`
          )
        })

        it("also when a batch did it", async () => {
          const first = await open({ notify_customer: false })
          const second = await open({ notify_customer: false })
          await post("tickets/batch", {
            ids: [first.id, second.id],
            action: "assign",
            assignee_id: bo.id,
          })

          expect(await notices()).toHaveLength(2)
        })

        it("that a solution was found, when they asked for it (V-58)", async () => {
          const { id, number } = await open({ notify_customer: false })
          await post(`tickets/${id}/watch`, { watch: true, once: true }, bo)
          await reply(id, { body_text: "It left today." })
          await reply(id, { body_text: "And it arrives tomorrow." })

          expect(await notices()).toEqual([
            expect.objectContaining({
              to: ["bo@shop.test"],
              subject: `News on ticket #${number}`,
            }),
          ])
        })

        it("that the customer wrote on a ticket they follow", async () => {
          const { id } = await open({ notify_customer: false })
          await post(`tickets/${id}/watch`, { watch: true }, bo)
          await helpdesk().receiveMails([
            aMail({
              subject: `Re: [#${(await get(`tickets/${id}`)).ticket.number}]`,
              department_id: sales,
            }),
          ])
          await doDueWork(getContainer())

          expect((await notices()).map(({ to }) => to)).toEqual([["bo@shop.test"]])
        })

        it("that it is overdue, once for each due date, and as long as it is not closed", async () => {
          const { id, number } = await open({
            notify_customer: false,
            assignee_id: ada.id,
            due_at: anHourAgo(),
          })
          await Promise.all([1, 2, 3].map(() => doDueWork(getContainer())))
          await doDueWork(getContainer())

          expect(await notices()).toEqual([
            expect.objectContaining({
              to: ["ada@shop.test"],
              subject: `Ticket #${number} is overdue`,
              body_text: expect.stringMatching(/was due \d{4}-\d\d-\d\d \d\d:\d\d UTC/),
            }),
          ])
          await post(`tickets/${id}`, { due_at: new Date().toISOString() })
          await doDueWork(getContainer())
          expect(await notices()).toHaveLength(2)
          await post(`tickets/${id}`, { status: "closed", due_at: anHourAgo() })
          await doDueWork(getContainer())
          expect(await notices()).toHaveLength(2)
        })

        it("of the department when an overdue ticket is nobody's", async () => {
          await post("agents", { user_id: bo.id, department_ids: [sales] })
          await open({ notify_customer: false, due_at: anHourAgo() })
          await doDueWork(getContainer())

          expect((await notices()).map(({ to }) => to)).toEqual([["bo@shop.test"]])
        })

        it.each([
          ["who wants no mail", () => post("notices/settings", { mail: "none" }, bo)],
          [
            "when the mail is switched off",
            () => post("mail-templates/assignment", { enabled: false }),
          ],
        ])("but nobody %s", async (_, setting) => {
          const { id } = await open({ notify_customer: false })
          await setting()
          await post(`tickets/${id}`, { assignee_id: bo.id })

          expect(await notices()).toEqual([])
          expect((await get("notices", bo)).notices[0].kind).toBe("assigned")
        })
      })
    })
  },
})
