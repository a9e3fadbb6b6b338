import { medusaIntegrationTestRunner, TestEventUtils } from "@medusajs/test-utils"
import type { IEventBusModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createCustomerGroupsWorkflow,
  createCustomersWorkflow,
  linkCustomersToCustomerGroupWorkflow,
} from "@medusajs/medusa/core-flows"
import type { AxiosInstance } from "axios"
import { customersGuessed } from "../../src/workflows/inbound-mail/steps/look-up-senders"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import type { IncomingMail } from "../../src/modules/helpdesk/records/incoming-mail"
import { aMail } from "./support/a-mail"
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
          undo: expect.any(String),
        })
        expect(await notes()).toEqual([])
      })

      it("is put back as it was before the last action, once, and not over another's (X-14 AC1)", async () => {
        const { customer_note: note, undo: unwrite } = await post("customer-notes", {
          email: "mia@shopper.test",
          body_text: "Prefers the phone.",
        })
        const texts = async () =>
          (await get("people?email=mia@shopper.test")).person.notes.map(
            ({ body_text }: { body_text: string }) => body_text
          )
        const { undo: unchange } = await post(`customer-notes/${note.id}`, {
          body_text: "Prefers mail.",
        })
        const { undo: undelete } = await remove(`customer-notes/${note.id}`)

        expect(await post(`undo/${undelete}`)).toEqual({ ticket: null })
        expect(await texts()).toEqual(["Prefers mail."])
        expect((await refused(`undo/${unwrite}`)).message).toBe(
          "This note was changed again since. Nothing was undone"
        )
        await post(`undo/${unchange}`)
        expect(await texts()).toEqual(["Prefers the phone."])
        expect((await refused(`undo/${unchange}`)).message).toBe(
          "This was undone already"
        )
        await post(`undo/${unwrite}`)
        expect(await texts()).toEqual([])
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

    describe("a sender who is invited (V-49)", () => {
      /** The token of the mail that the shop sends for a forgotten password. */
      const tokenMailed = async (act: () => Promise<unknown>) => {
        const bus: IEventBusModuleService = getContainer().resolve(Modules.EVENT_BUS)
        const event = "auth.password_reset"
        const heard: unknown[] = []
        const listen = async ({ data }: { data: unknown }) => {
          heard.push(data)
        }
        bus.subscribe(event, listen, { subscriberId: "test-invitation" })
        const executed = TestEventUtils.waitSubscribersExecution(event, bus)
        await act()
        await executed
        bus.unsubscribe(event, listen, { subscriberId: "test-invitation" })

        expect(heard).toEqual([
          expect.objectContaining({ actor_type: "customer", token: expect.any(String) }),
        ])
        return (heard[0] as { token: string }).token
      }

      it("gets an account, and sets its password from the mail", async () => {
        const email = "pia@shopper.test"
        const { id } = await open({ email, name: "Pia Polder" })
        let customer: { id: string; has_account: boolean } | undefined
        const token = await tokenMailed(async () => {
          customer = (await post(`tickets/${id}/customer`, { invite: true })).ticket
            .customer
        })

        expect(customer).toMatchObject({ name: "Pia Polder", email, has_account: true })
        await api.post(
          "/auth/customer/emailpass/update",
          { password: "a-password-of-her-own" },
          { headers: { authorization: `Bearer ${token}` } }
        )
        const { data } = await api.post("/auth/customer/emailpass", {
          email,
          password: "a-password-of-her-own",
        })
        expect(data.token).toEqual(expect.any(String))
      })

      it("is not invited who has an account, and a guest becomes one with it", async () => {
        const account = await aCustomer("rosa@shopper.test", true)
        const known = await open({ email: "rosa@shopper.test" })
        await post(`tickets/${known.id}`, { customer_id: null })
        const guest = await aCustomer("sara@shopper.test")
        const other = await open({ email: "sara@shopper.test" })

        expect(
          (await post(`tickets/${known.id}/customer`, { invite: true })).ticket
            .customer_id
        ).toBe(account)
        const { ticket } = await post(`tickets/${other.id}/customer`, { invite: true })
        expect(ticket.customer).toMatchObject({ has_account: true })
        expect(ticket.customer_id).not.toBe(guest)
        expect(
          (await get("people?email=sara@shopper.test")).person.customers
        ).toHaveLength(2)
      })

      it("is refused where somebody has that login for something else", async () => {
        const email = "tess@shopper.test"
        await getContainer()
          .resolve(Modules.AUTH)
          .register("emailpass", { body: { email, password: "not-hers" } })
        const { id } = await open({ email })

        expect(await refused(`tickets/${id}/customer`, { invite: true })).toMatchObject({
          status: 400,
          message:
            "tess@shopper.test cannot be invited: Identity with email already exists. Assign a guest instead",
        })
        expect((await get(`tickets/${id}`)).ticket.customer_id).toBeNull()
      })
    })

    describe("a person with several addresses (X-16 AC2)", () => {
      const work = "mia@work.test"
      const home = "mia@shopper.test"
      const link = (body: object = {}) =>
        post("people/addresses", {
          email: home,
          other_email: work,
          reason: "She said so on the phone.",
          ...body,
        })
      const personAt = async (email: string) =>
        (await get(`people?email=${email}`)).person

      it("is shown as one from either address, with who said so and why, until it is taken back", async () => {
        await aCustomer(home, true)
        const guest = await aCustomer(work)
        await open({ email: home })
        const atWork = await open({ email: work })
        const order = await anOrder(getContainer(), { email: work, customerId: guest })
        const { person_address, undo } = await link({ other_email: "Mia@Work.test" })
        const person = await personAt(home)

        expect(person).toMatchObject({
          emails: [home, work],
          addresses: [
            {
              id: person_address.id,
              proof: "agent",
              reason: "She said so on the phone.",
              added_by: { name: "Ada Agent" },
            },
          ],
          tickets: { total: 2 },
          orders: { total: 1 },
        })
        expect(person.customers).toHaveLength(2)
        expect(person.timeline.map(({ id }: Entry) => id)).toEqual(
          expect.arrayContaining([order.id, atWork.id])
        )
        expect((await personAt(work)).tickets.total).toBe(2)

        await post(`undo/${undo}`)
        expect(await personAt(home)).toMatchObject({
          emails: [home],
          addresses: [],
          tickets: { total: 1 },
        })
      })

      it("has all of them, also those that were named on another one", async () => {
        await link()
        const { person_address } = await link({
          email: work,
          other_email: "mia@new.test",
        })

        expect((await personAt("mia@new.test")).emails.sort()).toEqual([
          "mia@new.test",
          home,
          work,
        ])
        const { undo, deleted } = await remove(`people/addresses/${person_address.id}`)
        expect(deleted).toBe(true)
        expect((await personAt("mia@new.test")).emails).toEqual(["mia@new.test"])
        await post(`undo/${undo}`)
        expect((await personAt("mia@new.test")).emails).toHaveLength(3)
      })

      it("keeps each ticket's own customer and proof", async () => {
        await aCustomer(home, true)
        await link()

        expect(await open({ email: work })).toMatchObject({
          customer_id: null,
          requester: { email: work },
        })
      })

      it("has an address proven when its reader answers what we wrote to it", async () => {
        const helpdesk = getContainer().resolve(HELPDESK_MODULE)
        const { id, number } = await open({ email: home })
        const { message } = await post(`tickets/${id}/replies`, {
          body_text: "Is this you as well?",
          to: [work],
        })
        await link()
        const proof = async () => (await personAt(home)).addresses[0].proof
        const answer = (changes: Partial<IncomingMail>) =>
          helpdesk.receiveMails([
            aMail({
              subject: `Re: [#${number}]`,
              from: { name: "Mia", email: work },
              department_id: sales,
              ...changes,
            }),
          ])

        await answer({ inbound_mail_id: "imail_1", message_id: "1@work.test" })
        expect(await proof()).toBe("agent")
        await answer({
          inbound_mail_id: "imail_2",
          message_id: "2@work.test",
          signed: [message.id],
          automated: "auto_reply",
        })
        expect(await proof()).toBe("agent")
        await answer({
          inbound_mail_id: "imail_3",
          message_id: "3@work.test",
          signed: [message.id],
        })
        expect(await proof()).toBe("mail")
      })

      it.each([
        ["one address twice", { other_email: "MIA@shopper.test" }, 400, /already/],
        ["no reason", { reason: " " }, 400, /reason/],
        [
          "what is no address",
          { other_email: "mia" },
          400,
          /An e-mail address is expected/,
        ],
      ])("is refused %s", async (_, body, status, message) => {
        const refusal = await refusalOf(
          api.post(
            "/admin/crm/people/addresses",
            { email: home, other_email: work, reason: "x", ...body },
            ada.headers
          )
        )
        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
      })

      it("is refused a shared address, a known pair, and the removal of none", async () => {
        const pair = { email: home, other_email: work, reason: "x" }
        await post("shared-addresses", { email: work, is_shared: true })
        expect((await refused("people/addresses", pair)).message).toMatch(
          /Several people write from mia@work\.test/
        )
        await post("shared-addresses", { email: work, is_shared: false })
        await link()
        expect(
          await refused("people/addresses", { ...pair, email: work, other_email: home })
        ).toMatchObject({
          status: 422,
          message: "mia@shopper.test and mia@work.test are one person's already",
        })
        expect(
          (
            await refusalOf(
              api.delete("/admin/crm/people/addresses/same_none", ada.headers)
            )
          ).status
        ).toBe(404)
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

      it("takes a product in question back, and its removal (X-14 AC1)", async () => {
        const { id, order, orders } = await withOrder()
        const line = { order_id: order.id, line_item_id: orders[0].lines[0].id }
        const first = await post(`tickets/${id}/products`, line)
        const removal = await remove(
          `tickets/${id}/products/${first.ticket.products[0].id}`
        )
        const back = await post(`undo/${removal.undo}`)

        expect(back.ticket.products).toMatchObject([line])
        expect(back.ticket.events[0]).toMatchObject({
          type: "undone",
          data: { kind: "product" },
        })
        expect((await post(`undo/${first.undo}`)).ticket.products).toEqual([])
        expect((await refused(`undo/${first.undo}`)).message).toBe(
          "This was undone already"
        )
        expect((await post(`tickets/${id}/products`, line)).undo).toEqual(
          expect.any(String)
        )
        expect((await post(`tickets/${id}/products`, line)).undo).toBeUndefined()
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
