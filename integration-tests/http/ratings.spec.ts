import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { AxiosInstance } from "axios"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import {
  signAccess,
  type AccessGrant,
} from "../../src/modules/helpdesk/domain/access-token"
import { askForRatingsWorkflow, drainOutbox } from "../../src/workflows"
import { aDesk } from "../support/desk"
import { anAgent, refusalOf, type Agent } from "./support/admin"
import { anIncomingMail } from "./support/mail"
import { aStore, type Store } from "./support/store"

// Read by medusa-config.ts, which is loaded before the runner's own `env` applies.
process.env.CRM_STOREFRONT_URL = "https://shop.test"

/** How it was (E-17): who is asked, who is not, and what becomes of the answer. */
medusaIntegrationTestRunner({
  dbName: "crm_http_ratings",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let ada: Agent
    let store: Store
    let department_id: string
    let sink: Awaited<ReturnType<typeof startSink>>
    let people = 0

    const startSink = async () =>
      (await import("../support/smtp-sink.mjs")).startSmtpSink()
    const signed = async (grant: AccessGrant) =>
      signAccess(grant, await helpdesk().accessKey())
    const helpdesk = () => getContainer().resolve(HELPDESK_MODULE)
    const get = async (path: string) =>
      (await api.get(`/admin/crm/${path}`, ada.headers)).data
    const post = async (path: string, body: object = {}) =>
      (await api.post(`/admin/crm/${path}`, body, ada.headers)).data
    const open = async () => {
      const { ticket } = await post("tickets", {
        email: `mia${++people}@shopper.test`,
        department_id,
        subject: "Where is my parcel?",
        body: "Noted on the phone.",
        notify_customer: false,
        status_after: "open",
      })
      return ticket
    }
    const close = (id: string, body: object = {}) =>
      post(`tickets/${id}/replies`, {
        body_text: "It left today.",
        status_after: "closed",
        ...body,
      })
    const ticketOf = async (id: string) => (await get(`tickets/${id}`)).ticket
    /** One turn of the jobs. */
    const ask = async () => {
      await askForRatingsWorkflow(getContainer()).run()
      while (await drainOutbox(getContainer()));
    }
    /** Their subjects: a whole mail would be no help in a report. */
    const questionsTo = (address: string) =>
      questionMails(address).map(({ parsed }) => parsed.subject)
    const questionMails = (address: string) =>
      sink.mails.filter(
        ({ to, parsed }) =>
          to.includes(address) && /\/support\/r\//.test(parsed.text ?? "")
      )
    const tokenTo = (address: string, index = 0) =>
      /https:\/\/shop\.test\/support\/r\/(\S+)/.exec(
        questionMails(address)[index]?.parsed.text ?? ""
      )?.[1] ?? ""
    /** A ticket that was closed and asked about, with the token of the mail. */
    const asked = async () => {
      const ticket = await open()

      await close(ticket.id)
      await ask()
      return { ticket, token: tokenTo(ticket.requester.email) }
    }

    beforeAll(async () => {
      sink = await startSink()
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      store = await aStore(api, getContainer())
      const desk = await aDesk(getContainer(), {
        imap: { host: "127.0.0.1", port: 9, username: "x", password: "x" },
        smtp: sink,
      })
      department_id = desk.departmentId
      await post(`departments/${department_id}`, {
        undo_send_seconds: 0,
        rating_mode: "after_closing",
        rating_delay_minutes: 0,
      })
    })
    beforeEach(() => {
      sink.mails.length = 0
    })
    afterAll(() => sink.stop())

    describe("a ticket that an agent closed with an answer", () => {
      it("is asked about once, by mail, and stays as it is", async () => {
        const ticket = await open()

        await close(ticket.id)
        const before = await ticketOf(ticket.id)

        await ask()
        await ask()
        const [mail, ...others] = questionMails(ticket.requester.email)
        const after = await ticketOf(ticket.id)

        expect(others).toEqual([])
        expect(mail.parsed.subject).toBe(`[#${ticket.number}] How was our help?`)
        expect(mail.header("Auto-Submitted")).toBeDefined()
        expect(after).toMatchObject({
          status: before.status,
          awaiting: before.awaiting,
          last_message_at: before.last_message_at,
        })
        expect(after.ratings).toMatchObject([
          { value: null, answered_at: null, agent: { name: "Ada Agent" } },
        ])
        expect(after.messages[0].kind).toBe("system")
      })

      it("is asked about only after the department's delay", async () => {
        await post(`departments/${department_id}`, { rating_delay_minutes: 30 })
        const { ticket } = await asked()

        expect(questionsTo(ticket.requester.email)).toEqual([])

        await agedBy(ticket.id, 31)
        await ask()
        expect(questionsTo(ticket.requester.email)).toHaveLength(1)
      })

      it("is not asked about when it was opened again in the meantime", async () => {
        const ticket = await open()

        await close(ticket.id)
        await post(`tickets/${ticket.id}`, { status: "open" })
        await ask()

        expect(questionsTo(ticket.requester.email)).toEqual([])
      })

      it("is asked about again when it was closed again", async () => {
        const { ticket } = await asked()

        await post(`tickets/${ticket.id}`, { status: "open" })
        await close(ticket.id)
        await ask()

        expect(questionsTo(ticket.requester.email)).toHaveLength(2)
        expect((await ticketOf(ticket.id)).ratings).toHaveLength(2)
      })

      it("is not asked about again for another name of closed", async () => {
        const { ticket } = await asked()
        const { status } = await post("statuses", { name: "Solved", category: "closed" })

        await post(`tickets/${ticket.id}`, { status: status.id })
        await ask()

        expect(questionsTo(ticket.requester.email)).toHaveLength(1)
      })
    })

    describe("nobody is asked", () => {
      it.each<[string, (id: string) => Promise<unknown>]>([
        [
          "for the closing that an agent says so for",
          (id) => close(id, { skip_rating: true }),
        ],
        [
          "where a closing without a word says so",
          async (id) => {
            await close(id, { status_after: "open" })
            await post(`tickets/${id}`, { status: "closed", skip_rating: true })
          },
        ],
        [
          "where a note that closes says so",
          async (id) => {
            await close(id, { status_after: "open" })
            await post(`tickets/${id}/notes`, {
              body_text: "Done.",
              status_after: "closed",
              skip_rating: true,
            })
          },
        ],
        [
          "after a closing that no agent made",
          async (id) => {
            await close(id, { status_after: "open" })
            await helpdesk().changeTicket(
              id,
              { status: "closed" },
              { type: "system", id: null }
            )
          },
        ],
        [
          "for a ticket that went into another",
          async (id) => {
            await close(id)
            const { ticket } = await post("tickets", {
              email: `boss${++people}@shopper.test`,
              department_id,
              subject: "The same",
              notify_customer: false,
              status_after: "open",
              body: "Noted.",
            })
            await post(`tickets/${ticket.id}/merge`, { ticket_ids: [id] })
          },
        ],
        [
          "for a ticket in the trash",
          async (id) => {
            await close(id)
            await api.delete(`/admin/crm/tickets/${id}`, ada.headers)
          },
        ],
        [
          "for a ticket kept from its customer",
          async (id) => {
            await close(id)
            await post(`tickets/${id}`, { visible_to_customer: false })
          },
        ],
        [
          "while the answer can still be taken back",
          async (id) => {
            await post(`departments/${department_id}`, { undo_send_seconds: 60 })
            await close(id)
          },
        ],
        [
          "two days late",
          async (id) => {
            await close(id)
            await agedBy(id, 49 * 60)
          },
        ],
        [
          "where the department does not want to know",
          async (id) => {
            await post(`departments/${department_id}`, { rating_mode: "off" })
            await close(id)
          },
        ],
        [
          "about what was closed before the department wanted to know",
          async (id) => {
            await post(`departments/${department_id}`, { rating_mode: "off" })
            await close(id)
            await post(`departments/${department_id}`, { rating_mode: "after_closing" })
          },
        ],
      ])("%s", async (_, happens) => {
        const ticket = await open()

        await happens(ticket.id)
        await ask()

        expect(questionsTo(ticket.requester.email)).toEqual([])
      })

      it("after a closing without an answer: spam gets no survey", async () => {
        const from = { name: "Spam", email: `spam${++people}@elsewhere.test` }
        const [{ ticket_id }] = await helpdesk().receiveMails([
          anIncomingMail(department_id, { from }),
        ])
        await post(`tickets/${ticket_id}`, { status: "closed" })
        await ask()

        expect(questionsTo(from.email)).toEqual([])
      })

      it("for a closing that a scheduled reply makes, when it says so", async () => {
        const ticket = await open()
        const { message } = await close(ticket.id, {
          send_at: new Date(Date.now() + 3_600_000).toISOString(),
          skip_rating: true,
        })
        await helpdesk().updateCrmTicketMessages({
          id: message.id,
          held_until: new Date(0),
        })
        await ask()
        await ask()

        expect((await ticketOf(ticket.id)).status.category).toBe("closed")
        expect(questionsTo(ticket.requester.email)).toEqual([])
      })
    })

    describe("the page behind the link", () => {
      it("shows the question in the shopper's language, and a scale with a middle", async () => {
        const { ticket, token } = await asked()
        const { data } = await store.get(`ratings/${token}?locale=de`)

        expect(data.rating).toEqual({
          ticket_number: ticket.number,
          question: "Wie war unsere Hilfe?",
          scale: [
            { value: 1, label: "Nicht gut" },
            { value: 2, label: "In Ordnung" },
            { value: 3, label: "Gut" },
          ],
          value: null,
          comment: null,
        })
      })

      it("asks in the merchant's words and scale", async () => {
        await post(`departments/${department_id}`, {
          rating_scale: "five",
          rating_question: "Did we help you?",
        })
        const { token } = await asked()
        const { rating } = (await store.get(`ratings/${token}`)).data

        expect(rating.question).toBe("Did we help you?")
        expect(rating.scale).toHaveLength(5)
      })

      it("is not answered by programs that open links", async () => {
        const { ticket, token } = await asked()

        for (let count = 0; count < 3; count += 1) {
          expect((await store.get(`ratings/${token}`)).status).toBe(200)
        }
        expect((await ticketOf(ticket.id)).ratings[0].answered_at).toBeNull()
      })

      it("is answered with one click, and a word can follow", async () => {
        const { ticket, token } = await asked()

        await store.post(`ratings/${token}`, { value: 1 })
        const { data } = await store.post(`ratings/${token}`, {
          value: 3,
          comment: "It came <script>alert(1)</script> after all.",
        })
        expect(data.rating).toMatchObject({
          value: 3,
          comment: "It came <script>alert(1)</script> after all.",
        })
        expect((await ticketOf(ticket.id)).ratings).toMatchObject([
          { value: 3, tone: "good", comment: data.rating.comment },
        ])
        expect(
          (await ticketOf(ticket.id)).events
            .filter(({ type }: { type: string }) => type === "rated")
            .map(({ actor, data: said }: { actor: { type: string }; data: object }) => ({
              actor: actor.type,
              ...said,
            }))
        ).toMatchObject([
          { actor: "customer", from: 1, to: 3, tone: "good" },
          { actor: "customer", from: null, to: 1, tone: "bad" },
        ])
      })

      it("keeps the comment when only the face changes, and tells nobody of the same answer", async () => {
        const { ticket, token } = await asked()

        await store.post(`ratings/${token}`, { value: 2, comment: "So so." })
        await store.post(`ratings/${token}`, { value: 2 })
        await store.post(`ratings/${token}`, { value: 1 })

        expect((await ticketOf(ticket.id)).ratings[0]).toMatchObject({
          value: 1,
          comment: "So so.",
        })
        expect(
          (await ticketOf(ticket.id)).events.filter(
            ({ type }: { type: string }) => type === "rated"
          )
        ).toHaveLength(2)
      })

      it("says why an answer is none", async () => {
        const { token } = await asked()

        expect((await store.post(`ratings/${token}`, { value: 4 })).data).toMatchObject({
          type: "invalid_data",
          message: "This question has no answer 4. Choose one of its scale",
        })
        expect((await store.post(`ratings/${token}`, { value: "good" })).status).toBe(400)
        expect(
          (await store.post(`ratings/${token}`, { value: 1, agent: "ada" })).status
        ).toBe(400)
        expect(
          (await store.post(`ratings/${token}`, { value: 1, comment: "x".repeat(2001) }))
            .status
        ).toBe(400)
      })

      it("opens with the link of the mail and with no other", async () => {
        const { ticket, token } = await asked()
        const { ratings } = await ticketOf(ticket.id)
        const forged = [
          await signed({
            purpose: "rating",
            record_id: ratings[0].id,
            email: "eve@shopper.test",
            expires_at: new Date(Date.now() + 60_000),
          }),
          await signed({
            purpose: "ticket_link",
            record_id: ratings[0].id,
            email: ticket.requester.email,
            expires_at: new Date(Date.now() + 60_000),
          }),
          await signed({
            purpose: "rating",
            record_id: ratings[0].id,
            email: ticket.requester.email,
            expires_at: new Date(Date.now() - 1000),
          }),
          `${token}x`,
        ]
        for (const bad of forged) {
          for (const answer of [
            await store.get(`ratings/${bad}`),
            await store.post(`ratings/${bad}`, { value: 1 }),
          ]) {
            expect({ status: answer.status, message: answer.data.message }).toEqual({
              status: 401,
              message:
                "This question cannot be answered any more. Thank you all the same",
            })
          }
        }
      })
    })

    describe("an answer", () => {
      it("is announced to whoever listens", async () => {
        const { ticket, token } = await asked()
        const bus = getContainer().resolve(Modules.EVENT_BUS)
        const told: unknown[] = []
        const listen = async ({ data }: { data: unknown }) => {
          told.push(data)
        }
        bus.subscribe("crm_ticket.rated", listen)
        await store.post(`ratings/${token}`, { value: 1, comment: "Too late." })
        await untilTrue(() => told.length > 0)
        bus.unsubscribe("crm_ticket.rated", listen)

        expect(told).toMatchObject([
          { id: ticket.id, value: 1, tone: "bad", before: null, comment: "Too late." },
        ])
      })

      it("finds its ticket in the list, by the latest one", async () => {
        const { ticket, token } = await asked()
        const foundBy = async (tone: string) =>
          (await get(`tickets?rating=${tone}`)).tickets.map(
            ({ id }: { id: string }) => id
          )

        await store.post(`ratings/${token}`, { value: 1 })
        expect(await foundBy("bad")).toEqual([ticket.id])

        await post(`tickets/${ticket.id}`, { status: "open" })
        await close(ticket.id)
        await ask()
        await store.post(`ratings/${tokenTo(ticket.requester.email, 1)}`, { value: 3 })

        expect(await foundBy("bad")).toEqual([])
        expect(await foundBy("good")).toEqual([ticket.id])
        expect((await get("tickets?rating=good")).tickets[0].rating).toBe("good")
      })

      it("goes along when its ticket goes into another, and comes back with it", async () => {
        const { ticket, token } = await asked()
        const other = await open()
        const ratedOn = async (id: string) => (await ticketOf(id)).ratings.length

        await store.post(`ratings/${token}`, { value: 1 })
        await post(`tickets/${other.id}/merge`, { ticket_ids: [ticket.id] })
        expect([await ratedOn(ticket.id), await ratedOn(other.id)]).toEqual([0, 1])

        await post(`tickets/${other.id}/unmerge`, { ticket_id: ticket.id })
        expect([await ratedOn(ticket.id), await ratedOn(other.id)]).toEqual([1, 0])
      })

      it("counts in the summary", async () => {
        const [first, second] = [await asked(), await asked()]

        await asked()
        await store.post(`ratings/${first.token}`, { value: 3 })
        await store.post(`ratings/${second.token}`, { value: 2 })

        expect((await get("summary")).ratings).toEqual({
          asked: 3,
          answered: 2,
          good: 1,
          neutral: 1,
          bad: 0,
        })
      })
    })

    describe("what a department may set", () => {
      it("is refused with a sentence when it makes no sense", async () => {
        for (const [field, value] of [
          ["rating_mode", "always"],
          ["rating_delay_minutes", 30_000],
          ["rating_scale", "ten"],
        ]) {
          const { status } = await refusalOf(
            api.post(
              `/admin/crm/departments/${department_id}`,
              { [String(field)]: value },
              ada.headers
            )
          )
          expect(status).toBe(400)
        }
      })
    })

    /** As if it had been closed so many minutes ago. */
    const agedBy = async (id: string, minutes: number) => {
      const at = new Date(Date.now() - minutes * 60_000)

      await helpdesk().updateCrmDepartments({
        id: department_id,
        rating_since: new Date(0),
      })
      await helpdesk().updateCrmTickets({ id, closed_at: at })
    }
  },
})

const untilTrue = async (what: () => boolean) =>
  (await import("../support/until.mjs")).until(what, { what: "the event" })
