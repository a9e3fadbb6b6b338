import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createCustomerGroupsWorkflow,
  createCustomersWorkflow,
  linkCustomersToCustomerGroupWorkflow,
} from "@medusajs/medusa/core-flows"
import type { AxiosInstance } from "axios"
import { customersGuessed } from "../../src/workflows/inbound-mail/steps/look-up-senders"
import { anAgent, refusalOf, type Agent } from "./support/admin"
import { anOrder } from "./support/order"

type Entry = { type: string; id: string }

medusaIntegrationTestRunner({
  dbName: "crm_http_people",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let ada: Agent
    let sales: string

    const get = async (path: string) =>
      (await api.get(`/admin/crm/${path}`, ada.headers)).data
    const post = async (path: string, body: object = {}) =>
      (await api.post(`/admin/crm/${path}`, body, ada.headers)).data
    const remove = async (path: string) =>
      (await api.delete(`/admin/crm/${path}`, ada.headers)).data
    const refused = (path: string, body: object = {}) =>
      refusalOf(api.post(`/admin/crm/${path}`, body, ada.headers))
    const open = async (body: object = {}) =>
      (
        await post("tickets", {
          email: "mia@shopper.test",
          department_id: sales,
          subject: "Where is my parcel?",
          body: "We are looking into it.",
          status_after: "open",
          ...body,
        })
      ).ticket
    const aCustomer = async (email: string, has_account = false, name = "Mia") => {
      const [customer] = await getContainer()
        .resolve(Modules.CUSTOMER)
        .createCustomers([{ email, has_account, first_name: name, last_name: "Moon" }])

      return customer.id
    }

    beforeAll(async () => {
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      sales = (await post("departments", { private_name: "Sales", public_name: "Sales" }))
        .department.id
    })

    describe("a guest and an account with one address (X-16 AC1)", () => {
      it("are one person with all orders, tickets and notes in one timeline (B-09, V-48)", async () => {
        const guest = await aCustomer("mia@shopper.test")
        const account = await aCustomer("mia@shopper.test", true)
        const bought = [
          await anOrder(getContainer(), { email: "mia@shopper.test", customerId: guest }),
          await anOrder(getContainer(), { email: "old@mia.test", customerId: account }),
        ]
        await anOrder(getContainer(), { email: "stranger@shopper.test" })
        const ticket = await open()
        await open({ status_after: "closed" })
        await post("customer-notes", {
          customer_id: guest,
          body_text: "Collects teapots.",
        })
        const { person } = await get(`people?customer_id=${account}`)

        expect(person).toMatchObject({
          emails: ["mia@shopper.test"],
          customers: [
            { id: account, has_account: true },
            { id: guest, has_account: false },
          ],
          tickets: { total: 2, open: 1 },
          orders: { total: 2 },
          notes: [{ body_text: "Collects teapots.", author: { name: "Ada Agent" } }],
        })
        expect(
          person.timeline
            .filter(({ type }: Entry) => type === "order")
            .map(({ id }: Entry) => id)
            .sort()
        ).toEqual(bought.map(({ id }) => id).sort())
        expect(person.timeline.map(({ id }: Entry) => id)).toContain(ticket.id)
        expect(person.timeline[0].type).toBe("note")
        expect(
          (await get("people?email=MIA@shopper.test")).person.customers
        ).toHaveLength(2)
      })

      it("is a person, too, when the shop knows nobody with that address", async () => {
        await open({ email: "new@shopper.test" })

        expect((await get("people?email=new@shopper.test")).person).toMatchObject({
          customers: [],
          tickets: { total: 1, open: 1 },
          orders: { total: 0 },
        })
        expect(await refusalOf(api.get("/admin/crm/people", ada.headers))).toMatchObject({
          status: 400,
          message: expect.stringContaining("Say who: customer_id or email"),
        })
      })
    })

    describe("a note about a customer (M-50)", () => {
      it("is written, changed and deleted, and stands on every ticket of hers", async () => {
        const { customer_note: note } = await post("customer-notes", {
          email: "Mia@shopper.test",
          body_text: "Prefers the phone.",
        })
        const notes = async () =>
          (await get("people?email=mia@shopper.test")).person.notes

        expect(await notes()).toMatchObject([{ id: note.id }])
        await post(`customer-notes/${note.id}`, { body_text: "Prefers mail." })
        expect(await notes()).toMatchObject([{ body_text: "Prefers mail." }])
        expect(await remove(`customer-notes/${note.id}`)).toEqual({
          id: note.id,
          object: "customer_note",
          deleted: true,
        })
        expect(await notes()).toEqual([])
      })

      it.each([
        ["about nobody", "", { body_text: "x" }, 400, /Say whom the note is about/],
        [
          "without a text",
          "",
          { email: "a@b.test", body_text: " " },
          400,
          /must not be empty/,
        ],
        [
          "that is not there",
          "/cnote_none",
          { body_text: "x" },
          404,
          /cnote_none was not found/,
        ],
      ])("is refused %s", async (_, path, body, status, message) => {
        const refusal = await refused(`customer-notes${path}`, body)

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
      })
    })

    describe("a sender without a customer (V-49)", () => {
      it("is given a new one by the address, with the name of the mail", async () => {
        const { id } = await open({ email: "nora@shopper.test", name: "Nora van Dyk" })
        const { ticket } = await post(`tickets/${id}/customer`)

        expect(ticket).toMatchObject({
          customer_proof: "agent",
          customer: {
            name: "Nora van Dyk",
            email: "nora@shopper.test",
            has_account: false,
          },
        })
        expect(ticket.events[0].type).toBe("customer_assigned")
      })

      it("is given the one who has the address, the account before the guest", async () => {
        const { id } = await open({ email: "olga@shopper.test" })
        await aCustomer("olga@shopper.test")
        const account = await aCustomer("olga@shopper.test", true)

        expect((await post(`tickets/${id}/customer`)).ticket.customer_id).toBe(account)
      })
    })

    describe("customers in one group (V-110, V-111)", () => {
      it("have their tickets in one list; who leaves the group is out of it at once", async () => {
        const container = getContainer()
        const { result: customers } = await createCustomersWorkflow(container).run({
          input: { customersData: [{ email: "a@firm.test" }, { email: "b@firm.test" }] },
        })
        const [a, b] = customers.map(({ id }) => id)
        const { result: groups } = await createCustomerGroupsWorkflow(container).run({
          input: { customersData: [{ name: "The firm" }] },
        })
        await linkCustomersToCustomerGroupWorkflow(container).run({
          input: { id: groups[0].id, add: [a, b] },
        })
        const ofA = await open({ email: undefined, customer_id: a })
        const ofB = await open({ email: undefined, customer_id: b })
        await open()
        const listed = async (query: string) =>
          (await get(`tickets?customer_group_id=${groups[0].id}${query}`)).tickets.map(
            ({ id }: { id: string }) => id
          )

        expect(await listed("")).toEqual([ofB.id, ofA.id])
        expect(await listed(`&customer_id=${a}`)).toEqual([ofA.id])
        expect((await get(`people?customer_id=${a}`)).person.groups).toEqual([
          { id: groups[0].id, name: "The firm" },
        ])
        await linkCustomersToCustomerGroupWorkflow(container).run({
          input: { id: groups[0].id, remove: [b] },
        })
        expect(await listed("")).toEqual([ofA.id])
      })
    })

    describe("an address that several people write from (X-16 AC3)", () => {
      it("gives nobody's name, to a ticket or to a mail", async () => {
        const email = "info@firm.test"
        await aCustomer(email, false, "Ina")
        await post("shared-addresses", { email, is_shared: true })
        const guessed = async () =>
          (await customersGuessed(getContainer(), [email])).has(email)

        expect(await open({ email })).toMatchObject({
          customer_id: null,
          requester: { name: email },
        })
        expect(await guessed()).toBe(false)
        expect((await get(`people?email=${email}`)).person.is_shared).toBe(true)
        await post("shared-addresses", { email, is_shared: false })
        expect((await open({ email })).requester.name).toBe("Ina Moon")
        expect(await guessed()).toBe(true)
      })
    })

    describe("orders and products of a ticket (C-33)", () => {
      const withOrder = async () => {
        const order = await anOrder(getContainer(), { email: "mia@shopper.test" })
        const { id } = await open({ order_id: order.id })
        const { orders } = await get(`tickets/${id}/orders`)

        return { id, order, orders }
      }

      it("shows of each linked order its lines, parcels, payment and returns", async () => {
        const { order, orders } = await withOrder()

        expect(orders).toEqual([
          expect.objectContaining({
            id: order.id,
            display_id: String(order.display_id),
            lines: [
              expect.objectContaining({ title: "Teapot", quantity: 1, unit_price: 35 }),
            ],
            tracking: [],
            returns: [],
            paid_total: 0,
            refunded_total: 0,
            payment_status: "not_paid",
            fulfillment_status: "not_fulfilled",
          }),
        ])
      })

      it("links the line in question; its name finds the ticket", async () => {
        const { id, order, orders } = await withOrder()
        const line = { order_id: order.id, line_item_id: orders[0].lines[0].id }
        const { ticket } = await post(`tickets/${id}/products`, line)
        const found = async () => (await get("tickets?q=teapot")).count

        expect(ticket.products).toMatchObject([{ ...line, title: "Teapot" }])
        expect(await found()).toBe(1)
        expect((await post(`tickets/${id}/products`, line)).ticket.products).toHaveLength(
          1
        )
        const { ticket: without } = await remove(
          `tickets/${id}/products/${ticket.products[0].id}`
        )
        expect(without.products).toEqual([])
        expect(
          without.events.slice(0, 2).map(({ type }: { type: string }) => type)
        ).toEqual(["product_unlinked", "product_linked"])
      })

      it("links a product that nobody ordered", async () => {
        const [product] = await getContainer()
          .resolve(Modules.PRODUCT)
          .createProducts([
            {
              title: "Samovar",
              options: [{ title: "Size", values: ["L"] }],
              variants: [{ title: "Large", sku: "SAM-L", options: { Size: "L" } }],
            },
          ])
        const { id } = await open()
        await post(`tickets/${id}/products`, { product_id: product.id })
        const { ticket } = await post(`tickets/${id}/products`, {
          variant_id: product.variants[0].id,
        })

        expect(ticket.products).toMatchObject([
          { product_id: product.id, variant_id: null, title: "Samovar" },
          { variant_id: product.variants[0].id, title: "Samovar", sku: "SAM-L" },
        ])
        expect((await get("tickets?q=SAM-L")).tickets[0].id).toBe(id)
      })

      it.each([
        ["an unknown line", (order_id: string) => ({ order_id, line_item_id: "x" }), 404],
        ["an unknown variant", () => ({ variant_id: "variant_none" }), 404],
        ["an unknown product", () => ({ product_id: "prod_none" }), 404],
        ["a line of no order", () => ({ line_item_id: "x" }), 400],
      ])("refuses %s", async (_, body, status) => {
        const { id, order } = await withOrder()

        expect((await refused(`tickets/${id}/products`, body(order.id))).status).toBe(
          status
        )
        expect((await get(`tickets/${id}`)).ticket.products).toEqual([])
      })
    })
  },
})
