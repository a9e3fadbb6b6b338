import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createCustomerGroupsWorkflow,
  createCustomersWorkflow,
  linkCustomersToCustomerGroupWorkflow,
} from "@medusajs/medusa/core-flows"
import type { AxiosInstance } from "axios"
import { MAIL_MODULE } from "../../src/modules/mail"
import { anAgent, refusalOf, type Agent } from "./support/admin"
import { anOrder } from "./support/order"

medusaIntegrationTestRunner({
  dbName: "crm_http_tickets",
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
    let customerId: string

    const open = async (body: object = {}, agent: Agent = ada) => {
      const { data } = await api.post(
        "/admin/crm/tickets",
        {
          email: "mia@shopper.test",
          department_id: sales,
          subject: "Where is my parcel?",
          body: "We are looking into it.",
          status_after: "open",
          ...body,
        },
        agent.headers
      )
      return data.ticket
    }
    const get = async (path: string, agent: Agent = ada) =>
      (await api.get(`/admin/crm/${path}`, agent.headers)).data
    const post = async (path: string, body: object = {}, agent: Agent = ada) =>
      (await api.post(`/admin/crm/${path}`, body, agent.headers)).data
    const refused = (path: string, body: object, agent: Agent = ada) =>
      refusalOf(api.post(`/admin/crm/${path}`, body, agent.headers))

    beforeAll(async () => {
      const container = getContainer()

      ada = await anAgent(api, container, {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      bo = await anAgent(api, container, {
        email: "bo@shop.test",
        first_name: "Bo",
        last_name: "Agent",
      })
      const department = async (name: string) =>
        (await post("departments", { private_name: name, public_name: `${name} team` }))
          .department.id
      sales = await department("Sales")
      returns = await department("Returns")
      const { result } = await createCustomersWorkflow(container).run({
        input: {
          customersData: [
            { email: "mia@shopper.test", first_name: "Mia", last_name: "Moon" },
          ],
        },
      })
      customerId = result[0].id
    })

    describe("a ticket written by an agent", () => {
      it("gets a seven digit number and its first message", async () => {
        const ticket = await open()

        expect(String(ticket.number)).toMatch(/^1\d{6}$/)
        expect(ticket).toMatchObject({
          subject: "Where is my parcel?",
          requester: { email: "mia@shopper.test" },
          department: { id: sales, name: "Sales" },
          status: { category: "open" },
          channel: "admin",
          version: 1,
          reply_count: 1,
          awaiting: "customer",
        })
        expect(ticket.messages).toHaveLength(1)
        expect(ticket.messages[0]).toMatchObject({
          kind: "agent",
          from: { name: "Ada Agent" },
          body_text: "We are looking into it.",
          to: ["mia@shopper.test"],
        })
      })

      it("is closed when nothing else is said (V-83)", async () => {
        const ticket = await open({ status_after: undefined })

        expect(ticket.status.category).toBe("closed")
        expect(ticket.closed_at).not.toBeNull()
      })

      it("waits with its mail until an account sends for the department", async () => {
        const ticket = await open()

        expect(ticket.messages[0].delivery).toEqual({
          state: "waiting",
          error: expect.stringContaining("No mail account sends for Sales team"),
          failures: [],
        })
      })

      it("mails nobody when it is told not to (D-21)", async () => {
        const ticket = await open({ notify_customer: false })

        expect(ticket.messages[0].delivery).toBeNull()
        expect(ticket.messages[0].to).toEqual([])
      })

      it("takes name and address from the customer it is opened for", async () => {
        const ticket = await open({ email: undefined, customer_id: customerId })

        expect(ticket).toMatchObject({
          customer_id: customerId,
          requester: { name: "Mia Moon", email: "mia@shopper.test" },
          customer: { id: customerId, has_account: false, groups: [] },
          customer_proof: "agent",
        })
      })

      it("answers to the address that was typed in, also for a known customer (M-39)", async () => {
        const ticket = await open({ email: "work@mia.test", customer_id: customerId })

        expect(ticket.requester).toEqual({ name: "Mia Moon", email: "work@mia.test" })
      })

      it("carries the order it is opened from (D-24)", async () => {
        const order = await anOrder(getContainer(), {
          email: "mia@shopper.test",
          customerId,
        })
        const ticket = await open({ order_id: order.id })

        expect(ticket.order_ids).toEqual([order.id])
        expect(ticket.orders[0]).toMatchObject({
          order_id: order.id,
          display_id: String(order.display_id),
          proof: "agent",
          address_differs: false,
        })
        expect(ticket.latest_orders.map(({ id }: { id: string }) => id)).toContain(
          order.id
        )
      })

      it("is found to be with a customer of the shop by the address alone (V-43)", async () => {
        const { customer_id, customer_proof } = await open({ name: undefined })

        expect({ customer_id, customer_proof }).toEqual({
          customer_id: customerId,
          customer_proof: "address_match",
        })
      })

      it("shows the customer's groups (V-47)", async () => {
        const container = getContainer()
        const { result: groups } = await createCustomerGroupsWorkflow(container).run({
          input: { customersData: [{ name: "Wholesale" }] },
        })
        await linkCustomersToCustomerGroupWorkflow(container).run({
          input: { id: groups[0].id, add: [customerId] },
        })

        expect((await open({ customer_id: customerId })).customer.groups).toEqual([
          { id: groups[0].id, name: "Wholesale" },
        ])
      })

      it("is classified as the agent says (V-82)", async () => {
        const { classification } = await post("classifications", { name: "Delivery" })
        const ticket = await open({ classification_id: classification.id })

        expect(ticket.classification).toEqual({ id: classification.id, name: "Delivery" })
      })

      it.each(["admin", "phone", "in_person"])("came by %s (B-15)", async (channel) => {
        expect((await open({ channel })).channel).toBe(channel)
      })

      it("is about a page, which can be changed (M-31)", async () => {
        const { id, url } = await open({ url: "https://shop.test/teapot" })
        const { ticket } = await post(`tickets/${id}`, { url: "https://shop.test/mug" })

        expect(url).toBe("https://shop.test/teapot")
        expect(ticket.url).toBe("https://shop.test/mug")
        expect(ticket.events[0]).toMatchObject({
          type: "url_changed",
          data: { from: url },
        })
      })

      it("counts with the others of its requester, and those still open (V-48)", async () => {
        await open({ status_after: "closed" })
        await open()

        expect((await open()).requester_tickets).toEqual({ total: 3, open: 2 })
      })

      it.each([
        [
          "without anybody to write to",
          { email: undefined },
          400,
          /Say whom the ticket is with/,
        ],
        ["without a subject", { subject: " " }, 400, /subject/],
        ["without a department", { department_id: undefined }, 400, /department_id/],
        ["without a text", { body: "  " }, 400, /text must not be empty/],
        [
          "with an address that is none",
          { email: "mia@@x" },
          400,
          /e-mail address is expected/,
        ],
        ["with unknown keys", { priority: 3 }, 400, /priority/],
        [
          "in an unknown department",
          { department_id: "crmdep_none" },
          404,
          /Department crmdep_none/,
        ],
        [
          "for an unknown customer",
          { customer_id: "cus_none" },
          404,
          /Customer cus_none/,
        ],
        ["for an unknown agent", { assignee_id: "user_none" }, 404, /Agent user_none/],
        ["by mail, which nobody sent", { channel: "email" }, 400, /channel/],
        ["about an unknown order", { order_id: "order_none" }, 404, /Order order_none/],
        [
          "with an unknown status",
          { status_after: "solved" },
          400,
          /"solved" is no ticket status/,
        ],
        [
          "with a file that is not there",
          { attachment_ids: ["crmatt_none"] },
          400,
          /Upload it again/,
        ],
        [
          "with a link that runs code",
          { url: "javascript:alert(1)" },
          400,
          /must begin with http/,
        ],
      ])("is refused %s", async (_, body, status, message) => {
        const before = (await get("tickets")).count
        const refusal = await refused("tickets", {
          email: "mia@shopper.test",
          department_id: sales,
          subject: "x",
          body: "y",
          ...body,
        })

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
        expect((await get("tickets")).count).toBe(before)
      })
    })

    describe("a reply", () => {
      it("closes the ticket by default and counts (V-41, V-68)", async () => {
        const { id } = await open()
        const { message, ticket } = await post(`tickets/${id}/replies`, {
          body_text: "Sent today.",
        })

        expect(message).toMatchObject({ kind: "agent", body_text: "Sent today." })
        expect(ticket).toMatchObject({
          status: { category: "closed" },
          reply_count: 2,
          version: 2,
          you_replied_last: true,
        })
        expect(ticket.messages[0].id).toBe(message.id)
      })

      it("sets the status that is asked for (V-69)", async () => {
        const { id } = await open()
        const { ticket } = await post(`tickets/${id}/replies`, {
          body_text: "One moment.",
          status_after: "on_hold",
        })

        expect(ticket.status.category).toBe("on_hold")
        expect(ticket.held_by).toEqual({ id: ada.id, name: "Ada Agent" })
      })

      it("keeps HTML, made safe, with its text beside it", async () => {
        const { id } = await open()
        const { message } = await post(`tickets/${id}/replies`, {
          body_html: `<p onclick="x()">Hello <b>Mia</b><script>alert(1)</script></p>`,
        })

        expect(message.body_text).toBe("Hello Mia")
        expect(message.body_html).toContain("<b>Mia</b>")
        expect(message.body_html).not.toMatch(/script|onclick/)
      })

      it("is refused when somebody posted meanwhile, and shows what", async () => {
        const { id, version } = await open()
        await post(`tickets/${id}/replies`, { body_text: "I have it." }, bo)

        const response = await api
          .post(
            `/admin/crm/tickets/${id}/replies`,
            { body_text: "Me too.", expected_version: version },
            ada.headers
          )
          .catch(({ response: refusal }) => refusal)

        expect(response.status).toBe(409)
        expect(response.data.type).toBe("thread_moved")
        expect(response.data.messages).toHaveLength(1)
        expect(response.data.messages[0].body_text).toBe("I have it.")
        expect((await get(`tickets/${id}`)).ticket.version).toBe(version + 1)
      })

      it("is written once each when two agents answer at the same moment", async () => {
        const { id, version } = await open()
        const answers = await Promise.allSettled([
          post(
            `tickets/${id}/replies`,
            { body_text: "A", expected_version: version },
            ada
          ),
          post(
            `tickets/${id}/replies`,
            { body_text: "B", expected_version: version },
            bo
          ),
        ])
        const { ticket } = await get(`tickets/${id}`)

        expect(answers.map(({ status }) => status).sort()).toEqual([
          "fulfilled",
          "rejected",
        ])
        expect(ticket.messages).toHaveLength(2)
      })

      it.each([
        ["without a text", { body_text: " " }, /needs a text/],
        ["with unknown keys", { body_text: "x", priority: 1 }, /priority/],
        [
          "with an address that is none",
          { body_text: "x", cc: ["a@b\r\nBcc: e@x.test"] },
          /e-mail address is expected/,
        ],
      ])("is refused %s", async (_, body, message) => {
        const { id } = await open()
        const refusal = await refused(`tickets/${id}/replies`, body)

        expect(refusal.status).toBe(400)
        expect(refusal.message).toMatch(message)
        expect((await get(`tickets/${id}`)).ticket.version).toBe(1)
      })

      it("to an unknown ticket or a deleted one is refused alike", async () => {
        const { id } = await open()
        await api.delete(`/admin/crm/tickets/${id}`, ada.headers)

        expect((await refused(`tickets/${id}/replies`, { body_text: "x" })).status).toBe(
          404
        )
        expect(
          (await refused("tickets/tick_none/replies", { body_text: "x" })).status
        ).toBe(404)
      })
    })

    describe("a private note", () => {
      it("leaves the status alone and mails nobody (V-72, K-4)", async () => {
        const { id } = await open()
        const { message, ticket } = await post(`tickets/${id}/notes`, {
          body_text: "She called, rather upset.",
          source: "phone_call",
          duration_seconds: 95,
        })

        expect(message).toMatchObject({
          kind: "note",
          source: "phone_call",
          duration_seconds: 95,
          delivery: null,
          to: [],
        })
        expect(ticket).toMatchObject({
          status: { category: "open" },
          reply_count: 1,
          version: 2,
        })
      })

      it("closes the ticket in a department that wants it so (V-75)", async () => {
        await post(`departments/${sales}`, { status_after_note: "closed" })
        const { id } = await open()
        const { ticket } = await post(`tickets/${id}/notes`, {
          body_text: "Settled by phone.",
        })

        expect(ticket.status.category).toBe("closed")
      })
    })

    describe("a change without a word", () => {
      it("closes and reopens, with history (D-32, M-29)", async () => {
        const { id } = await open()
        const closed = (await post(`tickets/${id}`, { status: "closed" })).ticket
        const reopened = (await post(`tickets/${id}`, { status: "open" })).ticket

        expect(closed).toMatchObject({ status: { category: "closed" }, version: 1 })
        expect(reopened).toMatchObject({ status: { category: "open" }, closed_at: null })
        expect(reopened.events.map(({ type }: { type: string }) => type)).toEqual([
          "status_changed",
          "status_changed",
          "created",
        ])
        expect(reopened.events[0]).toMatchObject({
          actor: { type: "user", name: "Ada Agent" },
          data: { from: "closed", to: "open" },
        })
      })

      it("gives it another subject (V-55)", async () => {
        const { id } = await open()
        const { ticket } = await post(`tickets/${id}`, { subject: "Parcel of order 12" })

        expect(ticket.subject).toBe("Parcel of order 12")
        expect(ticket.events[0]).toMatchObject({
          type: "subject_changed",
          data: { from: "Where is my parcel?", to: "Parcel of order 12" },
        })
        expect((await get("tickets?q=order 12")).tickets[0].id).toBe(id)
      })

      it("moves to another department and drops what that does not offer (V-50, V-99)", async () => {
        const { classification } = await post("classifications", {
          name: "Discount",
          department_ids: [sales],
        })
        const { id } = await open({ classification_id: classification.id })
        const { ticket } = await post(`tickets/${id}`, { department_id: returns })

        expect(ticket.department).toEqual({ id: returns, name: "Returns" })
        expect(ticket.classification).toBeNull()
        expect(
          (await refused(`tickets/${id}`, { classification_id: classification.id }))
            .message
        ).toMatch(/not offered in this department/)
      })

      it("to the same values writes no history", async () => {
        const { id, subject } = await open()
        const { ticket } = await post(`tickets/${id}`, { subject, department_id: sales })

        expect(ticket.events.map(({ type }: { type: string }) => type)).toEqual([
          "created",
        ])
      })

      it.each([
        ["an unknown key", { number: 1 }, 400],
        ["an empty subject", { subject: "" }, 400],
        ["an unknown agent", { assignee_id: "user_none" }, 404],
        ["an unknown customer", { customer_id: "cus_none" }, 404],
        ["an unknown department", { department_id: "crmdep_none" }, 404],
      ])("with %s changes nothing", async (_, body, status) => {
        const before = await open()

        expect((await refused(`tickets/${before.id}`, body)).status).toBe(status)
        const { ticket } = await get(`tickets/${before.id}`)
        expect({ ...ticket, latest_orders: [] }).toEqual({ ...before, latest_orders: [] })
      })
    })

    describe("a claim", () => {
      it("shows who has the ticket, and ends by release or another's claim", async () => {
        const { id } = await open()

        expect((await post(`tickets/${id}/claim`)).ticket.locked_by).toEqual({
          id: ada.id,
          name: "Ada Agent",
        })
        expect((await post(`tickets/${id}/claim`, {}, bo)).ticket.locked_by.id).toBe(
          bo.id
        )
        expect((await post(`tickets/${id}/release`)).ticket.locked_by).toBeNull()
      })

      it("ends with a post that closes the ticket, unless it is kept (V-70)", async () => {
        const kept = await open()
        const ended = await open()

        for (const [{ id }, keep] of [
          [kept, true],
          [ended, false],
        ] as const) {
          await post(`tickets/${id}/claim`)
          await post(`tickets/${id}/replies`, {
            body_text: "Done.",
            status_after: "closed",
            keep_in_my_tickets: keep,
          })
        }
        expect((await get(`tickets/${kept.id}`)).ticket.locked_by.id).toBe(ada.id)
        expect((await get(`tickets/${ended.id}`)).ticket.locked_by).toBeNull()
      })
    })

    describe("a deleted ticket", () => {
      it("is gone from the list and answers as one that never was", async () => {
        const { id } = await open()
        const { data } = await api.delete(`/admin/crm/tickets/${id}`, ada.headers)

        expect(data).toEqual({
          id,
          object: "ticket",
          deleted: true,
          undo: expect.any(String),
        })
        expect((await get("tickets")).count).toBe(0)
        expect(
          await refusalOf(api.get(`/admin/crm/tickets/${id}`, ada.headers))
        ).toMatchObject({
          status: 404,
        })
        expect(
          await refusalOf(api.delete(`/admin/crm/tickets/${id}`, ada.headers))
        ).toMatchObject({ status: 404 })
      })

      it("comes back with its token, once, and its history says both (X-14 AC1)", async () => {
        const { id } = await open()
        const { data } = await api.delete(`/admin/crm/tickets/${id}`, ada.headers)
        const undo = () => api.post(`/admin/crm/undo/${data.undo}`, {}, ada.headers)
        const { ticket } = (await undo()).data

        expect(ticket.id).toBe(id)
        expect((await get("tickets")).count).toBe(1)
        expect(ticket.events.map(({ type }: { type: string }) => type)).toEqual(
          expect.arrayContaining(["deleted", "restored"])
        )
        expect(await refusalOf(undo())).toMatchObject({
          status: 400,
          message: "This was undone already",
        })
        expect(
          await refusalOf(api.post("/admin/crm/undo/guessed", {}, ada.headers))
        ).toMatchObject({ status: 404 })
      })

      it("cannot be brought back after thirty days", async () => {
        const { id } = await open()
        const { data } = await api.delete(`/admin/crm/tickets/${id}`, ada.headers)

        await getContainer()
          .resolve("__pg_connection__")("crm_undo")
          .update({
            expires_at: new Date(Date.now() - 1000),
          })
        expect(
          await refusalOf(api.post(`/admin/crm/undo/${data.undo}`, {}, ada.headers))
        ).toMatchObject({
          status: 400,
          message: "It is too late to undo this. Change the ticket instead",
        })
      })
    })

    describe("the list", () => {
      it("has the columns of the desk", async () => {
        await open()
        const { tickets, count, offset, limit } = await get("tickets")

        expect({ count, offset, limit }).toEqual({ count: 1, offset: 0, limit: 20 })
        expect(tickets[0]).toMatchObject({
          number: expect.any(Number),
          subject: "Where is my parcel?",
          status: { name: "Open", category: "open" },
          department: { name: "Sales" },
          classification: null,
          requester: { email: "mia@shopper.test" },
          locked_by: null,
          awaiting: "customer",
          reply_count: 1,
          you_replied_last: true,
          next_action_due_at: null,
          customer_id: customerId,
        })
        expect(Date.now() - Date.parse(tickets[0].last_message_at)).toBeLessThan(600_000)
        expect((await get("tickets", bo)).tickets[0].you_replied_last).toBe(false)
      })

      it("filters by status, department, agent and order together", async () => {
        const a = await open({ subject: "A" })
        const b = await open({
          subject: "B",
          department_id: returns,
          status_after: "closed",
        })
        const numbers = async (query: string) =>
          (await get(`tickets?${query}`)).tickets.map(
            ({ number }: { number: number }) => number
          )

        expect(await numbers("status=open")).toEqual([a.number])
        expect(await numbers("status=open&status=closed")).toEqual([b.number, a.number])
        expect(await numbers(`department_id=${returns}`)).toEqual([b.number])
        expect(await numbers(`department_id=${returns}&status=open`)).toEqual([])
        expect(await numbers("awaiting=customer&order=number")).toEqual([
          a.number,
          b.number,
        ])
        await post(`tickets/${a.id}/claim`)
        expect(await numbers("view=mine")).toEqual([a.number])
        const order = await anOrder(getContainer(), { email: "mia@shopper.test" })
        await post(`tickets/${b.id}/orders`, { order_id: order.id })
        expect(await numbers(`order_id=${order.id}`)).toEqual([b.number])
      })

      it("finds by number, subject, body, name, address and file name (q)", async () => {
        const form = new FormData()
        form.append("files", new Blob(["x"]), "giraffe-invoice.pdf")
        const { attachments } = await post("attachments", form)
        const wanted = await open({
          subject: "Broken teapot",
          name: "Mia Moon",
          attachment_ids: [attachments[0].id],
        })
        await open({
          subject: "Another thing",
          body: "Nothing in common",
          email: "x@y.test",
        })
        await post(`tickets/${wanted.id}/notes`, { body_text: "The zebra rule applies." })
        const found = async (q: string) =>
          (await get(`tickets?q=${encodeURIComponent(q)}`)).tickets.map(
            ({ id }: { id: string }) => id
          )

        for (const q of [
          String(wanted.number),
          `#${wanted.number}`,
          "teapot",
          "TEAP",
          "zebra",
          "Moon",
          "mia@shopper.test",
          "shopper",
          "broken zebra",
          "giraffe",
        ]) {
          expect({ q, found: await found(q) }).toEqual({ q, found: [wanted.id] })
        }
        for (const q of ["'; drop table crm_ticket --", "!!!", "%", "a & | b :*"]) {
          expect(await found(q)).toEqual([])
        }
      })

      it("pages by cursor, each ticket once, in both directions", async () => {
        for (const subject of ["one", "two", "three", "four", "five"]) {
          await open({ subject })
        }
        for (const order of ["-last_message_at", "number", "subject"]) {
          const seen: string[] = []
          let cursor: string | null = null

          do {
            const page: { tickets: { subject: string }[]; next_cursor: string | null } =
              await get(
                `tickets?limit=2&order=${order}${cursor ? `&cursor=${cursor}` : ""}`
              )
            seen.push(...page.tickets.map(({ subject }) => subject))
            cursor = page.next_cursor
          } while (cursor)

          expect([...seen].sort()).toEqual(["five", "four", "one", "three", "two"])
        }
      })

      it.each([
        "status=solved",
        "limit=0",
        "limit=1000",
        "order=password",
        "order=-id;drop",
        "cursor=nonsense",
        "foo=bar",
        "created_at[$gte]=yesterday",
      ])("refuses ?%s", async (query) => {
        expect(
          await refusalOf(api.get(`/admin/crm/tickets?${query}`, ada.headers))
        ).toMatchObject({
          status: 400,
        })
      })
    })

    describe("who may come in", () => {
      it("is an admin user; a stranger learns nothing (V-07)", async () => {
        const { id } = await open()

        for (const path of [
          "tickets",
          `tickets/${id}`,
          "departments",
          "mail-accounts",
          "summary",
        ]) {
          expect(await refusalOf(api.get(`/admin/crm/${path}`))).toMatchObject({
            status: 401,
          })
        }
      })
    })

    describe("the workflow of a reply", () => {
      it("takes everything back when a step after it fails", async () => {
        const before = await open()
        const mail = getContainer().resolve(MAIL_MODULE)
        const enqueue = jest
          .spyOn(mail, "listCrmMailAccounts")
          .mockImplementationOnce(() => {
            throw new Error("the database is gone")
          })

        await refused(`tickets/${before.id}/replies`, { body_text: "Never sent." })
        enqueue.mockRestore()
        const { ticket } = await get(`tickets/${before.id}`)

        expect(ticket.messages).toHaveLength(1)
        expect(ticket).toMatchObject({
          version: 1,
          status: before.status,
          reply_count: 1,
        })
      })
    })
  },
})
