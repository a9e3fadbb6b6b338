import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { AxiosInstance } from "axios"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import {
  signAccess,
  type AccessGrant,
} from "../../src/modules/helpdesk/domain/access-token"
import { codeFor } from "../../src/modules/helpdesk/domain/order-access"
import { drainOutbox } from "../../src/workflows"
import { aDesk } from "../support/desk"
import { anAgent, type Agent } from "./support/admin"
import { medianRatio } from "./support/same-time"
import { anOrder } from "./support/order"
import { access, aStore, type Store, type StoreAnswer } from "./support/store"

// Read by medusa-config.ts, which is loaded before the runner's own `env` applies.
process.env.CRM_STOREFRONT_URL = "https://shop.test"

const MIA = "mia@shopper.test"
const REFUSED = {
  type: "unauthorized",
  message:
    "This code does not open an order. It may be wrong, used or too old: ask for a new one",
}

/** The door for people without an account, and what it tells nobody (N1, I8). */
medusaIntegrationTestRunner({
  dbName: "crm_http_guest_door",
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
    let order: { id: string; display_id: number }

    const startSink = async () =>
      (await import("../support/smtp-sink.mjs")).startSmtpSink()
    const signed = async (grant: AccessGrant) =>
      signAccess(grant, await helpdesk().accessKey())
    const helpdesk = () => getContainer().resolve(HELPDESK_MODULE)
    const admin = {
      get: async (path: string) =>
        (await api.get(`/admin/crm/${path}`, ada.headers)).data,
      post: async (path: string, body: object = {}) =>
        (await api.post(`/admin/crm/${path}`, body, ada.headers)).data,
    }
    const drain = async () => {
      while (await drainOutbox(getContainer()));
    }
    const ask = (
      order_number: string | number = order.display_id,
      email = MIA
    ): Promise<StoreAnswer> => store.post("order-access", { order_number, email })
    const tryCode = (id: string, code: string, headers = {}) =>
      store.post(`order-access/${id}/session`, { code }, headers)
    const textOf = (mail: (typeof sink.mails)[number] | undefined) =>
      mail?.parsed.text ?? ""
    const mailsTo = (address: string) =>
      sink.mails.filter(({ to }) =>
        to.some((recipient) => recipient.toLowerCase() === address.toLowerCase())
      )
    const codeIn = (text: string) => /^\d{6}$/m.exec(text)?.[0] ?? ""
    /** Asks, and reads the code in the order's mailbox. */
    const askAndRead = async () => {
      const { id } = (await ask()).data.order_access

      await drain()
      return { id, code: codeIn(textOf(mailsTo(MIA).at(-1))) }
    }
    const wrongFor = (code: string) =>
      String((Number(code) + 1) % 1_000_000).padStart(6, "0")
    const openOrder = async (headers = {}) => {
      const { id, code } = await askAndRead()

      return (await tryCode(id, code, headers)).data.session
    }

    /** A ticket of hers with an answer that left by mail. */
    const answered = async (body: object = {}) => {
      const { ticket } = await admin.post("tickets", {
        email: MIA,
        department_id,
        subject: "Where is my parcel?",
        body: "Noted on the phone.",
        notify_customer: false,
        status_after: "open",
      })
      await admin.post(`tickets/${ticket.id}/replies`, {
        body_text: "It left today.",
        ...body,
      })
      await drain()
      return ticket
    }
    const linkIn = (text: string) =>
      /https:\/\/shop\.test\/support\/t\/(\S+)/.exec(text)?.[1] ?? ""
    const ticketsOf = async (headers: Record<string, string>) =>
      (await store.get("tickets", headers)).data.tickets.map(
        ({ id }: { id: string }) => id
      )
    /** What the link of the latest mail opens. */
    const openLink = async () => {
      const token = linkIn(textOf(mailsTo(MIA).at(-1)))

      return access(
        (await store.post(`ticket-links/${token}/session`)).data.session.token
      )
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
      await helpdesk().updateDepartment(department_id, { undo_send_seconds: 0 })
      order = await anOrder(getContainer(), { email: "Mia@shopper.test" })
    })
    beforeEach(() => {
      sink.mails.length = 0
    })
    afterAll(() => sink.stop())

    describe("asking for an order without an account", () => {
      it("mails a code to the order's own address, and says nothing of the order", async () => {
        const answer = await ask(`#${order.display_id}`, MIA.toUpperCase())

        expect(answer.status).toBe(202)
        expect(Object.keys(answer.data.order_access).sort()).toEqual(["expires_at", "id"])
        expect(mailsTo(MIA)).toEqual([])

        await drain()
        const [mail] = mailsTo(MIA)

        expect(mail.parsed.subject).toBe(`Your code for order #${order.display_id}`)
        expect(codeIn(textOf(mail))).toMatch(/^\d{6}$/)
        expect(mail.header("Auto-Submitted")).toBeDefined()
        expect(textOf(mail)).not.toContain("Teapot")
      })

      it("speaks the language it was asked in", async () => {
        await store.post("order-access", {
          order_number: order.display_id,
          email: MIA,
          locale: "de-DE",
        })
        await drain()

        expect(sink.mails[0].parsed.subject).toBe(
          `Ihr Code für Bestellung #${order.display_id}`
        )
      })

      it("shows the code to nobody who looks into the outbox", async () => {
        await ask()
        await drain()
        const code = codeIn(textOf(mailsTo(MIA)[0]))
        const outbox = JSON.stringify(await admin.get("outbound-mails"))

        expect(code).not.toBe("")
        expect(outbox).toContain("Your code for order")
        expect(outbox).not.toContain(code)
      })

      it.each([
        ["a number that no order has", () => ask(987654)],
        ["another address", () => ask(order.display_id, "eve@shopper.test")],
        ["what is no number", () => ask("my teapot")],
      ])("answers %s alike, and mails nobody", async (_, request) => {
        const known = await ask()
        const unknown = await request()

        expect(shapeOf(unknown)).toEqual(shapeOf(known))

        await drain()
        expect(sink.mails.flatMap(({ to }) => to)).toEqual(["Mia@shopper.test"])
      })

      it("takes as long for an order that is not there (N1)", async () => {
        const asked = async (number: number) =>
          expect((await ask(number)).status).toBe(202)
        const ratio = await medianRatio(
          () => asked(order.display_id),
          () => asked(987654),
          forgetAccesses
        )
        expect(ratio).toBeGreaterThan(0.9)
        expect(ratio).toBeLessThan(1.1)
      })

      it("has looked nothing up when it answers", async () => {
        const { id } = (await ask()).data.order_access
        const row = await helpdesk().retrieveCrmOrderAccess(id)

        expect({ order: row.order_id, at: row.looked_up_at }).toEqual({
          order: null,
          at: null,
        })
      })

      it("mails five codes for one order in fifteen minutes, and answers the sixth alike", async () => {
        const answers: StoreAnswer[] = []

        for (let count = 0; count < 6; count += 1) {
          answers.push(await ask())
        }
        await drain()

        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
        expect(mailsTo(MIA)).toHaveLength(5)
      })

      it("is refused to a network that asks too often, whatever it asks for", async () => {
        for (let count = 0; count < 30; count += 1) {
          expect((await ask(700_000 + count)).status).toBe(202)
        }
        const [known, unknown] = [await ask(), await ask(987654)]

        expect(known.status).toBe(429)
        expect(known.data.message).toBe(
          "Codes were asked for too often. Try again in fifteen minutes"
        )
        expect(shapeOf(unknown)).toEqual(shapeOf(known))
      })

      it("refuses what is no request", async () => {
        expect((await store.post("order-access", { email: MIA })).status).toBe(400)
        expect((await ask(1, "mia")).status).toBe(400)
        expect(
          (
            await store.post("order-access", {
              order_number: 1,
              email: MIA,
              order_id: order.id,
            })
          ).status
        ).toBe(400)
      })
    })

    describe("a one-time code", () => {
      it("opens its order for half an hour, and nothing else", async () => {
        const other = await anOrder(getContainer(), { email: MIA })
        const session = await openOrder()
        const minutes = (Date.parse(session.expires_at) - Date.now()) / 60_000
        const { data } = await store.get("order", access(session.token))

        expect(minutes).toBeLessThanOrEqual(30)
        expect(data.order).toMatchObject({
          display_id: String(order.display_id),
          currency_code: "eur",
          items: [{ title: "Teapot", quantity: 1 }],
          shipments: [],
        })
        expect(JSON.stringify(data)).not.toContain(MIA)
        const swapped = session.token.replace(order.id, other.id)

        expect(swapped).not.toBe(session.token)
        expect((await store.get("order", access(swapped))).status).toBe(401)
      })

      it("is good once", async () => {
        const { id, code } = await askAndRead()

        expect((await tryCode(id, code)).status).toBe(200)
        expect(refusal(await tryCode(id, code))).toEqual(REFUSED)
      })

      it("is worth nothing after five wrong ones, nor is the next one of that order", async () => {
        const { id, code } = await askAndRead()

        for (let count = 0; count < 5; count += 1) {
          expect(refusal(await tryCode(id, wrongFor(code)))).toEqual(REFUSED)
        }
        expect(refusal(await tryCode(id, code))).toEqual(REFUSED)

        const next = await askAndRead()

        expect(refusal(await tryCode(next.id, next.code))).toEqual(REFUSED)
      })

      it("is over after fifteen minutes", async () => {
        const { id, code } = await askAndRead()

        await helpdesk().updateCrmOrderAccesses({ id, expires_at: new Date(0) })

        expect(refusal(await tryCode(id, code))).toEqual(REFUSED)
      })

      it("is refused in the same words for an order that does not exist", async () => {
        const { id } = (await ask(987654)).data.order_access

        await drain()
        const unknown = await tryCode(id, codeFor(id, await helpdesk().accessKey()))

        expect(unknown.status).toBe(401)
        expect(refusal(unknown)).toEqual(REFUSED)
        expect(refusal(await tryCode("oacc_unknown", "123456"))).toEqual(REFUSED)
      })

      it("of another request opens nothing", async () => {
        const first = await askAndRead()
        const second = await askAndRead()

        expect(refusal(await tryCode(second.id, first.code))).toEqual(REFUSED)
      })
    })

    describe("the session of an order", () => {
      it("is over at its time, and when the order becomes somebody else's", async () => {
        const { token } = await openOrder()
        const old = await signed({
          purpose: "order_session",
          record_id: order.id,
          email: MIA,
          expires_at: new Date(Date.now() - 1000),
        })

        expect((await store.get("order", access(old))).status).toBe(401)
        expect((await store.get("order", access(token))).status).toBe(200)

        await getContainer()
          .resolve(Modules.ORDER)
          .updateOrders(order.id, { email: "dad@shopper.test" })
        const refused = await store.get("order", access(token))

        expect(refused.status).toBe(401)
        expect(refused.data.message).toBe(
          "No order is open. Ask for a code with the order's number and address"
        )
      })
    })

    describe("a guest with the session of an order", () => {
      it("sees her own tickets about that order, and no others (X-06 AC3)", async () => {
        const about = await answered()
        const other = await answered()
        const suggested = await answered()
        const { ticket: somebodyElses } = await admin.post("tickets", {
          email: "eve@shopper.test",
          department_id,
          subject: "This order",
          body: "Noted.",
          notify_customer: false,
          status_after: "open",
        })
        for (const id of [about.id, somebodyElses.id]) {
          await admin.post(`tickets/${id}/orders`, { order_id: order.id })
        }
        await helpdesk().linkOrder(
          suggested.id,
          {
            order_id: order.id,
            display_id: String(order.display_id),
            proof: "suggestion",
          },
          { type: "system", id: null }
        )
        const session = access((await openOrder()).token)

        expect(await ticketsOf(session)).toEqual([about.id])
        for (const id of [other.id, suggested.id, somebodyElses.id, "tick_unknown"]) {
          const answer = await store.get(`tickets/${id}`, session)

          expect({ status: answer.status, data: answer.data }).toEqual({
            status: 404,
            data: {
              type: "not_found",
              message:
                "This request was not found. Open it from the list of your requests",
            },
          })
        }
      })

      it("writes about it, reads the answer, answers and rates it", async () => {
        await admin.post(`departments/${department_id}`, { rating_mode: "after_closing" })
        const session = access((await openOrder()).token)
        const { ticket } = (
          await store.post(
            "tickets",
            { department_id, subject: "A cup is broken", message: "See the photo." },
            session
          )
        ).data

        expect(ticket.order.id).toBe(order.id)
        await admin.post(`tickets/${ticket.id}/replies`, {
          body_text: "A new one is coming.",
        })
        const thread = (await store.get(`tickets/${ticket.id}`, session)).data.ticket

        expect(
          thread.messages.map(({ from }: { from: { kind: string } }) => from.kind)
        ).toEqual(["you", "shop"])
        expect(thread.can_rate).toBe(true)

        const rated = await store.post(
          `tickets/${ticket.id}/rating`,
          { value: 3 },
          session
        )

        expect(rated.data.rating.value).toBe(3)
        expect(
          (await store.get(`tickets/${ticket.id}`, session)).data.ticket.rating
        ).toEqual({ value: 3, comment: null })
        expect((await admin.get(`tickets/${ticket.id}`)).ticket.rating).toBe("good")
      })

      it("rates what she closed herself once the shop had answered, and nothing before", async () => {
        await admin.post(`departments/${department_id}`, { rating_mode: "after_closing" })
        const session = access((await openOrder()).token)
        const { ticket } = (
          await store.post(
            "tickets",
            { department_id, subject: "A cup is broken", message: "See the photo." },
            session
          )
        ).data
        const rate = () =>
          store.post(
            `tickets/${ticket.id}/rating`,
            { value: 2, comment: "Okay." },
            session
          )
        const refused = await rate()

        expect({ status: refused.status, message: refused.data.message }).toEqual({
          status: 400,
          message: `Request #${ticket.number} cannot be rated. It can be once the shop has answered it and it is closed`,
        })
        await admin.post(`tickets/${ticket.id}/replies`, {
          body_text: "Which one?",
          status_after: "pending",
        })
        await store.post(`tickets/${ticket.id}/close`, {}, session)

        expect((await rate()).data.rating).toMatchObject({ value: 2, comment: "Okay." })
        expect((await admin.get(`tickets/${ticket.id}`)).ticket.ratings).toMatchObject([
          { tone: "neutral", agent: { name: "Ada Agent" }, asked_at: null },
        ])
      })

      it("opens no request about another order", async () => {
        const other = await anOrder(getContainer(), { email: MIA })
        const session = access((await openOrder()).token)
        const answer = await store.post(
          "tickets",
          { department_id, subject: "Hello", message: "Hello", order_id: other.id },
          session
        )
        expect(answer.status).toBe(404)
      })
    })

    describe("the link of a mail", () => {
      it("shows that ticket and lets one answer, and no other is to be seen", async () => {
        const other = await answered()
        const ticket = await answered()
        const session = await openLink()

        expect(await ticketsOf(session)).toEqual([ticket.id])
        expect((await store.get(`tickets/${other.id}`, session)).status).toBe(404)
        const { data } = await store.post(
          `tickets/${ticket.id}/replies`,
          { message: "Thank you!" },
          session
        )

        expect(data.ticket.messages.at(-1)).toMatchObject({
          body_text: "Thank you!",
          from: { kind: "you" },
        })
        expect(
          (
            await store.post(
              "tickets",
              { department_id, subject: "Another", message: "Hello" },
              session
            )
          ).status
        ).toBe(400)
      })

      it("opens the one ticket the mail is about", async () => {
        const ticket = await answered()
        const token = linkIn(textOf(mailsTo(MIA)[0]))
        const { status, data } = await store.post(`ticket-links/${token}/session`)

        expect(status).toBe(200)
        expect(data.session.ticket_id).toBe(ticket.id)
        expect((await store.get("order", access(data.session.token))).status).toBe(401)
      })

      it("is in no mail that others get too", async () => {
        await answered({ cc: ["dad@shopper.test"] })

        expect(textOf(mailsTo(MIA)[0])).toContain("It left today.")
        expect(linkIn(textOf(mailsTo(MIA)[0]))).toBe("")
      })

      it("opens nothing when it was altered, when its ticket is kept from the customer, or is over", async () => {
        const ticket = await answered()
        const token = linkIn(textOf(mailsTo(MIA)[0]))
        const over = await signed({
          purpose: "ticket_link",
          record_id: ticket.id,
          email: MIA,
          expires_at: new Date(Date.now() - 1000),
        })
        const altered = token.slice(0, -1) + (token.endsWith("A") ? "B" : "A")

        for (const bad of [altered, over, "x", "ticket_link.tick_1.zzzzzz.short"]) {
          const answer = await store.post(`ticket-links/${bad}/session`)

          expect({ status: answer.status, message: answer.data.message }).toEqual({
            status: 401,
            message:
              "This link opens nothing any more. Use the link of a newer mail, or ask for a code for your order",
          })
        }
        await admin.post(`tickets/${ticket.id}`, { visible_to_customer: false })

        expect((await store.post(`ticket-links/${token}/session`)).status).toBe(401)
      })

      it("opens the ticket that its own went into, when that is the same person's", async () => {
        const first = await answered()
        const token = linkIn(textOf(mailsTo(MIA)[0]))
        const second = await answered()

        await admin.post(`tickets/${second.id}/merge`, { ticket_ids: [first.id] })
        const { data } = await store.post(`ticket-links/${token}/session`)

        expect(data.session.ticket_id).toBe(second.id)
      })

      it("proves an address for whoever is logged in with it, and for nobody else (I8)", async () => {
        const mia = await store.shopper(MIA)
        const eve = await store.shopper("eve@shopper.test")
        const isProven = ({ id }: { id: string }, email = MIA) =>
          helpdesk().isAddressProven(id, email)

        const ticket = await answered()
        const token = linkIn(textOf(mailsTo(MIA)[0]))

        await store.post(`ticket-links/${token}/session`, {}, eve.headers)
        await store.post(`ticket-links/${token}/session`)
        expect([await isProven(mia), await isProven(eve)]).toEqual([false, false])

        expect(await ticketsOf(mia.headers)).toEqual([])

        await store.post(`ticket-links/${token}/session`, {}, mia.headers)
        expect([await isProven(mia), await isProven(eve)]).toEqual([true, false])
        expect(await ticketsOf(mia.headers)).toEqual([ticket.id])
        expect(await ticketsOf(eve.headers)).toEqual([])
        expect(await isProven(mia, "mia@elsewhere.test")).toBe(false)
      })
    })

    describe("the code of an order", () => {
      it("proves the address for whoever is logged in with it", async () => {
        const mia = await store.shopper(MIA)

        await openOrder(mia.headers)

        expect(await helpdesk().isAddressProven(mia.id, MIA)).toBe(true)
      })
    })

    const forgetAccesses = async () => {
      const rows = await helpdesk().listCrmOrderAccesses(
        {},
        { take: null, select: ["id"] }
      )

      await helpdesk().deleteCrmOrderAccesses(rows.map(({ id }) => id))
    }
  },
})

const refusal = ({ data }: StoreAnswer) => data

/** All that an answer may be told apart by, its id and its clock aside. */
const shapeOf = ({ status, data, headers }: StoreAnswer) => ({
  status,
  body: JSON.stringify(data)
    .replace(/oacc_\w{26}/, "oacc_")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, "time"),
  headers: Object.entries(headers)
    .filter(([name]) => !["date", "etag"].includes(name))
    .map(([name, value]) => `${name}: ${String(value)}`)
    .sort(),
})
