import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type {
  INotificationModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  removeUserAccountWorkflow,
} from "@medusajs/medusa/core-flows"
import type { AxiosInstance } from "axios"
import { doDueWork } from "../../src/workflows"
import { anAgent, refusalOf, type Agent } from "./support/admin"

type Ticket = {
  id: string
  version: number
  messages: { id: string; kind: string; body_text: string }[]
  events: {
    type: string
    actor: { name: string | null }
    data: Record<string, unknown>
  }[]
} & Record<string, unknown>

/** What colleagues do on one ticket: notes, follow-ups, claims, presence, watching (issue 4). */
medusaIntegrationTestRunner({
  dbName: "crm_http_teamwork",
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
    let cleo: Agent
    let sales: string

    const get = async (path: string, agent: Agent = ada) =>
      (await api.get(`/admin/crm/${path}`, agent.headers)).data
    const post = async (path: string, body: object = {}, agent: Agent = ada) =>
      (await api.post(`/admin/crm/${path}`, body, agent.headers)).data
    const refused = (path: string, body: object, agent: Agent = ada) =>
      refusalOf(api.post(`/admin/crm/${path}`, body, agent.headers))
    const open = async (body: object = {}): Promise<Ticket> =>
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
    const note = (id: string, body: object, agent: Agent = ada) =>
      post(`tickets/${id}/notes`, { body_text: "For the team.", ...body }, agent)
    /** Let go at once: how long a reply can be taken back is another file's story. */
    const reply = async (id: string, agent: Agent = ada) => {
      await post(`departments/${sales}`, { undo_send_seconds: 0 })
      return post(
        `tickets/${id}/replies`,
        { body_text: "Sent today.", status_after: "unchanged" },
        agent
      )
    }
    const noticesOf = async (agent: Agent) =>
      (await get("notices", agent)).notices as {
        kind: string
        ticket: { id: string }
        actor: { name: string } | null
      }[]
    const kindsFor = async (agent: Agent) =>
      (await noticesOf(agent)).map(({ kind }) => kind)
    const bellOf = async (agent: Agent) => {
      const service: INotificationModuleService = getContainer().resolve(
        Modules.NOTIFICATION
      )
      return service.listNotifications({ to: agent.id, channel: "feed" })
    }
    const listed = async (query: string, agent: Agent = ada) =>
      (await get(`tickets?${query}`, agent)).tickets as (Record<string, unknown> & {
        id: string
      })[]
    const typesOf = ({ events }: Ticket) => events.map(({ type }) => type)
    /** Time passes, as the database sees it. */
    const sql = (statement: string, ...bindings: string[]) =>
      getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(statement, bindings)
    const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
    const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString()

    beforeAll(async () => {
      const container = getContainer()
      const agent = (first_name: string) =>
        anAgent(api, container, {
          email: `${first_name.toLowerCase()}@shop.test`,
          first_name,
          last_name: "Agent",
        })
      ada = await agent("Ada")
      bo = await agent("Bo")
      cleo = await agent("Cleo")
      sales = (await post("departments", { private_name: "Sales", public_name: "Sales" }))
        .department.id
    })

    describe("a note", () => {
      it("from a phone call carries its length, and the ticket adds calls up (V-73, V-74, C-36)", async () => {
        const { id } = await open()
        const { message } = await note(id, {
          source: "phone_call",
          duration_seconds: 95,
        })
        await note(id, { source: "phone_call", duration_seconds: 30 })
        const { ticket } = await note(id, { source: "live_chat" })

        expect(message).toMatchObject({ source: "phone_call", duration_seconds: 95 })
        expect(ticket.call_seconds).toBe(125)
      })

      it("tells whom it names and whom it is shown to, each once, and nobody else (M-08, E-14)", async () => {
        const { id } = await open()
        await note(id, {
          body_text: "@Bo Agent, have you seen this? @bo@shop.test",
          notify: [cleo.id, bo.id],
        })

        expect(await noticesOf(bo)).toEqual([
          expect.objectContaining({
            kind: "mentioned",
            ticket: expect.objectContaining({ id }),
            actor: expect.objectContaining({ name: "Ada Agent" }),
          }),
        ])
        expect(await kindsFor(cleo)).toEqual(["notified"])
        expect(await kindsFor(ada)).toEqual([])
        expect(await bellOf(bo)).toEqual([
          expect.objectContaining({
            data: expect.objectContaining({
              title: expect.stringMatching(/^Ada Agent mentioned you on #\d{7}$/),
            }),
          }),
        ])
      })

      it("that names somebody who left is refused, and nothing is written", async () => {
        const { id, version } = await open()
        await removeUserAccountWorkflow(getContainer()).run({
          input: { userId: cleo.id },
        })

        expect(
          await refused(`tickets/${id}/notes`, { body_text: "@Cleo Agent knows." })
        ).toMatchObject({
          status: 400,
          message:
            "Cleo Agent no longer works here and would not read this. Take the mention out, or name somebody else",
        })
        expect(
          (await refused(`tickets/${id}/notes`, { body_text: "x", notify: [cleo.id] }))
            .message
        ).toMatch(/^Cleo Agent no longer works here/)
        expect((await get(`tickets/${id}`)).ticket.version).toBe(version)
      })

      it("that answers to an old version is refused with what is new (E-06)", async () => {
        const { id, version } = await open()
        await note(id, { body_text: "I called her." }, bo)
        const response = await api
          .post(
            `/admin/crm/tickets/${id}/notes`,
            { body_text: "Call her?", expected_version: version },
            ada.headers
          )
          .catch(({ response: refusal }) => refusal)

        expect(response.status).toBe(409)
        expect(response.data).toMatchObject({
          type: "thread_moved",
          messages: [{ body_text: "I called her.", version: version + 1 }],
        })
      })
    })

    describe("a private note (C-58)", () => {
      it("is read by its author alone; the others see that there is one", async () => {
        const { id } = await open()
        const { message } = await note(id, {
          body_text: "Her wedding is a secret.",
          private: true,
        })
        const seenBy = async (agent: Agent) =>
          (await get(`tickets/${id}`, agent)).ticket.messages[0]

        expect(message.body_text).toBe("Her wedding is a secret.")
        expect(await seenBy(ada)).toMatchObject({
          body_text: "Her wedding is a secret.",
          is_hidden: false,
        })
        expect(await seenBy(bo)).toMatchObject({
          kind: "note",
          body_text: "",
          is_hidden: true,
          private_to: { id: ada.id, name: "Ada Agent" },
        })
      })

      it("is found by nobody's search, and stays out of a refusal's newer messages", async () => {
        const { id, version } = await open()
        await note(id, { body_text: "zanzibar", private: true })
        const response = await api
          .post(
            `/admin/crm/tickets/${id}/notes`,
            { body_text: "x", expected_version: version },
            bo.headers
          )
          .catch(({ response: refusal }) => refusal)

        expect(await listed("q=zanzibar", bo)).toEqual([])
        expect(await listed("q=zanzibar", ada)).toEqual([])
        expect(JSON.stringify(response.data)).not.toContain("zanzibar")
      })

      it("names nobody: they could not read it", async () => {
        const { id } = await open()

        expect(
          await refused(`tickets/${id}/notes`, { body_text: "@Bo look", private: true })
        ).toMatchObject({ status: 400, message: expect.stringMatching(/tells nobody/) })
      })

      it("is made of a message later, with its files, and shown again by whoever did so only", async () => {
        const { id } = await open()
        const form = new FormData()
        form.append("files", new Blob(["plan"]), "zeppelin.txt")
        const { data } = await api.post("/admin/crm/attachments", form, ada.headers)
        const { message } = await note(id, {
          body_text: "quokka",
          attachment_ids: [data.attachments[0].id],
        })
        const privacy = `tickets/${id}/messages/${message.id}/privacy`
        const file = `/admin/crm/attachments/${data.attachments[0].id}`
        expect(await listed("q=quokka", bo)).toHaveLength(1)

        await post(privacy, { private: true })
        expect(await listed("q=quokka", bo)).toEqual([])
        expect(await listed("q=zeppelin", bo)).toEqual([])
        expect(await refusalOf(api.get(file, bo.headers))).toMatchObject({
          status: 403,
          message: expect.stringMatching(/another agent keeps private/),
        })
        expect((await api.get(file, ada.headers)).status).toBe(200)
        expect((await refused(privacy, { private: false }, bo)).message).toMatch(
          /is another agent's/
        )

        const shown = await post(privacy, { private: false })
        expect(shown.message.private_to).toBeNull()
        expect(await listed("q=quokka", bo)).toHaveLength(1)
        expect(typesOf(shown.ticket).slice(0, 2)).toEqual(["made_public", "made_private"])
      })
    })

    describe("the sticky note (V-57)", () => {
      it("stands on the ticket and in the list, its author in the history only (K-7)", async () => {
        const { id } = await open()
        const { ticket } = await post(`tickets/${id}`, { sticky_note: "VIP, be kind" })
        const [row] = await listed("", bo)

        expect(ticket.sticky_note).toBe("VIP, be kind")
        expect(row).toMatchObject({ id, sticky_note: "VIP, be kind" })
        expect(JSON.stringify(row)).not.toContain("Ada")
        expect(ticket.events[0]).toMatchObject({
          type: "sticky_note_changed",
          actor: { name: "Ada Agent" },
        })
        expect(
          (await post(`tickets/${id}`, { sticky_note: null })).ticket.sticky_note
        ).toBeNull()
      })
    })

    describe("a follow-up (V-76, V-77)", () => {
      it("comes with a note, and shows when it is due on ticket and list (V-37)", async () => {
        const { id } = await open()
        const due_at = inAnHour()
        const { ticket, message } = await note(id, {
          follow_up: { text: "Call the carrier", due_at, assignee_id: bo.id },
        })

        expect(ticket).toMatchObject({
          next_action_due_at: due_at,
          next_action: "Call the carrier",
          follow_ups: [
            {
              text: "Call the carrier",
              due_at,
              assignee: { id: bo.id, name: "Bo Agent" },
              created_by: { id: ada.id },
              message_id: message.id,
              done_at: null,
            },
          ],
        })
        expect(await listed("order=next_action_due_at")).toEqual([
          expect.objectContaining({ id, next_action: "Call the carrier" }),
        ])
        expect(await kindsFor(bo)).toEqual(["follow_up_assigned"])
      })

      it("stands by itself, is edited, ticked off, reopened and removed, with history", async () => {
        const { id } = await open()
        const first = await post(`tickets/${id}/follow-ups`, {
          text: "Second",
          due_at: inAnHour(),
        })
        const soon = new Date(Date.now() + 60_000).toISOString()
        await post(`tickets/${id}/follow-ups`, { text: "First", due_at: soon })
        const { follow_up } = first
        const path = `follow-ups/${follow_up.id}`

        expect((await get(`tickets/${id}`)).ticket.next_action).toBe("First")
        const edited = await post(path, { text: "Now first", due_at: anHourAgo() })
        expect(edited.ticket.next_action).toBe("Now first")
        const done = await post(path, { done: true }, bo)
        expect(done.follow_up).toMatchObject({ done_by: { name: "Bo Agent" } })
        expect(done.ticket.next_action).toBe("First")
        expect((await post(path, { done: false })).follow_up.done_at).toBeNull()
        const { data } = await api.delete(`/admin/crm/${path}`, ada.headers)
        expect(data).toMatchObject({ object: "follow_up", deleted: true })
        expect(typesOf(data.ticket).slice(0, 6)).toEqual([
          "follow_up_removed",
          "follow_up_reopened",
          "follow_up_done",
          "follow_up_changed",
          "follow_up_added",
          "follow_up_added",
        ])
        expect((await refused(path, { done: true })).status).toBe(404)
      })

      it("reminds once when it is due, also with several instances, and again for a new time", async () => {
        const { id } = await open()
        const { follow_up } = await post(`tickets/${id}/follow-ups`, {
          text: "Call her",
          due_at: anHourAgo(),
          assignee_id: bo.id,
        })
        const container = getContainer()
        await Promise.all([1, 2, 3].map(() => doDueWork(container)))
        await doDueWork(container)
        const due = async () =>
          (await kindsFor(bo)).filter((kind) => kind === "follow_up_due")

        expect(await due()).toHaveLength(1)
        expect(await listed("view=follow_ups_due", bo)).toHaveLength(1)
        expect(await listed("view=follow_ups_due", ada)).toEqual([])
        await post(`follow-ups/${follow_up.id}`, {
          due_at: new Date(Date.now() - 60_000).toISOString(),
        })
        await doDueWork(container)
        expect(await due()).toHaveLength(2)
      })

      it("is listed over all tickets, one's own by `me`", async () => {
        const { id } = await open()
        await post(`tickets/${id}/follow-ups`, { text: "Mine", due_at: inAnHour() })
        await post(`tickets/${id}/follow-ups`, {
          text: "Bo's",
          due_at: inAnHour(),
          assignee_id: bo.id,
        })
        const { follow_ups, count } = await get("follow-ups?user_id=me&done=false", bo)

        expect(count).toBe(1)
        expect(follow_ups[0]).toMatchObject({ text: "Bo's", ticket: { id } })
      })

      it.each([
        [
          "without a text",
          { text: " ", due_at: "2030-01-01T00:00:00Z" },
          400,
          /Say what/,
        ],
        ["without a time", { text: "x" }, 400, /due_at/],
        [
          "for nobody who works here",
          { text: "x", due_at: "2030-01-01T00:00:00Z", assignee_id: "user_none" },
          404,
          /Agent user_none was not found: they may have left/,
        ],
      ])("is refused %s", async (_, body, status, message) => {
        const { id } = await open()
        const refusal = await refused(`tickets/${id}/follow-ups`, body)

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
        expect(
          (await refused(`tickets/${id}/notes`, { body_text: "x", follow_up: body }))
            .status
        ).toBe(status)
        expect((await get(`tickets/${id}`)).ticket.version).toBe(1)
      })
    })

    describe("a claim (V-61)", () => {
      it("answers who had it, and tells them", async () => {
        const { id } = await open()
        expect((await post(`tickets/${id}/claim`)).previous_holder).toBeNull()
        const { ticket, previous_holder } = await post(`tickets/${id}/claim`, {}, bo)

        expect(previous_holder).toEqual({ id: ada.id, name: "Ada Agent" })
        expect(ticket.locked_by).toEqual({ id: bo.id, name: "Bo Agent" })
        expect(await kindsFor(ada)).toEqual(["claim_taken"])
        expect((await listed("", ada))[0].locked_by).toEqual({
          id: bo.id,
          name: "Bo Agent",
        })
      })

      it("made by two at the same moment leaves one holder, and both are told", async () => {
        const { id } = await open()
        const answers = await Promise.all(
          [ada, bo].map((agent) => post(`tickets/${id}/claim`, {}, agent))
        )
        const { ticket } = await get(`tickets/${id}`)
        const [loser, winner] = ticket.locked_by.id === bo.id ? [ada, bo] : [bo, ada]
        const told = answers.map(({ previous_holder }) => previous_holder?.id ?? null)

        expect(told.sort()).toEqual([loser.id, null].sort())
        expect(await kindsFor(loser)).toEqual(["claim_taken"])
        expect(await kindsFor(winner)).toEqual([])
      })
    })

    describe("My Tickets (V-88)", () => {
      it("holds what is claimed, and what is kept although it was closed (V-70)", async () => {
        const claimed = await open()
        const kept = await open()
        const let_go = await open()
        await post(`tickets/${claimed.id}/claim`)
        await post(`tickets/${let_go.id}/claim`)
        await post(`tickets/${let_go.id}`, { status: "closed" })
        const { ticket } = await note(kept.id, {
          body_text: "x",
          status_after: "closed",
        })
        expect(ticket.kept_in_my_tickets).toBe(false)
        const answered = await post(`tickets/${kept.id}/replies`, {
          body_text: "Done.",
          status_after: "closed",
          keep_in_my_tickets: true,
        })

        expect(answered.ticket).toMatchObject({
          status: { category: "closed" },
          kept_in_my_tickets: true,
        })
        expect((await listed("view=mine")).map(({ id }) => id).sort()).toEqual(
          [claimed.id, kept.id].sort()
        )
        expect(await listed("view=mine", bo)).toEqual([])
        await post(`tickets/${kept.id}/release`)
        expect((await listed("view=mine")).map(({ id }) => id)).toEqual([claimed.id])
      })
    })

    describe("presence (E-06)", () => {
      const beat = (id: string, agent: Agent, writing = false) =>
        post(`tickets/${id}/presence`, { writing }, agent)

      it("shows who has the ticket open and who writes, in ticket and list, but not oneself", async () => {
        const { id, version } = await open()
        expect(await beat(id, ada)).toEqual({ viewers: [], version })
        expect((await beat(id, bo, true)).viewers).toEqual([
          { id: ada.id, name: "Ada Agent", writing: false },
        ])
        const writing = [{ id: bo.id, name: "Bo Agent", writing: true }]

        expect((await get(`tickets/${id}`)).ticket.viewers).toEqual(writing)
        expect((await listed("", ada))[0].viewers).toEqual(writing)
        expect((await beat(id, ada)).viewers).toEqual(writing)
      })

      it("ends when the page is left, and when its signs stop", async () => {
        const { id } = await open()
        await beat(id, bo)
        await post(`tickets/${id}/presence`, { leaving: true }, bo)
        expect((await beat(id, ada)).viewers).toEqual([])

        await beat(id, bo)
        await sql(
          `update crm_ticket_presence set expires_at = now() where user_id = ?`,
          bo.id
        )
        expect((await beat(id, ada)).viewers).toEqual([])
        expect((await listed("", ada))[0].viewers).toEqual([])
      })

      it("tells that the thread moved", async () => {
        const { id, version } = await open()
        await note(id, {}, bo)

        expect((await beat(id, ada)).version).toBe(version + 1)
      })

      it("asks for a ticket and for a person", async () => {
        const { result } = await createApiKeysWorkflow(getContainer()).run({
          input: {
            api_keys: [{ title: "x", type: "secret", created_by: ada.id }],
          },
        })
        const key = { auth: { username: result[0].token, password: "" } }
        const { id } = await open()

        expect((await refused("tickets/tick_none/presence", {})).message).toBe(
          "Ticket tick_none was not found"
        )
        expect(
          await refusalOf(api.post(`/admin/crm/tickets/${id}/presence`, {}, key))
        ).toMatchObject({ status: 400, message: expect.stringMatching(/nobody's hands/) })
      })
    })

    describe("an agent who waits for a solution (V-58)", () => {
      const wait = (id: string, agent: Agent) =>
        post(`tickets/${id}/watch`, { watch: true, once: true }, agent)

      it("is told of the next answer, once, and has it to review until it is (V-89)", async () => {
        const { id } = await open()
        expect((await wait(id, bo)).ticket.watching).toMatchObject({ once: true })
        expect(await listed("view=solutions_to_review", bo)).toHaveLength(1)
        await note(id, {})
        expect(await kindsFor(bo)).toEqual([])
        await reply(id)
        await reply(id)

        expect(await kindsFor(bo)).toEqual(["solution"])
        const { ticket } = await get(`tickets/${id}`, bo)
        expect(ticket.watching).toEqual({
          following: false,
          once: false,
          answered_at: expect.any(String),
        })
        expect(await listed("view=solutions_to_review", bo)).toHaveLength(1)
        expect(await listed("view=solutions_to_review", ada)).toEqual([])
        await post(`tickets/${id}/watch`, { watch: false, once: true }, bo)
        expect(await listed("view=solutions_to_review", bo)).toEqual([])
      })
    })

    describe("a follower", () => {
      it("is told of each answer and not of their own, until they stop", async () => {
        const { id } = await open()
        await post(`tickets/${id}/watch`, { watch: true }, bo)
        await reply(id)
        await reply(id, bo)
        await reply(id)
        const { ticket } = await post(`tickets/${id}/watch`, { watch: false }, bo)
        await reply(id)

        expect(await kindsFor(bo)).toEqual(["followed_reply", "followed_reply"])
        expect(ticket).toMatchObject({ watchers: [], watching: { following: false } })
        expect(typesOf(ticket)[0]).toBe("unwatched")
      })

      it("stops without taking back what they wait for", async () => {
        const { id } = await open()
        await post(`tickets/${id}/watch`, { watch: true }, bo)
        await post(`tickets/${id}/watch`, { watch: true, once: true }, bo)
        const { ticket } = await post(
          `tickets/${id}/watch`,
          { watch: false, once: false },
          bo
        )

        expect(ticket.watching).toMatchObject({ following: false, once: true })
      })
    })

    describe("colleagues in copy (M-46)", () => {
      it("are informed when the ticket is written, the assignee too, and have no task", async () => {
        const ticket = await open({ inform: [bo.id], assignee_id: cleo.id })
        await reply(ticket.id)

        expect(ticket.watchers).toEqual([{ id: bo.id, name: "Bo Agent", kind: "copy" }])
        expect(await kindsFor(bo)).toEqual(["copied"])
        expect(await kindsFor(cleo)).toEqual(["assigned"])
        expect(await listed("view=assigned_to_me", bo)).toEqual([])
      })

      it("are informed later, each once", async () => {
        const { id } = await open()
        await post(`tickets/${id}/inform`, { user_ids: [bo.id] })
        const { ticket } = await post(`tickets/${id}/inform`, {
          user_ids: [bo.id, cleo.id],
        })

        expect(await kindsFor(bo)).toEqual(["copied"])
        expect(ticket.events[0]).toMatchObject({
          type: "colleagues_informed",
          data: { user_ids: [cleo.id] },
        })
        expect(
          (await refused(`tickets/${id}/inform`, { user_ids: ["user_none"] })).message
        ).toBe("Agent user_none was not found: they may have left. Choose somebody else")
      })
    })

    describe("notices", () => {
      it("are unread until they are read, for a ticket or all", async () => {
        const first = await open()
        const second = await open()
        await note(first.id, { notify: [bo.id] })
        await note(second.id, { notify: [bo.id] })

        expect((await get("notices?unread=true", bo)).unread_count).toBe(2)
        expect(await post("notices/read", { ticket_id: first.id }, bo)).toEqual({
          unread_count: 1,
        })
        expect(await post("notices/read", {}, bo)).toEqual({ unread_count: 0 })
        expect((await get("notices", bo)).count).toBe(2)
      })

      it("go by mail as the agent wishes, where the shop can", async () => {
        expect(await get("notices/settings", bo)).toEqual({
          notice_settings: { mail: "all", can_mail: false },
        })
        await post("notices/settings", { mail: "mentions" }, bo)

        expect((await get("notices/settings", bo)).notice_settings.mail).toBe("mentions")
        expect((await get("notices/settings", ada)).notice_settings.mail).toBe("all")
      })

      it("never fail the action, and are told later when the bell was broken", async () => {
        const { id } = await open()
        const service: INotificationModuleService = getContainer().resolve(
          Modules.NOTIFICATION
        )
        const broken = jest
          .spyOn(service, "createNotifications")
          .mockRejectedValue(new Error("the bell is broken"))
        const { message } = await note(id, { notify: [bo.id] })
        broken.mockRestore()

        expect(message.kind).toBe("note")
        expect(await bellOf(bo)).toEqual([])
        await sql(`update crm_notice set claimed_until = now() where user_id = ?`, bo.id)
        await doDueWork(getContainer())
        await doDueWork(getContainer())
        expect(await bellOf(bo)).toHaveLength(1)
      })
    })
  },
})
