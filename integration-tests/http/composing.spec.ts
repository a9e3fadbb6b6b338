import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"
import type { AxiosInstance } from "axios"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { sweepUploadsWorkflow } from "../../src/workflows"
import { replyToTicketWorkflow } from "../../src/workflows/tickets/reply-to-ticket"
import { anAgent, refusalOf, type Agent } from "./support/admin"
import { anOrder } from "./support/order"

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64"
)

medusaIntegrationTestRunner({
  dbName: "crm_http_composing",
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
    const upload = async (name: string, content: Buffer | string) => {
      const form = new FormData()

      form.append("files", new Blob([content]), name)
      return (await api.post("/admin/crm/attachments", form, ada.headers)).data
        .attachments[0]
    }
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

    describe("a draft", () => {
      it("is found again with all its fields, by its author alone (E-09)", async () => {
        const { id } = await open()
        const file = await upload("offer.pdf", "%PDF-1.7")
        const fields = {
          body_text: "Dear Mia",
          body_html: "<p>Dear <strong>Mia</strong></p>",
          to: ["mia@shopper.test"],
          cc: ["half-an-addr"],
          bcc: [],
          attachment_ids: [file.id],
          signature_id: null,
          status_after: "pending",
          expected_version: 1,
          note: { body_text: "She called.", source: "phone_call", duration_seconds: 61 },
        }
        await post(`tickets/${id}/draft`, fields)

        const { draft } = await get(`tickets/${id}/draft`)
        expect(draft).toMatchObject({ ...fields, revision: 1, ticket_changes: [] })
        expect(draft.attachments).toEqual([file])
        expect((await get(`tickets/${id}`)).ticket.draft).toEqual(draft)
        expect(await get(`tickets/${id}/draft`, bo)).toEqual({ draft: null })
      })

      it("of another device is not overwritten by an older page", async () => {
        const { id } = await open()
        await post(`tickets/${id}/draft`, { body_text: "On the phone", revision: 0 })
        await post(`tickets/${id}/draft`, {
          body_text: "On the phone, more",
          revision: 1,
        })

        const response = await api
          .post(
            `/admin/crm/tickets/${id}/draft`,
            { body_text: "At the desk", revision: 1 },
            ada.headers
          )
          .catch(({ response: refusal }) => refusal)

        expect(response.status).toBe(409)
        expect(response.data).toMatchObject({
          type: "draft_moved",
          message: expect.stringMatching(/changed, sent or discarded on another page/),
          draft: { body_text: "On the phone, more", revision: 2 },
        })
      })

      it("ends with the reply it becomes, in one transaction, and a late save does not bring it back", async () => {
        const { id } = await open()
        await post(`tickets/${id}/draft`, { body_text: "Dear Mia", revision: 0 })
        await reply(id, { body_text: "Dear Mia" })

        expect(await get(`tickets/${id}/draft`)).toEqual({ draft: null })
        const late = await refused(`tickets/${id}/draft`, {
          body_text: "Dear Mia",
          revision: 1,
        })
        expect(late.status).toBe(409)
        expect(await get(`tickets/${id}/draft`)).toEqual({ draft: null })
      })

      it("keeps the note beside a reply that was sent, and the reply beside a note", async () => {
        const { id } = await open()
        const both = { body_text: "Dear Mia", note: { body_text: "She called." } }
        await post(`tickets/${id}/draft`, both)
        await reply(id, { body_text: "Dear Mia" })

        expect((await get(`tickets/${id}/draft`)).draft).toMatchObject({
          note: both.note,
        })
        expect((await get(`tickets/${id}/draft`)).draft.body_text).toBeUndefined()
        await post(`tickets/${id}/notes`, { body_text: "She called." })
        expect(await get(`tickets/${id}/draft`)).toEqual({ draft: null })
      })

      it("stays when the reply is refused, and comes back when a hook takes it back", async () => {
        const { id, version } = await open()
        await post(`tickets/${id}/draft`, { body_text: "Dear Mia" })
        await reply(id, { body_text: "I have it." }, bo)
        const refusal = await refused(`tickets/${id}/replies`, {
          body_text: "Dear Mia",
          expected_version: version,
        })

        expect(refusal.type).toBe("thread_moved")
        expect((await get(`tickets/${id}/draft`)).draft.body_text).toBe("Dear Mia")

        const posted = await helpdesk().postMessage({
          ticket_id: id,
          kind: "agent",
          actor: { type: "user", id: ada.id },
          from_name: "Ada",
          body_text: "Dear Mia",
          is_mailed: true,
        })
        expect(await get(`tickets/${id}/draft`)).toEqual({ draft: null })
        await helpdesk().withdrawMessage(posted)
        expect((await get(`tickets/${id}/draft`)).draft.body_text).toBe("Dear Mia")
      })

      it("outlives its ticket's closing, moving, merging and deleting, and says so", async () => {
        const ticket = await open()
        const other = await open()
        await post(`tickets/${ticket.id}/draft`, { body_text: "Dear Mia" })
        const changes = async () =>
          (await get(`tickets/${ticket.id}/draft`)).draft.ticket_changes

        await post(`tickets/${ticket.id}`, { status: "closed" })
        expect(await changes()).toEqual(["closed"])
        await post(`tickets/${ticket.id}`, { department_id: returns })
        expect(await changes()).toEqual(["closed", "moved"])
        await post(`tickets/${other.id}/merge`, { ticket_ids: [ticket.id] })
        expect(await changes()).toEqual(["merged", "closed", "moved"])
        await post(`tickets/${other.id}/unmerge`, { ticket_id: ticket.id })
        await remove(`tickets/${ticket.id}`)
        expect(await changes()).toEqual(["deleted", "closed", "moved"])

        // What is typed after that is kept too: the page may not know yet.
        await post(`tickets/${ticket.id}/draft`, { body_text: "Dear Mia, more" })
        expect((await get("drafts")).drafts).toEqual([
          expect.objectContaining({
            ticket: {
              id: ticket.id,
              number: ticket.number,
              subject: "Where is my parcel?",
            },
            excerpt: "Dear Mia, more",
          }),
        ])
        expect(await remove(`tickets/${ticket.id}/draft`)).toEqual({
          id: ticket.id,
          object: "draft",
          deleted: true,
        })
        expect((await get("drafts")).drafts).toEqual([])
      })

      it("keeps its files from being swept", async () => {
        const { id } = await open()
        const [kept, shown, unused] = await Promise.all([
          upload("kept.txt", "x"),
          upload("shown.png", PNG),
          upload("unused.txt", "y"),
        ])
        await post(`tickets/${id}/draft`, {
          body_html: `<p><img src="cid:${shown.id}@inline"></p>`,
          note: { attachment_ids: [kept.id] },
        })
        const { result } = await sweepUploadsWorkflow(getContainer()).run({
          input: { hours: 0 },
        })

        expect(result.deleted).toBe(1)
        expect((await get(`tickets/${id}/draft`)).draft.attachments).toEqual([kept])
        expect(
          await refusalOf(api.get(`/admin/crm/attachments/${unused.id}`, ada.headers))
        ).toMatchObject({ status: 404 })
      })

      it.each([
        ["with unknown keys", { priority: 1 }, 400, /priority/],
        [
          "of more than two million letters",
          { body_text: "x".repeat(2_000_001) },
          400,
          /body_text/,
        ],
      ])("%s is refused", async (_, body, status, message) => {
        const { id } = await open()
        const refusal = await refused(`tickets/${id}/draft`, body)

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
      })

      it("of an unknown ticket is refused, and of nobody in person", async () => {
        expect(await refused("tickets/tick_none/draft", {})).toMatchObject({
          status: 404,
        })
        expect(
          await refusalOf(api.get("/admin/crm/tickets/tick_none/draft", ada.headers))
        ).toMatchObject({ status: 404 })
      })
    })

    describe("a formatted reply", () => {
      it("keeps what survives mail, shows its pictures, and has a text beside it (C-55)", async () => {
        const { id } = await open()
        const picture = await upload("lid.png", PNG)
        const { message } = await reply(id, {
          body_html: `<p>See <strong>this</strong>:</p><ul><li>lid</li></ul><p><img src="cid:${picture.id}@inline"></p>`,
        })

        expect(message.body_text).toBe("See this:\n\n- lid")
        expect(message.body_html).toContain(`src="cid:${picture.id}@inline"`)
        expect(message.attachments).toEqual([
          expect.objectContaining({
            id: picture.id,
            content_id: `${picture.id}@inline`,
            inline: true,
          }),
        ])
      })

      it("leaves as plain text where the department wants it so (K-11, V-109)", async () => {
        const { department } = await post(`departments/${sales}`, {
          plain_text_only: true,
        })
        const ticket = await open()
        const { message } = await reply(ticket.id, {
          body_html: "<p>On its <strong>way</strong>.</p>",
        })

        expect(department.plain_text_only).toBe(true)
        expect(ticket.plain_text_only).toBe(true)
        expect(message).toMatchObject({ body_html: null, body_text: "On its way." })
      })

      it("of two megabytes is taken as text, and refused as HTML with what to do", async () => {
        const { id } = await open()
        const long = "x".repeat(1_999_000)

        expect((await reply(id, { body_text: long })).message.body_text).toHaveLength(
          1_999_000
        )
        const refusal = await refused(`tickets/${id}/replies`, {
          body_html: `<p>${long}</p>`,
        })
        expect(refusal).toMatchObject({ status: 400 })
        expect(refusal.message).toMatch(/Switch to plain text, or send it as a file/)
      })
    })

    describe("whom a reply goes to", () => {
      it("is the requester alone; a reply to all adds who is in copy (E-12)", async () => {
        const { recipients } = await open({ cc: ["ben@home.test"] })

        expect(recipients).toEqual({
          reply: { to: ["mia@shopper.test"], cc: [] },
          reply_all: { to: ["mia@shopper.test"], cc: ["ben@home.test"] },
        })
      })

      it("can be somebody else, who takes part from then on; a blind copy does not", async () => {
        const { id } = await open()
        const { message, ticket } = await reply(id, {
          body_text: "Please have a look.",
          to: ["Depot@partner.test"],
          bcc: ["boss@shop.test"],
        })

        expect(message.to).toEqual(["depot@partner.test"])
        expect(ticket.requester.email).toBe("mia@shopper.test")
        expect(
          ticket.participants.map(({ email, role }: Record<string, string>) => [
            email,
            role,
          ])
        ).toEqual([
          ["mia@shopper.test", "requester"],
          ["depot@partner.test", "cc"],
        ])
      })
    })

    describe("signatures", () => {
      const sign = async (body: object = {}, agent: Agent = ada) =>
        (await post("signatures", { title: "Short", body_text: "Ada", ...body }, agent))
          .signature

      it("end an agent's replies by themselves, the department's own first (V-71, V-92)", async () => {
        await sign({ body_text: "Ada, everywhere", is_default: true })
        await sign({
          body_text: "Ada, returns",
          is_default: true,
          department_id: returns,
        })
        const inSales = await open()
        const inReturns = await open({ department_id: returns })
        const signatureOf = async (id: string, agent?: Agent) =>
          (await reply(id, { body_text: "x" }, agent)).message.signature_text

        expect(await signatureOf(inSales.id)).toBe("Ada, everywhere")
        expect(await signatureOf(inReturns.id)).toBe("Ada, returns")
        expect(await signatureOf(inSales.id, bo)).toBe("")
        expect(inSales.messages[0].signature_text).toBe("Ada, everywhere")
      })

      it("are chosen for a reply or a note, as many as there are (V-65, V-93)", async () => {
        await sign({ is_default: true })
        const long = await sign({ title: "Long", body_html: "<p>Ada <b>Agent</b></p>" })
        const { id } = await open()
        const signed = async (path: string, body: object) =>
          (await post(`tickets/${id}/${path}`, { body_text: "x", ...body })).message
            .signature_text

        expect(await signed("replies", { signature_id: long.id })).toBe("Ada Agent")
        expect(await signed("replies", { signature_id: null })).toBe("")
        expect(await signed("notes", {})).toBe("")
        expect(await signed("notes", { signature_id: long.id })).toBe("Ada Agent")
      })

      it("have one default each: the new one takes over", async () => {
        const first = await sign({ is_default: true })
        const second = await sign({ title: "Second", is_default: true })
        const { signatures } = await get("signatures?user_id=me")

        expect(
          signatures.map(({ id, is_default }: Record<string, unknown>) => [
            id,
            is_default,
          ])
        ).toEqual([
          [second.id, true],
          [first.id, false],
        ])
      })

      it("are listed with whose they are, changed by another admin user, and deleted (V-91)", async () => {
        const { id } = await sign()
        const { signature } = await post(`signatures/${id}`, { title: "Ada's" }, bo)

        expect(signature).toMatchObject({
          title: "Ada's",
          body_text: "Ada",
          user: { id: ada.id, name: "Ada Agent" },
        })
        expect(await get("signatures?user_id=me", bo)).toMatchObject({ count: 0 })
        expect(await remove(`signatures/${id}`)).toEqual({
          id,
          object: "signature",
          deleted: true,
        })
        expect(
          await refusalOf(api.get(`/admin/crm/signatures/${id}`, ada.headers))
        ).toMatchObject({ status: 404 })
      })

      it("of another agent end nobody's reply by mistake", async () => {
        const { id: foreign } = await sign()
        const { id } = await open()
        const refusal = await refused(
          `tickets/${id}/replies`,
          { body_text: "x", signature_id: foreign },
          bo
        )

        expect(refusal.status).toBe(404)
        expect((await get(`tickets/${id}`)).ticket.version).toBe(1)
      })

      it.each([
        ["without a text", { title: "x" }, 400, /needs a text/],
        ["without a title", { body_text: "x" }, 400, /title/],
        [
          "for an unknown user",
          { title: "x", body_text: "y", user_id: "user_none" },
          404,
          /user_none/,
        ],
        [
          "for an unknown department",
          { title: "x", body_text: "y", department_id: "crmdep_none" },
          404,
          /crmdep_none/,
        ],
        [
          "with an unknown variable",
          { title: "x", body_text: "{{ agent.mood }}" },
          400,
          /no variable "agent\.mood"/,
        ],
        ["with unknown keys", { title: "x", body_text: "y", color: 1 }, 400, /color/],
      ])("are refused %s", async (_, body, status, message) => {
        const refusal = await refused("signatures", body)

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
      })
    })

    describe("saved replies", () => {
      const save = async (body: object = {}, agent: Agent = ada) =>
        (
          await post(
            "saved-replies",
            {
              title: "Lost parcel",
              body_text: "It is lost.",
              scope: "everyone",
              ...body,
            },
            agent
          )
        ).saved_reply
      const titles = async (query: string, agent: Agent = ada) =>
        (await get(`saved-replies?${query}`, agent)).saved_replies.map(
          ({ title }: { title: string }) => title
        )

      it("are seen by whom they are for (E-08)", async () => {
        const { team } = await post("teams", { name: "Night", user_ids: [ada.id] })
        await save({ title: "Everyone" })
        await save({ title: "Mine", scope: "personal" })
        await save({ title: "Of the team", scope: "team", team_id: team.id })
        await save({ title: "Of returns", scope: "department", department_id: returns })

        expect(await titles("")).toEqual([
          "Everyone",
          "Mine",
          "Of returns",
          "Of the team",
        ])
        expect(await titles("", bo)).toEqual(["Everyone", "Of returns"])
        expect(await titles(`department_id=${sales}`, bo)).toEqual(["Everyone"])
        expect(await titles(`department_id=${returns}`, bo)).toEqual([
          "Everyone",
          "Of returns",
        ])
        await post(`teams/${team.id}`, { user_ids: [ada.id, bo.id] })
        expect(await titles("", bo)).toContain("Of the team")
      })

      it("are found by words of their title and text, the title first", async () => {
        await save({ title: "A wrong size", body_text: "Send the parcel back." })
        await save({ title: "Parcel lost", body_text: "We look for it." })
        await save({ title: "100 % cotton", body_text: "No polyester." })

        expect(await titles("q=parcel")).toEqual(["Parcel lost", "A wrong size"])
        expect(await titles("q=back%20send")).toEqual(["A wrong size"])
        expect(await titles(`q=${encodeURIComponent("100 %")}`)).toEqual(["100 % cotton"])
        expect(await titles("q=_")).toEqual([])
      })

      it("bring their files into each message anew", async () => {
        const [form, picture] = [
          await upload("form.pdf", "%PDF-1.7"),
          await upload("lid.png", PNG),
        ]
        const saved = await save({
          body_html: `<p>Here: <img src="cid:${picture.id}@inline"></p>`,
          attachment_ids: [form.id],
        })
        const { id } = await open()
        const messages = []

        for (let uses = 0; uses < 2; uses++) {
          const used = await post(`saved-replies/${saved.id}/use`)

          messages.push(
            (
              await reply(id, {
                body_html: used.saved_reply.body_html,
                attachment_ids: used.attachments.map((file: { id: string }) => file.id),
              })
            ).message
          )
        }
        for (const message of messages) {
          expect(
            message.attachments
              .map(({ filename, inline }: Record<string, unknown>) => [filename, inline])
              .sort()
          ).toEqual([
            ["form.pdf", false],
            ["lid.png", true],
          ])
        }
        expect((await get(`saved-replies/${saved.id}`)).saved_reply.attachments).toEqual([
          form,
        ])
        expect(
          await refused(`tickets/${id}/replies`, {
            body_text: "x",
            attachment_ids: [form.id],
          })
        ).toMatchObject({ status: 400 })
      })

      it("are changed and deleted; somebody's own are nobody else's", async () => {
        const mine = await save({ scope: "personal" })
        const { saved_reply } = await post(`saved-replies/${mine.id}`, { title: "Gone" })

        expect(saved_reply).toMatchObject({ title: "Gone", body_text: "It is lost." })
        for (const refusal of [
          await refused(`saved-replies/${mine.id}`, { title: "x" }, bo),
          await refused(`saved-replies/${mine.id}/use`, {}, bo),
          await refusalOf(api.delete(`/admin/crm/saved-replies/${mine.id}`, bo.headers)),
        ]) {
          expect(refusal.status).toBe(404)
        }
        expect(await remove(`saved-replies/${mine.id}`)).toEqual({
          id: mine.id,
          object: "saved_reply",
          deleted: true,
        })
        expect(await titles("")).toEqual([])
      })

      it.each([
        [
          "with a variable that does not exist",
          { body_text: "{{ order.tax }}" },
          400,
          /no variable "order\.tax"/,
        ],
        ["without a text", { body_text: " " }, 400, /needs a text/],
        ["of a team that is not named", { scope: "team" }, 400, /team_id/],
        [
          "of an unknown team",
          { scope: "team", team_id: "crmteam_none" },
          404,
          /Team crmteam_none/,
        ],
        [
          "of an unknown department",
          { scope: "department", department_id: "crmdep_none" },
          404,
          /Department crmdep_none/,
        ],
        [
          "with an unknown file",
          { attachment_ids: ["crmatt_none"] },
          400,
          /Upload it again/,
        ],
        ["with an unknown scope", { scope: "planet" }, 400, /scope/],
      ])("are refused %s", async (_, body, status, message) => {
        const refusal = await refused("saved-replies", {
          title: "x",
          body_text: "y",
          scope: "everyone",
          ...body,
        })

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
      })
    })

    describe("variables", () => {
      it("become what they stand for as the reply is sent, escaped in HTML (X-04)", async () => {
        const { result } = await createCustomersWorkflow(getContainer()).run({
          input: {
            customersData: [
              {
                email: "mia@shopper.test",
                first_name: `<b>"Mia"</b>`,
                last_name: "Moon",
              },
            ],
          },
        })
        const order = await anOrder(getContainer(), {
          email: "mia@shopper.test",
          customerId: result[0].id,
        })
        const { id, number } = await open({
          customer_id: result[0].id,
          order_id: order.id,
        })
        const { message } = await reply(id, {
          body_html:
            "<p>Dear {{ customer.first_name }}, {{ order.number }} ({{ order.items }}) costs {{ order.total }}. #{{ ticket.number }}, {{ agent.first_name }} of {{ department.name }}{{ order.tracking_links | default: &quot;!&quot; }}</p>",
        })

        expect(message.body_html).toBe(
          `<p>Dear &lt;b&gt;&quot;Mia&quot;&lt;/b&gt;, #${order.display_id} (1 × Teapot) costs €35.00. #${number}, Ada of Sales team!</p>`
        )
        expect(message.body_text).toBe(
          `Dear <b>"Mia"</b>, #${order.display_id} (1 × Teapot) costs €35.00. #${number}, Ada of Sales team!`
        )
      })

      it("stand in the subject and the text of a new ticket, its own number too (C-57)", async () => {
        const ticket = await open({
          subject: "{{ customer.first_name }}, your request {{ ticket.number }}",
          body: "About: {{ ticket.subject }}",
        })

        expect(ticket.subject).toBe(`Mia, your request ${ticket.number}`)
        expect(ticket.messages[0].body_text).toBe(
          `About: Mia, your request ${ticket.number}`
        )
        expect((await get(`tickets?q=${ticket.number}`)).count).toBe(1)
      })

      it("that say nothing hold the reply back, each spot named (X-04 AC2)", async () => {
        const { id } = await open()
        await post(`tickets/${id}/draft`, { body_text: "kept" })
        const refusal = await refused(`tickets/${id}/replies`, {
          body_text: "{{ order.number }}, {{ customer.mood }}, {{ customer.email }}",
        })

        expect(refusal).toMatchObject({
          status: 400,
          type: "unresolved_variables",
          message: expect.stringMatching(
            /Nothing was sent: order\.number has no value here\. No order is linked/
          ),
          variables: [
            {
              field: "body",
              name: "order.number",
              source: "{{ order.number }}",
              reason: "empty",
            },
            { field: "body", name: "customer.mood", reason: "unknown" },
          ],
        })
        const { ticket } = await get(`tickets/${id}`)
        expect(ticket.version).toBe(1)
        expect(ticket.draft.body_text).toBe("kept")

        const unopened = await refused("tickets", {
          email: "mia@shopper.test",
          department_id: sales,
          subject: "{{ order.number }}",
          body: "x",
        })
        expect(unopened).toMatchObject({
          type: "unresolved_variables",
          variables: [{ field: "subject", name: "order.number" }],
        })
        expect((await get("tickets")).count).toBe(1)
      })

      it.each(["suggestion", "address_match"] as const)(
        "say nothing of an order whose proof is %s, until an agent links it (X-01 AC2)",
        async (proof) => {
          const order = await anOrder(getContainer(), { email: "mia@shopper.test" })
          const { id } = await open()
          await helpdesk().linkOrder(
            id,
            { order_id: order.id, display_id: String(order.display_id), proof },
            { type: "system", id: null }
          )
          const body = { body_text: "It costs {{ order.total }}." }
          const refusal = await refused(`tickets/${id}/replies`, body)

          expect(refusal.type).toBe("unresolved_variables")
          expect(refusal.message).toMatch(
            /Nobody checked that order #\d+ is the customer's/
          )
          expect(refusal.message).not.toMatch(/35/)
          await post(`tickets/${id}/orders`, { order_id: order.id })
          expect((await reply(id, body)).message.body_text).toBe("It costs €35.00.")
        }
      )

      it("speak of the order that was linked last, or of the one that is chosen", async () => {
        const { id } = await open()
        const [first, last] = [
          await anOrder(getContainer(), { email: "mia@shopper.test" }),
          await anOrder(getContainer(), { email: "mia@shopper.test" }),
        ]
        for (const { id: order_id } of [first, last]) {
          await post(`tickets/${id}/orders`, { order_id })
        }
        const numberOn = async (query: string) =>
          (await get(`tickets/${id}/variables${query}`)).variables.find(
            ({ name }: { name: string }) => name === "order.number"
          ).value
        const body_text = "About {{ order.number }}"

        expect(await numberOn("")).toBe(`#${last.display_id}`)
        expect(await numberOn(`?order_id=${first.id}`)).toBe(`#${first.display_id}`)
        expect(await numberOn("?order_id=order_of_nobody")).toBeNull()
        expect(
          (await reply(id, { body_text, order_id: first.id })).message.body_text
        ).toBe(`About #${first.display_id}`)
        expect((await reply(id, { body_text })).message.body_text).toBe(
          `About #${last.display_id}`
        )
      })

      it("are shown with their values on a ticket, before anything is sent", async () => {
        const { id, number } = await open()
        const { variables, order_remark } = await get(`tickets/${id}/variables`)
        const valueOf = (name: string) =>
          variables.find((one: { name: string }) => one.name === name).value

        expect(variables.length).toBeGreaterThanOrEqual(25)
        expect(valueOf("ticket.number")).toBe(String(number))
        expect(valueOf("order.total")).toBeNull()
        expect(order_remark).toMatch(/link one beside it/)
      })
    })

    it("a reply by workflow needs no more than it did", async () => {
      const { id } = await open()
      const { result } = await replyToTicketWorkflow(getContainer()).run({
        input: {
          ticket_id: id,
          actor: { type: "system", id: null },
          body_text: "Sent by a script.",
        },
      })

      expect(result.ticket_id).toBe(id)
    })
  },
})
