import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createCustomerGroupsWorkflow,
  linkCustomersToCustomerGroupWorkflow,
} from "@medusajs/medusa/core-flows"
import type { AxiosInstance } from "axios"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { anIncomingMail } from "./support/mail"
import { anAgent, type Agent } from "./support/admin"
import { anOrder } from "./support/order"
import { aStore, type Store } from "./support/store"

type Shopper = Awaited<ReturnType<Store["shopper"]>>

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64"
)
const NOT_FOUND = {
  type: "not_found",
  message: "This request was not found. Open it from the list of your requests",
}

/** My Account requests (D-08 to D-13, D-16, D-17, D-23, D-33, M-18, C-32). */
medusaIntegrationTestRunner({
  dbName: "crm_http_storefront_requests",
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
    let mia: Shopper
    let eve: Shopper
    let sales: string

    const admin = {
      get: async (path: string) =>
        (await api.get(`/admin/crm/${path}`, ada.headers)).data,
      post: async (path: string, body: object = {}) =>
        (await api.post(`/admin/crm/${path}`, body, ada.headers)).data,
    }
    const helpdesk = () => getContainer().resolve(HELPDESK_MODULE)
    const ask = (body: object = {}, shopper = mia) =>
      store.post(
        "tickets",
        {
          department_id: sales,
          subject: "Where is my parcel?",
          message: "It was to come on Monday.",
          ...body,
        },
        shopper.headers
      )
    const open = async (body: object = {}, shopper = mia) =>
      (await ask(body, shopper)).data.ticket
    const read = (id: string, shopper = mia) =>
      store.get(`tickets/${id}`, shopper.headers)
    const listed = async (shopper = mia, query = "") =>
      (await store.get(`tickets${query}`, shopper.headers)).data.tickets.map(
        ({ id }: { id: string }) => id
      )
    const upload = (
      files: { name: string; content: Buffer | string }[],
      headers = {}
    ) => {
      const form = new FormData()

      files.forEach(({ name, content }) =>
        form.append("files", new Blob([content]), name)
      )
      return store.post("attachments", form, headers)
    }
    const inOneGroup = async (...shoppers: Shopper[]) => {
      const { result } = await createCustomerGroupsWorkflow(getContainer()).run({
        input: { customersData: [{ name: "Moon Ltd" }] },
      })
      await linkCustomersToCustomerGroupWorkflow(getContainer()).run({
        input: { id: result[0].id, add: shoppers.map(({ id }) => id) },
      })
      return result[0].id
    }

    beforeAll(async () => {
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      store = await aStore(api, getContainer())
      mia = await store.shopper("mia@shopper.test")
      eve = await store.shopper("eve@shopper.test")
      sales = (
        await admin.post("departments", {
          private_name: "Sales (internal)",
          public_name: "Sales",
          undo_send_seconds: 0,
        })
      ).department.id
      await admin.post("departments", {
        private_name: "Fraud",
        public_name: "Checks",
        visible_in_store: false,
      })
    })

    describe("a shopper who is logged in", () => {
      it("chooses among the departments that are visible, by their public names (D-06, V-06)", async () => {
        const { data } = await store.get("departments")

        expect(data).toEqual({ departments: [{ id: sales, name: "Sales" }] })
      })

      it("opens a request about her order, which is a ticket with a number (D-10, D-12, D-13, D-16, C-32)", async () => {
        const order = await anOrder(getContainer(), {
          email: "mia@shopper.test",
          customerId: mia.id,
        })
        const answer = await ask({ order_id: order.id, phone: "+49 30 1234" })
        const { ticket } = answer.data

        expect(answer.status).toBe(200)
        expect(ticket).toMatchObject({
          subject: "Where is my parcel?",
          status: { name: "Open", category: "open" },
          department: { id: sales, name: "Sales" },
          order: { id: order.id, display_id: String(order.display_id) },
          awaiting: "agent",
          can_reply: true,
          can_close: true,
          can_reopen: false,
          is_shared: false,
          rating: null,
        })
        expect(ticket.number).toBeGreaterThanOrEqual(1_000_000)
        expect(ticket.messages).toMatchObject([
          { from: { name: "Mia Moon", kind: "you" }, attachments: [] },
        ])
        expect(ticket.history).toMatchObject([{ kind: "opened" }])

        const seen = (await admin.get(`tickets/${ticket.id}`)).ticket

        expect(seen).toMatchObject({
          channel: "account",
          customer_id: mia.id,
          customer_proof: "account",
          created_by_type: "customer",
          orders: [{ order_id: order.id, proof: "account" }],
        })
        expect(seen.messages[0].body_text).toContain("It was to come on Monday.")
        expect(seen.messages[0].body_text).toContain("+49 30 1234")
      })

      it("reads the answer under the department's name, answers, closes and reopens (D-08, D-17, D-33)", async () => {
        const { id } = await open()

        await admin.post(`tickets/${id}/replies`, { body_text: "It comes tomorrow." })
        const answered = (await read(id)).data.ticket

        expect(answered).toMatchObject({
          status: { category: "closed" },
          can_close: false,
          can_reopen: true,
        })
        expect(answered.messages.at(-1)).toMatchObject({
          from: { name: "Sales", kind: "shop" },
          body_text: "It comes tomorrow.",
        })
        const replied = (
          await store.post(
            `tickets/${id}/replies`,
            { message: "Thank you!" },
            mia.headers
          )
        ).data.ticket

        expect(replied).toMatchObject({ status: { category: "open" }, awaiting: "agent" })

        const close = () => store.post(`tickets/${id}/close`, {}, mia.headers)
        expect((await close()).data.ticket.status.category).toBe("closed")
        expect((await close()).status).toBe(200)

        const reopened = (await store.post(`tickets/${id}/reopen`, {}, mia.headers)).data
          .ticket
        expect(reopened.status.category).toBe("open")
        expect(reopened.history.map(({ kind }: { kind: string }) => kind)).toEqual([
          "opened",
          "closed",
          "reopened",
          "closed",
          "reopened",
        ])
      })

      it("reads the status by the merchant's own name (D-04)", async () => {
        const { statuses } = await admin.get("statuses")
        const { id: status } = statuses.find(
          ({ category }: { category: string }) => category === "open"
        )
        await admin.post(`statuses/${status}`, { name: "We are on it" })
        const { id } = await open()

        expect((await read(id)).data.ticket.status).toEqual({
          name: "We are on it",
          category: "open",
        })
      })

      it("lists her requests, latest first, by status and in pages", async () => {
        const first = await open()
        const second = await open()

        await store.post(`tickets/${first.id}/close`, {}, mia.headers)

        expect(await listed()).toEqual([second.id, first.id])
        expect(await listed(mia, "?status=closed")).toEqual([first.id])
        const { data } = await store.get("tickets?limit=1&offset=1", mia.headers)
        expect(data).toMatchObject({ count: 2, limit: 1, offset: 1 })
        expect(data.tickets[0].id).toBe(first.id)
      })

      it("sees a ticket that an agent wrote for her (D-23), unless it is kept from her", async () => {
        const body = {
          customer_id: mia.id,
          department_id: sales,
          subject: "Your repair",
          body: "It is ready.",
          notify_customer: false,
        }
        const { ticket } = await admin.post("tickets", body)
        const hidden = (
          await admin.post("tickets", { ...body, visible_to_customer: false })
        ).ticket

        expect(await listed()).toEqual([ticket.id])
        expect((await read(ticket.id)).data.ticket.messages).toMatchObject([
          { body_text: "It is ready." },
        ])
        expect((await read(hidden.id)).status).toBe(404)
      })
    })

    describe("what is not for shoppers", () => {
      it("notes, private, scheduled and withheld messages, and mail to others are not in the thread", async () => {
        const { id } = await open()
        const send = (body: object) => admin.post(`tickets/${id}/replies`, body)

        await admin.post(`tickets/${id}/notes`, { body_text: "A secret note" })
        await send({ body_text: "To the supplier", to: ["supplier@example.com"] })
        await send({
          body_text: "Tomorrow's news",
          send_at: new Date(Date.now() + 86_400_000).toISOString(),
        })
        await admin.post(`departments/${sales}`, { undo_send_seconds: 60 })
        await send({ body_text: "May be taken back" })

        const { messages } = (await read(id)).data.ticket
        expect(messages.map(({ body_text }: { body_text: string }) => body_text)).toEqual(
          ["It was to come on Monday."]
        )
        expect(JSON.stringify((await read(id)).data)).not.toContain("ada@shop.test")
      })

      it("somebody else's request answers exactly as an unknown one, to everything", async () => {
        const { id } = await open()

        for (const ticketId of [id, "tick_unknown"]) {
          expect((await read(ticketId, eve)).data).toEqual(NOT_FOUND)
          for (const [action, body] of [
            ["replies", { message: "Hello" }],
            ["close", {}],
            ["reopen", {}],
          ] as const) {
            const answer = await store.post(
              `tickets/${ticketId}/${action}`,
              body,
              eve.headers
            )
            expect([answer.status, answer.data]).toEqual([404, NOT_FOUND])
          }
        }
        expect(await listed(eve)).toEqual([])
      })

      it("an account's mere address shows no mail of that address, until it is proven (I8)", async () => {
        const [{ ticket_id }] = await helpdesk().receiveMails([
          anIncomingMail(sales, {
            from: { name: "Mia", email: "mia@shopper.test" },
            customer: { id: mia.id, proof: "address_match" },
          }),
        ])
        expect(await listed()).toEqual([])
        expect((await read(ticket_id)).data).toEqual(NOT_FOUND)

        await helpdesk().proveAddress(mia.id, "mia@shopper.test", "ticket_link")
        expect(await listed()).toEqual([ticket_id])
        expect(await listed(eve)).toEqual([])
      })

      it("nobody who is not logged in gets in", async () => {
        const answer = await store.get("tickets")

        expect(answer.status).toBe(401)
        expect(answer.data.message).toBe(
          "Log in to see your requests, or use your order's number or the link in our mail"
        )
      })
    })

    describe("colleagues of a group", () => {
      it("see and answer each other's requests where the merchant shares them (V-111, X-15)", async () => {
        const group = await inOneGroup(mia, eve)
        const { id } = await open()

        expect(await listed(eve)).toEqual([])

        await admin.post("storefront-settings", { support_group_ids: [group] })
        const { ticket } = (await read(id, eve)).data

        expect(await listed(eve)).toEqual([id])
        expect(ticket).toMatchObject({
          is_shared: true,
          can_reply: true,
          can_close: false,
          messages: [{ from: { kind: "colleague" } }],
        })
        await store.post(`tickets/${id}/replies`, { message: "Me too" }, eve.headers)
        expect((await read(id)).data.ticket.messages).toMatchObject([
          { from: { kind: "you" } },
          { from: { kind: "colleague" }, body_text: "Me too" },
        ])
        const refused = await store.post(`tickets/${id}/close`, {}, eve.headers)
        expect(refused.data.message).toMatch(
          /^Request #\d+ is a colleague's: only its owner can close or reopen it$/
        )
      })

      it("do not see what its owner keeps private", async () => {
        const group = await inOneGroup(mia, eve)

        await admin.post("storefront-settings", { support_group_ids: [group] })
        const { id } = await open({ private_to_me: true })

        expect(await listed()).toEqual([id])
        expect(await listed(eve)).toEqual([])
        expect((await read(id, eve)).data).toEqual(NOT_FOUND)
      })
    })

    describe("a shopper's files", () => {
      it("join the request of whoever uploaded them, once, and are served to those who see it", async () => {
        const { attachments } = (
          await upload([{ name: "crack.png", content: PNG }], mia.headers)
        ).data
        const [{ id, token }] = attachments

        expect(attachments).toEqual([
          {
            id,
            filename: "crack.png",
            mime_type: "image/png",
            size: PNG.length,
            token: null,
          },
        ])
        expect((await ask({ attachment_ids: [id] }, eve)).data.message).toBe(
          "A file was not found: it may have expired, or was sent before. Attach it again"
        )
        const ticket = await open({ attachment_ids: [id] })
        expect(token).toBeNull()
        expect(ticket.messages[0].attachments).toMatchObject([
          { id, filename: "crack.png" },
        ])
        expect((await ask({ attachment_ids: [id] })).status).toBe(400)

        const served = await store.get(`attachments/${id}`, mia.headers)
        expect(served.status).toBe(200)
        expect(served.headers).toMatchObject({
          "content-type": "image/png",
          "x-content-type-options": "nosniff",
          "content-security-policy": "sandbox; default-src 'none'",
          "cache-control": "private, no-store",
        })
        const foreign = await store.get(`attachments/${id}`, eve.headers)
        const unknown = await store.get("attachments/crmatt_unknown", eve.headers)
        expect([foreign.status, foreign.data]).toEqual([404, unknown.data])
      })

      it("uploaded without an account belong to whoever has the token", async () => {
        const [{ id, token }] = (await upload([{ name: "a.png", content: PNG }])).data
          .attachments

        expect(token).toMatch(/^[\w-]{20,}$/)
        expect((await ask({ attachment_ids: [id] })).status).toBe(400)
        expect((await ask({ attachment_ids: [`${id}:guessed`] })).status).toBe(400)
        expect((await ask({ attachment_ids: [`${id}:${token}`] })).status).toBe(200)
      })

      it("are refused by content, count and size, whatever they are called (bad input)", async () => {
        const html = {
          name: "photo.png",
          content: "<html><script>alert(1)</script>\u0000",
        }
        const refusal = async (files: Parameters<typeof upload>[0]) => {
          const { status, data } = await upload(files, mia.headers)
          return [status, data.message]
        }
        expect(await refusal([html])).toEqual([
          400,
          `"photo.png" is not a kind of file that can be sent. Send a photo, a film, a PDF or plain text`,
        ])
        expect(await refusal(Array.from({ length: 10 }, () => html))).toEqual([
          400,
          `"photo.png" is not a kind of file that can be sent. Send a photo, a film, a PDF or plain text`,
        ])
        expect(
          await refusal(
            Array.from({ length: 11 }, () => ({ name: "a.png", content: PNG }))
          )
        ).toEqual([
          400,
          `Upload at most 10 files at once, each in a field called "files"`,
        ])
        expect(
          await refusal([
            { name: "big.jpg", content: Buffer.concat([PNG, Buffer.alloc(20_000_000)]) },
          ])
        ).toEqual([400, "A file is larger than 10 MB. Send a link, or make it smaller"])
      })
    })

    describe("bad input on a request", () => {
      it.each([
        [{ surprise: 1 }, /surprise/],
        [{ message: "  " }, /Write a message/],
        [{ subject: "" }, /subject/],
        [{ department_id: "crmdep_unknown" }, /Department crmdep_unknown was not found/],
        [{ order_id: "order_unknown" }, /Order order_unknown is not among your orders/],
        [{ custom_fields: { colour: "red" } }, /There is no field "colour" on tickets/],
      ])("%j is refused with what is wrong", async (body, message) => {
        const answer = await ask(body)

        expect([400, 404]).toContain(answer.status)
        expect(answer.data.message).toMatch(message)
      })

      it("an order that is not hers answers as an unknown one", async () => {
        const order = await anOrder(getContainer(), {
          email: "eve@shopper.test",
          customerId: eve.id,
        })
        const foreign = await ask({ order_id: order.id })
        const unknown = await ask({ order_id: "order_unknown" })

        expect([foreign.status, foreign.data.message.replace(order.id, "X")]).toEqual([
          unknown.status,
          unknown.data.message.replace("order_unknown", "X"),
        ])
      })

      it("script is kept as text, and control characters are not kept", async () => {
        const script = "<script>alert(1)</script>\u0000\u202e"
        const { id } = await open({ subject: script, message: script, name: script })
        const { ticket } = await admin.get(`tickets/${id}`)

        expect(ticket.subject).toBe("<script>alert(1)</script>")
        expect(ticket.messages[0]).toMatchObject({
          body_text: "<script>alert(1)</script>",
          body_html: null,
        })
      })
    })

    describe("agents", () => {
      it("are told of a request, and of an answer to it, as of mail (D-14)", async () => {
        const { id } = await open()

        await admin.post(`tickets/${id}/watch`, { watch: true })
        await store.post(`tickets/${id}/replies`, { message: "Any news?" }, mia.headers)
        const { notices } = await admin.get("notices")

        expect(notices).toMatchObject([{ kind: "followed_customer", ticket: { id } }])
      })

      it("answer by mail to the account's address", async () => {
        const { id } = await open()

        await admin.post(`tickets/${id}/replies`, { body_text: "Here it is." })
        const { ticket } = await admin.get(`tickets/${id}`)

        expect(ticket.messages[0]).toMatchObject({ to: ["mia@shopper.test"] })
      })
    })
  },
})
