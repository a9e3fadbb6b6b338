import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { AxiosInstance } from "axios"
import { anAgent, refusalOf, type Agent } from "./support/admin"
import { anOrder } from "./support/order"
import { medianRatio } from "./support/same-time"
import { aStore, type Store } from "./support/store"

const PNG = Buffer.from("iVBORw0KGgo=", "base64")

const text = (label: string) => ({ texts: { en: { label } } })
const FIELDS = [
  {
    key: "name",
    type: "text",
    texts: { en: { label: "Your name" }, de: { label: "Ihr Name" } },
  },
  { key: "email", type: "email", required: true, ...text("E-mail") },
  { key: "phone", type: "phone", ...text("Telephone") },
  { key: "order", type: "order", ...text("Order") },
  { key: "product", type: "product", ...text("Product") },
  { key: "pieces", type: "number", min: 1, max: 9, ...text("Pieces") },
  { key: "bought_on", type: "date", ...text("Bought on") },
  {
    key: "size",
    type: "choice",
    choices: ["s", "l"],
    texts: {
      en: { label: "Size", choices: { s: "Small", l: "Large" } },
      de: { label: "Größe", choices: { s: "Klein", l: "Groß" } },
    },
  },
  { key: "colours", type: "multi_choice", choices: ["red", "blue"], ...text("Colours") },
  { key: "serial", type: "text", pattern: "[A-Z]{2}[0-9]{4}", ...text("Serial number") },
  { key: "message", type: "long_text", required: true, ...text("Message") },
  { key: "photos", type: "file", max: 2, ...text("Photos") },
  { key: "terms", type: "consent", required: true, ...text("I agree") },
]

/** Forms of the merchant's own, and fields of tickets (B-05, B-16 to B-18, B-28, C-16, C-61, D-09, D-11). */
medusaIntegrationTestRunner({
  dbName: "crm_http_forms",
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
    let sales: string
    let classification: string

    const admin = {
      get: async (path: string) =>
        (await api.get(`/admin/crm/${path}`, ada.headers)).data,
      post: async (path: string, body: object = {}) =>
        (await api.post(`/admin/crm/${path}`, body, ada.headers)).data,
      delete: async (path: string) =>
        (await api.delete(`/admin/crm/${path}`, ada.headers)).data,
      refused: async (path: string, body: object) =>
        (await refusalOf(api.post(`/admin/crm/${path}`, body, ada.headers))).message,
    }
    const form = (changes: object = {}) => ({
      handle: "repairs",
      name: "Repairs",
      department_id: sales,
      classification_id: classification,
      captcha: false,
      texts: {
        en: { title: "Repairs", intro: "Tell us what broke.", thanks: "Thank you!" },
        de: { title: "Reparaturen", submit_label: "Senden" },
      },
      fields: FIELDS,
      ...changes,
    })
    const aForm = async (changes: object = {}) =>
      (await admin.post("forms", form(changes))).form
    const ANSWERS = {
      email: "Guest@Example.com",
      message: "It fell.\nIt broke.",
      terms: true,
    }
    const submit = (fields: object = ANSWERS, rest: object = {}, headers = {}) =>
      store.post("forms/repairs/submissions", { fields, ...rest }, headers)
    const refusalTo = async (fields: object, rest: object = {}) => {
      const { status, data } = await submit(fields, rest)
      return [status, data.message]
    }
    const ticketOf = async (answer: {
      data: { submission: { ticket_number: number } }
    }) => {
      const { tickets } = await admin.get(
        `tickets?q=${answer.data.submission.ticket_number}`
      )
      return (await admin.get(`tickets/${tickets[0].id}`)).ticket
    }
    /** As if ten minutes had passed. */
    const forgetLimits = () =>
      getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw("delete from crm_allowance")
    const upload = async () => {
      const body = new FormData()

      body.append("files", new Blob([PNG]), "crack.png")
      const [{ id, token }] = (await store.post("attachments", body)).data.attachments
      return `${id}:${token}`
    }

    beforeAll(async () => {
      ada = await anAgent(api, getContainer(), {
        email: "ada@shop.test",
        first_name: "Ada",
        last_name: "Agent",
      })
      store = await aStore(api, getContainer())
      sales = (
        await admin.post("departments", { private_name: "S", public_name: "Sales" })
      ).department.id
      classification = (await admin.post("classifications", { name: "Repair" }))
        .classification.id
    })

    describe("a form that a merchant builds", () => {
      it("is shown in the shopper's language, or in its first one (B-18)", async () => {
        await aForm()
        const shown = async (query = "") =>
          (await store.get(`forms/repairs${query}`)).data.form

        expect(await shown()).toMatchObject({
          handle: "repairs",
          title: "Repairs",
          intro: "Tell us what broke.",
          submit_label: null,
          captcha: null,
          honeypot: "website",
        })
        expect((await shown("?locale=de-AT")).title).toBe("Reparaturen")
        expect((await shown("?locale=fr")).title).toBe("Repairs")
        const { fields } = await shown("?locale=de")
        expect(fields[0]).toMatchObject({
          key: "name",
          label: "Ihr Name",
          required: false,
        })
        expect(fields.find(({ key }: { key: string }) => key === "size").choices).toEqual(
          [
            { value: "s", label: "Klein" },
            { value: "l", label: "Groß" },
          ]
        )
      })

      it("is changed, switched off and removed", async () => {
        const { id } = await aForm()

        await admin.post(`forms/${id}`, { enabled: false })
        const off = await store.get("forms/repairs")
        const unknown = await store.get("forms/unknown")
        expect([off.status, off.data.message]).toEqual([
          404,
          `There is no form "repairs"`,
        ])
        expect(unknown.status).toBe(404)

        await admin.post(`forms/${id}`, { enabled: true, name: "Mending" })
        expect((await admin.get("forms")).forms).toMatchObject([{ id, name: "Mending" }])
        expect(await admin.delete(`forms/${id}`)).toEqual({
          id,
          object: "form",
          deleted: true,
        })
        expect((await store.get("forms/repairs")).status).toBe(404)
      })

      it.each([
        [
          { fields: [{ key: "name", type: "text", ...text("Name") }] },
          "A form needs a required field of the type e-mail: nobody could be answered without it",
        ],
        [
          { fields: [FIELDS[1], FIELDS[1]] },
          `Two fields have the key "email". Give one of them another`,
        ],
        [
          { fields: [FIELDS[1], { key: "size", type: "choice", ...text("Size") }] },
          `Field "size" needs choices`,
        ],
        [
          {
            fields: [
              FIELDS[1],
              { key: "code", type: "text", pattern: "(a+)+", ...text("Code") },
            ],
          },
          `Field "code" has a pattern that cannot be used. Write a short regular expression without repeated groups, look-around or back references`,
        ],
        [{ department_id: "crmdep_x" }, "Department crmdep_x was not found"],
      ])("is refused with what is wrong with it: %j", async (changes, message) => {
        expect(await admin.refused("forms", form(changes))).toBe(message)
      })

      it("has a handle of its own", async () => {
        await aForm()
        expect(await admin.refused("forms", form())).toBe(
          `There is a form with the handle "repairs" already. Choose another handle`
        )
      })
    })

    describe("a form that was filled in", () => {
      it("is a ticket in its department that carries the answers typed and labelled (B-05, B-16, B-17, D-09)", async () => {
        await aForm()
        const answer = await submit(
          {
            ...ANSWERS,
            name: "Gus Guest",
            phone: "+49 30 123",
            pieces: 2,
            bought_on: "2026-10-01",
            size: "l",
            colours: ["red", "blue"],
            serial: "AB1234",
          },
          { attachment_ids: [await upload()] }
        )
        expect(answer.data.submission).toEqual({
          ticket_number: expect.any(Number),
          message: "Thank you!",
        })
        const ticket = await ticketOf(answer)

        expect(ticket).toMatchObject({
          channel: "form",
          subject: "Repairs",
          department: { id: sales },
          classification: { id: classification },
          requester: { name: "Gus Guest", email: "guest@example.com" },
          created_by_type: "guest",
          customer_id: null,
          awaiting: "agent",
        })
        expect(ticket.custom_fields).toEqual(
          expect.arrayContaining([
            { key: "pieces", label: "Pieces", type: "number", value: 2 },
            { key: "size", label: "Size", type: "choice", value: "l" },
            {
              key: "colours",
              label: "Colours",
              type: "multi_choice",
              value: ["red", "blue"],
            },
            { key: "terms", label: "I agree", type: "consent", value: true },
          ])
        )
        const message = ticket.messages.find(
          ({ kind }: { kind: string }) => kind === "customer"
        )
        expect(message.body_text).toBe(
          [
            "It fell.\nIt broke.\n",
            "Your name: Gus Guest",
            "E-mail: guest@example.com",
            "Telephone: +49 30 123",
            "Pieces: 2",
            "Bought on: 2026-10-01",
            "Size: Large",
            "Colours: red, blue",
            "Serial number: AB1234",
            "I agree: ✓",
          ].join("\n")
        )
        expect(message.attachments).toMatchObject([{ filename: "crack.png" }])
      })

      it("is linked to a customer of that address only as unverified, and My Account does not show it (D-11)", async () => {
        await aForm()
        const mia = await store.shopper("mia@shopper.test")
        const order = await anOrder(getContainer(), {
          email: "mia@shopper.test",
          customerId: mia.id,
        })
        const ticket = await ticketOf(
          await submit({
            ...ANSWERS,
            email: "mia@shopper.test",
            order: `#${order.display_id}`,
          })
        )
        expect(ticket).toMatchObject({
          customer_id: mia.id,
          customer_proof: "address_match",
          orders: [{ order_id: order.id, proof: "address_match" }],
        })
        expect((await store.get("tickets", mia.headers)).data.count).toBe(0)
      })

      it("names another's order as no more than a suggestion", async () => {
        await aForm()
        const order = await anOrder(getContainer(), { email: "victim@shopper.test" })
        const ticket = await ticketOf(
          await submit({ ...ANSWERS, order: String(order.display_id) })
        )
        expect(ticket.orders).toMatchObject([{ proof: "suggestion" }])
      })

      it("by somebody who is logged in is in My Account", async () => {
        await aForm()
        const mia = await store.shopper("mia@shopper.test")

        await submit({ ...ANSWERS, email: "mia@shopper.test" }, {}, mia.headers)
        expect((await store.get("tickets", mia.headers)).data).toMatchObject({
          count: 1,
          tickets: [{ subject: "Repairs", can_reply: true }],
        })
      })

      it("tells subscribers which form it was (C-16)", async () => {
        const { id: form_id } = await aForm()
        const heard: unknown[] = []

        getContainer()
          .resolve(Modules.EVENT_BUS)
          .subscribe("crm_ticket.form_submitted", async ({ data }) => {
            heard.push(data)
          })
        const ticket = await ticketOf(await submit())
        expect(heard).toEqual([
          {
            id: ticket.id,
            form_id,
            email: "guest@example.com",
            name: "",
            customer_id: null,
          },
        ])
      })

      it("is answered the same for a known address and an unknown one (N1)", async () => {
        await aForm()
        await store.shopper("mia@shopper.test")
        const known = await submit({ ...ANSWERS, email: "mia@shopper.test" })
        const unknown = await submit({ ...ANSWERS, email: "nobody@shopper.test" })
        const shape = ({ status, data }: typeof known) => [
          status,
          { ...data.submission, ticket_number: 0 },
        ]
        expect(shape(known)).toEqual(shape(unknown))
      })

      it("takes as long for an address that nobody has (N1)", async () => {
        await aForm()
        await store.shopper("mia@shopper.test")
        const sent = async (email: string) =>
          expect((await submit({ ...ANSWERS, email })).status).toBe(200)
        const ratio = await medianRatio(
          () => sent("mia@shopper.test"),
          () => sent("nobody@shopper.test"),
          forgetLimits
        )
        expect(ratio).toBeGreaterThan(0.9)
        expect(ratio).toBeLessThan(1.1)
      })
    })

    describe("bad input in a form", () => {
      it("is answered with everything that is wrong at once", async () => {
        await aForm()
        expect(
          await refusalTo({
            email: "nobody",
            pieces: 10,
            bought_on: "2026-02-30",
            size: "xl",
            serial: "1234",
            phone: "call me",
          })
        ).toEqual([
          400,
          [
            `"E-mail" is no e-mail address, like name@example.com`,
            `"Telephone" is no telephone number`,
            `"Pieces" has to be at most 9`,
            `"Bought on" is no date, like 2026-12-31`,
            `"Size" has no such choice`,
            `"Serial number" does not have the form that is asked for`,
            `"Message" is missing`,
            `"I agree" has to be agreed to.`,
          ].join(". "),
        ])
      })

      it("unknown keys are refused, in the fields and beside them", async () => {
        await aForm()
        expect(await refusalTo({ ...ANSWERS, is_admin: true })).toEqual([
          400,
          `This form has no field "is_admin"`,
        ])
        expect((await submit(ANSWERS, { status: "closed" })).status).toBe(400)
      })

      it("script in every field stays text", async () => {
        const script = "<img src=x onerror=alert(1)>"

        await aForm()
        const ticket = await ticketOf(
          await submit({ ...ANSWERS, name: script, message: script, product: script })
        )
        expect(ticket.requester.name).toBe(script)
        expect(
          ticket.messages.every(
            ({ body_html }: { body_html: null }) => body_html === null
          )
        ).toBe(true)
      })

      it("more files than asked for are refused", async () => {
        await aForm()
        const attachment_ids = [await upload(), await upload(), await upload()]

        expect(await refusalTo(ANSWERS, { attachment_ids })).toEqual([
          400,
          `"Photos" takes at most 2.`,
        ])
      })
    })

    describe("a field that is declared for tickets", () => {
      const declare = async (body: object = {}) =>
        (
          await admin.post("custom-fields", {
            key: "warranty",
            type: "choice",
            label: "Warranty",
            choices: ["yes", "no"],
            ...body,
          })
        ).custom_field

      it("is filled in and changed on the ticket, and history says so (B-28, C-61)", async () => {
        await declare()
        await declare({
          key: "serial",
          type: "text",
          label: "Serial number",
          choices: [],
        })
        const { ticket } = await admin.post("tickets", {
          email: "mia@shopper.test",
          department_id: sales,
          subject: "Broken",
          body: "We look into it.",
          notify_customer: false,
        })
        const change = (custom_fields: object) =>
          admin.post(`tickets/${ticket.id}`, { custom_fields })

        expect(ticket.custom_fields).toEqual([])
        await change({ warranty: "yes", serial: "AB1234" })
        const changed = (await change({ serial: null })).ticket

        expect(changed.custom_fields).toEqual([
          { key: "warranty", label: "Warranty", type: "choice", value: "yes" },
        ])
        expect(changed.events[0].type).toBe("custom_fields_changed")
        expect(
          await admin.refused(`tickets/${ticket.id}`, {
            custom_fields: { warranty: "maybe" },
          })
        ).toBe(`"Warranty" has no such choice`)
        expect(
          await admin.refused(`tickets/${ticket.id}`, { custom_fields: { nothing: 1 } })
        ).toBe(`There is no field "nothing" on tickets`)
      })

      it("filters the list, and fills saved replies as {{ field.<key> }}", async () => {
        await declare()
        await aForm({
          fields: [
            ...FIELDS,
            {
              key: "warranty",
              type: "choice",
              choices: ["yes", "no"],
              ...text("Warranty?"),
            },
          ],
        })
        const yes = await ticketOf(await submit({ ...ANSWERS, warranty: "yes" }))
        await submit({ ...ANSWERS, warranty: "no" })

        const { tickets } = await admin.get("tickets?custom_field=warranty:yes")
        expect(tickets.map(({ id }: { id: string }) => id)).toEqual([yes.id])

        const { message } = await admin.post(`tickets/${yes.id}/replies`, {
          body_text: "Warranty: {{ field.warranty }}",
        })
        expect(message.body_text).toBe("Warranty: yes")
      })

      it("is offered to shoppers where the merchant says so", async () => {
        const mia = await store.shopper("mia@shopper.test")
        const open = (custom_fields: object) =>
          store.post(
            "tickets",
            { department_id: sales, subject: "Hi", message: "Hello", custom_fields },
            mia.headers
          )
        const { id } = await declare()

        expect((await open({ warranty: "yes" })).data.message).toBe(
          `There is no field "warranty" on tickets`
        )
        await admin.post(`custom-fields/${id}`, { visible_in_store: true })
        const { ticket } = (await open({ warranty: "yes" })).data
        expect((await admin.get(`tickets/${ticket.id}`)).ticket.custom_fields).toEqual([
          { key: "warranty", label: "Warranty", type: "choice", value: "yes" },
        ])
      })

      it("keeps its key and type; a form may not mean something else by it", async () => {
        const { id } = await declare()

        expect(
          await admin.refused("custom-fields", {
            key: "warranty",
            type: "text",
            label: "W",
          })
        ).toBe(`There is a field with the key "warranty" already. Choose another key`)
        expect(
          (
            await refusalOf(
              api.post(`/admin/crm/custom-fields/${id}`, { key: "x" }, ada.headers)
            )
          ).status
        ).toBe(400)
        expect(
          await admin.refused(
            "forms",
            form({ fields: [FIELDS[1], { key: "warranty", type: "text", ...text("W") }] })
          )
        ).toBe(
          `Field "warranty" is a custom field of the type "choice". Use that type here, or another key`
        )
        expect(await admin.delete(`custom-fields/${id}`)).toEqual({
          id,
          object: "custom_field",
          deleted: true,
        })
      })
    })
  },
})
