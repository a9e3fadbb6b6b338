import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import type { IncomingMail } from "../../src/modules/helpdesk/records/incoming-mail"
import { MAIL_MODULE } from "../../src/modules/mail"
import { doDueWork, drainOutbox } from "../../src/workflows"
import { aDesk } from "../support/desk"
import { anAgent, refusalOf, type Agent } from "./support/admin"

/** Snooze, undo send and scheduled send (E-10, E-11, X-14 AC3). Time is moved, never waited for. */
medusaIntegrationTestRunner({
  dbName: "crm_http_sending_later",
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
    let department_id: string
    let sink: Awaited<ReturnType<typeof startSink>>
    let people = 0

    const startSink = async () =>
      (await import("../support/smtp-sink.mjs")).startSmtpSink()
    const helpdesk = () => getContainer().resolve(HELPDESK_MODULE)
    const get = async (path: string, agent: Agent = ada) =>
      (await api.get(`/admin/crm/${path}`, agent.headers)).data
    const post = async (path: string, body: object = {}, agent: Agent = ada) =>
      (await api.post(`/admin/crm/${path}`, body, agent.headers)).data
    const refused = (path: string, body: object = {}, agent: Agent = ada) =>
      refusalOf(api.post(`/admin/crm/${path}`, body, agent.headers))
    /** A ticket of a customer nobody else writes to, with nothing mailed yet. */
    const open = async (body: object = {}) => {
      const { ticket } = await post("tickets", {
        email: `mia${++people}@shopper.test`,
        department_id,
        subject: "Where is my parcel?",
        body: "Noted on the phone.",
        notify_customer: false,
        status_after: "open",
        ...body,
      })
      return ticket
    }
    const reply = (id: string, body: object = {}, agent: Agent = ada) =>
      post(`tickets/${id}/replies`, { body_text: "It left today.", ...body }, agent)
    const ticketOf = async (id: string) => (await get(`tickets/${id}`)).ticket
    const drain = () => drainOutbox(getContainer())
    const mailsTo = (address: string) =>
      sink.mails.filter(({ to }) => to.includes(address))
    /** As if its time had come. */
    const makeDue = (messageId: string) =>
      helpdesk().updateCrmTicketMessages({ id: messageId, held_until: new Date(0) })
    const outboxOf = (messageId: string) =>
      getContainer()
        .resolve(MAIL_MODULE)
        .listCrmOutboundMails({ reference_id: messageId })
    let mails = 0
    const customerWrites = async (
      { number, requester }: { number: number; requester: { email: string } },
      changes: Partial<IncomingMail> = {}
    ) =>
      helpdesk().receiveMails([
        {
          inbound_mail_id: `imail_${++mails}`,
          mail_account_id: "macc_1",
          department_id,
          from: { name: "Mia", email: requester.email },
          to: ["support@shop.test"],
          cc: [],
          subject: `Re: [#${number}] Parcel`,
          body_text: "Thank you!",
          body_html: null,
          signature_text: "",
          quoted_text: "",
          message_id: `${mails}@shopper.test`,
          references: [],
          signed: [],
          automated: null,
          sender_check: "none",
          sender_claim: null,
          reply_to: [],
          is_often_answered: false,
          problems: [],
          customer: null,
          orders: [],
          attachments: [],
          ...changes,
        },
      ])
    const inHours = (hours: number) =>
      new Date(Date.now() + hours * 3_600_000).toISOString()

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
      sink = await startSink()
      const desk = await aDesk(container, {
        imap: { host: "127.0.0.1", port: 9, username: "support", password: "x" },
        smtp: sink,
      })
      department_id = desk.departmentId
      await post(`departments/${department_id}`, { status_after_reply: "closed" })
    })
    afterAll(() => sink.stop())

    describe("a reply", () => {
      it("is held on the server and leaves by itself when its seconds are over (X-14 AC3)", async () => {
        const ticket = await open()
        const { message, undo } = await reply(ticket.id)

        expect(undo).toEqual(expect.any(String))
        expect(message).toMatchObject({ hold: "undo", delivery: { state: "held" } })
        expect(Date.parse(message.send_at) - Date.parse(message.created_at)).toBeCloseTo(
          15_000,
          -3
        )
        expect((await get("outbound-mails?state=held")).outbound_mails).toEqual([
          expect.objectContaining({ reference_id: message.id }),
        ])
        await drain()
        expect(mailsTo(ticket.requester.email)).toEqual([])

        await makeDue(message.id)
        await drain()
        expect(mailsTo(ticket.requester.email)).toHaveLength(1)
        await drain()
        expect(mailsTo(ticket.requester.email)).toHaveLength(1)
        expect((await ticketOf(ticket.id)).messages[0]).toMatchObject({
          id: message.id,
          hold: null,
          delivery: { state: "sent", error: null },
        })
      })

      it("that is undone is gone, its ticket as before, its text back to go on with", async () => {
        const { id, requester, ...before } = await open()
        await post(`tickets/${id}/claim`)
        const claimed = await ticketOf(id)
        const { message, undo, ticket } = await reply(id, {
          body_html: "<p>It <b>left</b> today.</p>",
          body_text: undefined,
          cc: ["friend@shopper.test"],
          status_after: "closed",
          keep_in_my_tickets: true,
          follow_up: { text: "Ask again", due_at: inHours(2) },
        })
        expect(ticket).toMatchObject({
          status: { category: "closed" },
          reply_count: before.reply_count + 1,
          next_action: "Ask again",
        })

        const undone = await post(`undo/${undo}`)
        await makeDue(message.id).catch(() => undefined)
        await drain()

        expect(undone.draft).toMatchObject({
          body_html: "<p>It <b>left</b> today.</p>",
          body_text: "It left today.",
          cc: ["friend@shopper.test"],
          status_after: "closed",
        })
        expect(undone.ticket).toMatchObject({
          status: claimed.status,
          locked_by: claimed.locked_by,
          awaiting: claimed.awaiting,
          reply_count: claimed.reply_count,
          messages: claimed.messages,
          participants: claimed.participants,
          follow_ups: [],
          next_action: null,
          kept_in_my_tickets: false,
          last_message_at: claimed.last_message_at,
        })
        expect(undone.ticket.events[0].type).toBe("reply_taken_back")
        expect(mailsTo(requester.email)).toEqual([])
        expect(await outboxOf(message.id)).toEqual([])
        expect((await get("tickets?q=left")).count).toBe(0)
      })

      it("takes its files back with it, for the next try", async () => {
        const form = new FormData()
        form.append("files", new Blob(["lid"]), "lid.txt")
        const { data } = await api.post("/admin/crm/attachments", form, ada.headers)
        const [{ id: file }] = data.attachments
        const { id } = await open()
        const { undo } = await reply(id, { attachment_ids: [file] })
        const { draft } = await post(`undo/${undo}`)

        expect(draft.attachments).toEqual([
          { id: file, filename: "lid.txt", mime_type: expect.any(String), size: 3 },
        ])
        expect(
          (await reply(id, { attachment_ids: [file] })).message.attachments
        ).toHaveLength(1)
      })

      it("that has left cannot be undone, and says so", async () => {
        const { id } = await open()
        const { message, undo } = await reply(id)
        await makeDue(message.id)
        await drain()

        expect(await refused(`undo/${undo}`)).toMatchObject({
          status: 400,
          message:
            "The mail has left already: it cannot be taken back. Write another one instead",
        })
        expect((await ticketOf(id)).messages[0].id).toBe(message.id)
      })

      it("is either sent or undone when both happen at the same moment", async () => {
        for (let round = 0; round < 5; round++) {
          const { id, requester } = await open()
          const { message, undo } = await reply(id)
          await makeDue(message.id)
          const [, undone] = await Promise.all([
            drain(),
            post(`undo/${undo}`).then(
              () => true,
              () => false
            ),
          ])
          await drain()

          expect(mailsTo(requester.email)).toHaveLength(undone ? 0 : 1)
          expect((await ticketOf(id)).messages.map((m: { id: string }) => m.id)).toEqual(
            undone
              ? [expect.not.stringMatching(message.id)]
              : [message.id, expect.any(String)]
          )
        }
      })

      it("undone after the customer wrote keeps her words and what they changed", async () => {
        const ticket = await open()
        const { undo } = await reply(ticket.id)
        await customerWrites(ticket)
        const { ticket: after } = await post(`undo/${undo}`)

        expect(after).toMatchObject({
          status: { category: "open" },
          awaiting: "agent",
          reply_count: ticket.reply_count,
        })
        expect(after.messages.map(({ kind }: { kind: string }) => kind)).toEqual([
          "customer",
          "agent",
        ])
      })

      it("that was undone refuses nobody, and hides no later message from whoever read it", async () => {
        const ticket = await open()
        const { undo, ticket: withReply } = await reply(ticket.id)
        await post(`undo/${undo}`)

        // Bo had read up to before the reply: nothing of it is left to be read.
        await post(
          `tickets/${ticket.id}/notes`,
          { body_text: "Fine.", expected_version: ticket.version },
          bo
        )
        // Whoever had read the reply has not read this note.
        const response = await api
          .post(
            `/admin/crm/tickets/${ticket.id}/notes`,
            { body_text: "x", expected_version: withReply.version },
            ada.headers
          )
          .catch(({ response: refusal }) => refusal)

        expect(response.status).toBe(409)
        expect(response.data.messages).toEqual([
          expect.objectContaining({ body_text: "Fine." }),
        ])
      })

      it("tells followers when it leaves, and nobody when it is undone", async () => {
        const { id } = await open()
        const unread = async () => (await get("notices?unread=true", bo)).unread_count
        await post(`tickets/${id}/watch`, { watch: true }, bo)
        await post(`undo/${(await reply(id)).undo}`)
        expect(await unread()).toBe(0)

        const { message } = await reply(id)
        expect(await unread()).toBe(0)
        await makeDue(message.id)
        await drain()
        expect(await unread()).toBe(1)
      })

      it("is held as long as its department says, and not at all with nothing", async () => {
        await post(`departments/${department_id}`, { undo_send_seconds: 0 })
        const { id } = await open()
        const { message, undo } = await reply(id)

        expect(undo).toBeUndefined()
        expect(message).toMatchObject({ hold: null, delivery: { state: "queued" } })
        await post(`departments/${department_id}`, { undo_send_seconds: 60 })
        const held = (await reply(id)).message
        expect(Date.parse(held.send_at) - Date.parse(held.created_at)).toBeCloseTo(
          60_000,
          -3
        )
        expect(
          (await refused(`departments/${department_id}`, { undo_send_seconds: 61 }))
            .message
        ).toMatch(/undo_send_seconds/)
      })

      it("stays held when its mail account is removed meanwhile", async () => {
        const { id } = await open()
        const { message } = await reply(id)
        const [account] = await getContainer()
          .resolve(MAIL_MODULE)
          .listCrmMailAccounts({})
        await api.delete(`/admin/crm/mail-accounts/${account.id}`, ada.headers)

        expect((await ticketOf(id)).messages[0].delivery.state).toBe("held")
        await makeDue(message.id)
        await drain()
        expect((await ticketOf(id)).messages[0].delivery).toEqual({
          state: "waiting",
          error: expect.stringContaining("No mail account sends"),
          failures: [],
        })
      })
    })

    describe("a scheduled reply (E-10)", () => {
      const schedule = (id: string, body: object = {}) =>
        reply(id, { send_at: inHours(48), status_after: "closed", ...body })

      it("waits with its ticket unchanged, and is said when it leaves", async () => {
        const { requester, ...ticket } = await open()
        const { message, ticket: waiting } = await schedule(ticket.id)

        expect(message).toMatchObject({
          hold: "scheduled",
          version: null,
          delivery: { state: "held" },
        })
        expect(waiting).toMatchObject({
          status: { category: "open" },
          reply_count: ticket.reply_count,
          version: ticket.version,
          awaiting: ticket.awaiting,
        })
        await drain()
        expect(mailsTo(requester.email)).toEqual([])

        await makeDue(message.id)
        await drain()
        expect(mailsTo(requester.email)).toHaveLength(1)
        expect(await ticketOf(ticket.id)).toMatchObject({
          status: { category: "closed" },
          reply_count: ticket.reply_count + 1,
          version: ticket.version + 1,
          awaiting: "customer",
        })
      })

      it("leaves with the department that the ticket moved to meanwhile", async () => {
        const { requester, id } = await open()
        const { message } = await schedule(id)
        const other = await aDesk(getContainer(), {
          imap: { host: "127.0.0.1", port: 9, username: "returns", password: "x" },
          smtp: sink,
          address: "returns@shop.test",
        })
        await post(`tickets/${id}`, { department_id: other.departmentId })
        await makeDue(message.id)
        await drain()

        expect(mailsTo(requester.email)[0].from).toBe("returns@shop.test")
      })

      it("is not sent but asked about when the customer writes first", async () => {
        const ticket = await open()
        const { message } = await schedule(ticket.id)
        await customerWrites(ticket)
        await makeDue(message.id)
        await drain()
        const { messages, events } = await ticketOf(ticket.id)

        expect(mailsTo(ticket.requester.email)).toEqual([])
        expect(messages).toContainEqual(
          expect.objectContaining({ id: message.id, hold: "asked" })
        )
        expect(events[0].type).toBe("reply_asked")
        expect((await get("notices")).notices[0]).toMatchObject({ kind: "reply_asked" })

        const sent = await post(`tickets/${ticket.id}/scheduled-replies/${message.id}`, {
          send_at: null,
        })
        await drain()
        expect(sent.ticket.messages[0].id).toBe(message.id)
        expect(mailsTo(ticket.requester.email)).toHaveLength(1)
      })

      it("is taken out of the way when that was wished, and kept to be sent after all", async () => {
        const ticket = await open()
        const { message } = await schedule(ticket.id, { if_customer_writes: "cancel" })
        await customerWrites(ticket)
        await makeDue(message.id)
        await drain()
        const cancelled = (await ticketOf(ticket.id)).messages.find(
          ({ id }: { id: string }) => id === message.id
        )

        expect(mailsTo(ticket.requester.email)).toEqual([])
        expect(cancelled).toMatchObject({ delivery: { state: "cancelled" } })
        const { data } = await api.delete(
          `/admin/crm/tickets/${ticket.id}/scheduled-replies/${message.id}`,
          ada.headers
        )
        expect(data.draft.body_text).toBe("It left today.")
      })

      it("is not stopped by a machine's mail", async () => {
        const ticket = await open()
        const { message } = await schedule(ticket.id)
        await customerWrites(ticket, { automated: "auto_reply" })
        await makeDue(message.id)
        await drain()

        expect(mailsTo(ticket.requester.email)).toHaveLength(1)
      })

      it("gets another time, is sent now, or is taken back", async () => {
        const { id, requester } = await open()
        const first = (await schedule(id)).message
        const path = `tickets/${id}/scheduled-replies`
        const later = inHours(72)
        expect(
          (await post(`${path}/${first.id}`, { send_at: later })).message.send_at
        ).toBe(later)
        expect((await outboxOf(first.id))[0].due_at.toISOString()).toBe(later)

        await post(`${path}/${first.id}`, { send_at: null })
        await drain()
        expect(mailsTo(requester.email)).toHaveLength(1)
        expect((await refused(`${path}/${first.id}`, { send_at: later })).message).toBe(
          "This reply has left already"
        )

        const second = (await schedule(id)).message
        const { data } = await api.delete(`/admin/crm/${path}/${second.id}`, ada.headers)
        expect(data).toMatchObject({
          id: second.id,
          object: "scheduled_reply",
          deleted: true,
          draft: { body_text: "It left today.", status_after: "closed" },
        })
        expect(
          data.ticket.messages.map((message: { id: string }) => message.id)
        ).not.toContain(second.id)
        await drain()
        expect(mailsTo(requester.email)).toHaveLength(1)
      })

      it("that comes along with a merge counts on its new ticket when it leaves", async () => {
        const survivor = await open()
        const other = await open()
        const { message } = await schedule(other.id)
        const merged = (
          await post(`tickets/${survivor.id}/merge`, { ticket_ids: [other.id] })
        ).ticket

        // One message came that was said: the other is still to be said.
        expect(merged).toMatchObject({
          reply_count: survivor.reply_count + other.reply_count,
          version: survivor.version + 1,
          awaiting: survivor.awaiting,
        })
        expect(merged.last_message_at < message.created_at).toBe(true)
        await makeDue(message.id)
        await drain()
        expect(await ticketOf(survivor.id)).toMatchObject({
          reply_count: merged.reply_count + 1,
          version: merged.version + 1,
          awaiting: "customer",
        })
      })

      it("that is split off counts on neither ticket before it leaves", async () => {
        const ticket = await open()
        const { message } = await schedule(ticket.id)
        const { ticket: split } = await post(`tickets/${ticket.id}/split`, {
          message_id: message.id,
        })

        expect(split).toMatchObject({ reply_count: 0, version: 0, awaiting: "none" })
        const source = await ticketOf(ticket.id)
        expect(source).toMatchObject({
          reply_count: ticket.reply_count,
          version: ticket.version,
        })
        expect(source.last_message_at < message.created_at).toBe(true)
        await makeDue(message.id)
        await drain()
        expect(await ticketOf(split.id)).toMatchObject({ reply_count: 1, version: 1 })
      })

      it("leaves it open who is awaited while it waits", async () => {
        const { id, awaiting } = await open()

        await schedule(id)
        await post(`tickets/${id}`, { status: "closed" })
        expect((await post(`tickets/${id}`, { status: "open" })).ticket.awaiting).toBe(
          awaiting
        )
      })

      it("is given up when its ticket was deleted, and its author is told", async () => {
        const { id, requester } = await open()
        const { message } = await schedule(id)
        const { data } = await api.delete(`/admin/crm/tickets/${id}`, ada.headers)
        await makeDue(message.id)
        await drain()
        await post(`undo/${data.undo}`)

        expect(mailsTo(requester.email)).toEqual([])
        expect((await ticketOf(id)).messages[0].delivery).toEqual({
          state: "cancelled",
          error: "Its ticket was deleted or merged before the time came",
          failures: [],
        })
        expect((await get("notices")).notices[0].kind).toBe("reply_cancelled")
      })

      it.each([
        ["in the past", () => inHours(-1), /The reply cannot be sent at .* in the past/],
        ["in two years", () => inHours(24 * 731), /more than a year ahead/],
        ["at no time at all", () => "tomorrow", /Invalid ISO datetime/],
      ])("is refused %s", async (_, at, message) => {
        const { id, version } = await open()
        const refusal = await refused(`tickets/${id}/replies`, {
          body_text: "x",
          send_at: at(),
        })

        expect(refusal.status).toBe(400)
        expect(refusal.message).toMatch(message)
        expect(await ticketOf(id)).toMatchObject({ version, messages: [{}] })
      })
    })

    describe("a snoozed ticket (E-11)", () => {
      const snooze = (id: string, until: string | null) =>
        post(`tickets/${id}/snooze`, { until })
      const makeAwake = (id: string) =>
        helpdesk().updateCrmTickets({ id, snoozed_until: new Date(0) })

      it("sleeps as waited for, in a view of its own, and not in the way", async () => {
        const { id } = await open()
        const until = inHours(20)
        const { ticket } = await snooze(id, until)

        expect(ticket).toMatchObject({
          snoozed_until: until,
          snoozed_by: { name: "Ada Agent" },
          status: { category: "pending" },
        })
        expect((await get("tickets?view=snoozed")).tickets).toEqual([
          expect.objectContaining({ id, snoozed_until: until }),
        ])
        expect((await get("tickets?snoozed=false")).count).toBe(0)
      })

      it("wakes when its time comes, once, and tells whoever put it to sleep", async () => {
        const { id } = await open()
        await snooze(id, inHours(1))
        await doDueWork(getContainer())
        expect((await ticketOf(id)).snoozed_until).not.toBeNull()

        await makeAwake(id)
        await Promise.all([1, 2, 3].map(() => doDueWork(getContainer())))
        const { events, ...ticket } = await ticketOf(id)

        expect(ticket).toMatchObject({
          snoozed_until: null,
          status: { category: "open" },
        })
        expect(
          events.filter(({ type }: { type: string }) => type === "woken")
        ).toHaveLength(1)
        expect((await get("notices")).notices).toEqual([
          expect.objectContaining({ kind: "snooze_ended" }),
        ])
      })

      it("wakes when the customer writes, and offers the time that was cut short", async () => {
        const ticket = await open()
        const until = inHours(20)
        await snooze(ticket.id, until)
        await customerWrites(ticket)
        const woken = await ticketOf(ticket.id)

        expect(woken).toMatchObject({
          snoozed_until: null,
          snooze_cut_short: until,
          status: { category: "open" },
          awaiting: "agent",
        })
        expect((await snooze(ticket.id, until)).ticket).toMatchObject({
          snoozed_until: until,
          snooze_cut_short: null,
        })
      })

      it("sleeps on when a machine writes", async () => {
        const ticket = await open()
        await snooze(ticket.id, inHours(20))
        await customerWrites(ticket, { automated: "auto_reply" })

        expect((await ticketOf(ticket.id)).snoozed_until).not.toBeNull()
      })

      it("is woken by hand, and by any other status", async () => {
        const { id } = await open()
        await snooze(id, inHours(20))
        expect((await snooze(id, null)).ticket).toMatchObject({
          snoozed_until: null,
          status: { category: "open" },
        })
        await snooze(id, inHours(20))
        const { ticket } = await post(`tickets/${id}`, { status: "closed" })
        expect(ticket.snoozed_until).toBeNull()
      })

      it("is undone as if it had not slept", async () => {
        const ticket = await open({ status_after: "on_hold" })
        const before = await ticketOf(ticket.id)
        const { undo } = await snooze(ticket.id, inHours(20))
        const after = (await post(`undo/${undo}`)).ticket

        expect({ ...after, events: null }).toEqual({ ...before, events: null })
      })

      it.each([
        ["into the past", () => inHours(-1), /The ticket cannot sleep at .* in the past/],
        ["for two years", () => inHours(24 * 731), /more than a year ahead/],
      ])("is refused %s", async (_, until, message) => {
        const { id } = await open()
        const refusal = await refused(`tickets/${id}/snooze`, { until: until() })

        expect(refusal.status).toBe(400)
        expect(refusal.message).toMatch(message)
      })
    })
  },
})
