import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AxiosInstance } from "axios"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import type { IncomingMail } from "../../src/modules/helpdesk/records/incoming-mail"
import { anAgent, refusalOf, type Agent } from "./support/admin"
import { anIncomingMail } from "./support/mail"
import { anOrder } from "./support/order"

type Ticket = {
  id: string
  number: number
  subject: string
  version: number
  reply_count: number
  awaiting: string
  status: { category: string }
  requester: { email: string }
  order_ids: string[]
  merged_into: { id: string; number: number } | null
  merged_tickets: { id: string; number: number }[]
  related: { id: string; kind: string }[]
  messages: {
    id: string
    body_text: string
    attachments: { filename: string }[]
    merged_from: { id: string } | null
  }[]
  events: { type: string; data: Record<string, unknown>; undo: string | null }[]
  participants: { email: string; role: string }[]
  locked_by: { id: string } | null
  department: { id: string }
}

medusaIntegrationTestRunner({
  dbName: "crm_http_several_tickets",
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

    const get = async (path: string) =>
      (await api.get(`/admin/crm/${path}`, ada.headers)).data
    const post = async (path: string, body: object = {}, agent: Agent = ada) =>
      (await api.post(`/admin/crm/${path}`, body, agent.headers)).data
    const refused = (path: string, body: object = {}) =>
      refusalOf(api.post(`/admin/crm/${path}`, body, ada.headers))
    const ticketOf = async (id: string): Promise<Ticket> =>
      (await get(`tickets/${id}`)).ticket
    const numbers = async (query = "") =>
      (await get(`tickets?${query}`)).tickets.map(({ number }: Ticket) => number)
    const texts = ({ messages }: Ticket) => messages.map(({ body_text }) => body_text)
    const types = ({ events }: Ticket) => events.map(({ type }) => type)

    /** A mail on the desk, by the way mails come. */
    const receive = async (changes: Partial<IncomingMail> = {}) => {
      const [received] = await getContainer()
        .resolve(HELPDESK_MODULE)
        .receiveMails([anIncomingMail(sales, changes)])

      return received
    }
    const aTicket = async (changes: Partial<IncomingMail> = {}): Promise<Ticket> =>
      ticketOf((await receive(changes)).ticket_id)
    const bob = { name: "Bob Blue", email: "bob@shopper.test" }

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
        (await post("departments", { private_name: name, public_name: name })).department
          .id
      sales = await department("Sales")
      returns = await department("Returns")
    })

    describe("merging (E-04)", () => {
      it("brings messages, people, orders and history of several tickets into one", async () => {
        const order = await anOrder(getContainer(), { email: bob.email })
        const survivor = await aTicket({ body_text: "First." })
        const second = await aTicket({ body_text: "Second.", from: bob })
        const third = await aTicket({ body_text: "Third." })
        await post(`tickets/${second.id}/orders`, { order_id: order.id })
        await post(`tickets/${second.id}/replies`, {
          body_text: "Answer.",
          status_after: "open",
        })
        const { ticket, undo } = await post(`tickets/${survivor.id}/merge`, {
          ticket_ids: [second.id, third.id],
        })

        expect(undo).toEqual(expect.any(String))
        expect(texts(ticket).sort()).toEqual(["Answer.", "First.", "Second.", "Third."])
        expect(ticket.order_ids).toEqual([order.id])
        expect(ticket.participants).toEqual(
          expect.arrayContaining([
            expect.objectContaining({ email: "mia@shopper.test", role: "requester" }),
            expect.objectContaining({ email: bob.email, role: "cc" }),
          ])
        )
        expect(ticket).toMatchObject({ reply_count: 1, version: 4, awaiting: "customer" })
        expect(ticket.merged_tickets.map(({ id }: Ticket) => id)).toEqual([
          second.id,
          third.id,
        ])
        expect(types(ticket)).toEqual(
          expect.arrayContaining(["merged", "order_linked", "created"])
        )
      })

      it("leaves the others with a way to the survivor, and out of every list", async () => {
        const survivor = await aTicket()
        const other = await aTicket()
        await post(`tickets/${survivor.id}/merge`, { ticket_ids: [other.id] })

        expect((await ticketOf(other.id)).merged_into).toEqual({
          id: survivor.id,
          number: survivor.number,
        })
        expect(await numbers()).toEqual([survivor.number])
        expect(await numbers("awaiting=agent")).toEqual([survivor.number])
        expect(await numbers(`q=${other.number}`)).toEqual([survivor.number])
        expect(
          (await refused(`tickets/${other.id}/replies`, { body_text: "x" })).message
        ).toBe(`Ticket #${other.number} was merged into another one. Go on there`)
        expect(
          (await refusalOf(api.delete(`/admin/crm/tickets/${other.id}`, ada.headers)))
            .message
        ).toMatch(/was merged into another one/)
      })

      it("takes later mail to either number or thread on the survivor", async () => {
        const survivor = await aTicket()
        const { ticket_id, ticket_number } = await receive({
          from: bob,
          message_id: "bobs-first@shopper.test",
        })
        await post(`tickets/${survivor.id}/merge`, { ticket_ids: [ticket_id] })
        const byNumber = await receive({
          from: bob,
          subject: `Re: [#${ticket_number}] parcel`,
          body_text: "By number.",
        })
        const byThread = await receive({
          from: bob,
          references: ["bobs-first@shopper.test"],
          body_text: "By thread.",
        })
        const toSurvivor = await receive({ subject: `[#${survivor.number}] parcel` })

        expect([byNumber, byThread, toSurvivor].map(({ ticket_id: id }) => id)).toEqual(
          Array(3).fill(survivor.id)
        )
      })

      it("opens a closed survivor again for a question that still waits", async () => {
        const survivor = await aTicket()
        const other = await aTicket()
        await post(`tickets/${survivor.id}`, { status: "closed" })
        const { ticket } = await post(`tickets/${survivor.id}/merge`, {
          ticket_ids: [other.id],
        })

        expect(ticket).toMatchObject({ status: { category: "open" }, awaiting: "agent" })
        const { ticket: apart } = await post(`tickets/${survivor.id}/unmerge`, {
          ticket_id: other.id,
        })
        expect(apart.status.category).toBe("closed")
      })

      it("is done by one of two agents who do it at the same second in opposite ways", async () => {
        const [a, b] = [await aTicket(), await aTicket()]
        const outcomes = await Promise.allSettled([
          post(`tickets/${a.id}/merge`, { ticket_ids: [b.id] }, ada),
          post(`tickets/${b.id}/merge`, { ticket_ids: [a.id] }, bo),
        ])

        expect(outcomes.map(({ status }) => status).sort()).toEqual([
          "fulfilled",
          "rejected",
        ])
        expect(await numbers()).toHaveLength(1)
        const [{ id }] = (await get("tickets")).tickets
        expect((await ticketOf(id)).messages).toHaveLength(2)
      })

      it("refuses a reply to a thread that a merge brought messages to", async () => {
        const survivor = await aTicket()
        const other = await aTicket()
        await post(`tickets/${survivor.id}/merge`, { ticket_ids: [other.id] })

        expect(
          await refused(`tickets/${survivor.id}/replies`, {
            body_text: "Late.",
            expected_version: survivor.version,
          })
        ).toMatchObject({ status: 409, type: "thread_moved" })
      })

      it.each([
        ["into itself", (a: Ticket) => [a.id], 400, /cannot be merged into itself/],
        [
          "with an unknown one",
          () => ["tick_none"],
          404,
          /Ticket tick_none was not found/,
        ],
        ["with nothing", () => [], 400, /ticket_ids/],
      ])("is refused %s, and changes nothing", async (_, ids, status, message) => {
        const a = await aTicket()
        const b = await aTicket()
        const refusal = await refused(`tickets/${a.id}/merge`, {
          ticket_ids: [...(ids(a).length ? [b.id] : []), ...ids(a)],
        })

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
        expect((await ticketOf(b.id)).merged_into).toBeNull()
        expect((await ticketOf(a.id)).messages).toHaveLength(1)
      })
    })

    describe("taking a merge back (E-05, X-14 AC1)", () => {
      const merged = async () => {
        const survivor = await aTicket({ body_text: "Mine." })
        const other = await aTicket({ body_text: "Bob's.", from: bob })
        const { undo } = await post(`tickets/${survivor.id}/merge`, {
          ticket_ids: [other.id],
        })
        return { survivor, other, undo }
      }

      it("gives back what came along and keeps what was written since", async () => {
        const { survivor, other } = await merged()
        await post(`tickets/${survivor.id}/replies`, {
          body_text: "Since.",
          status_after: "open",
        })
        const { ticket } = await post(`tickets/${survivor.id}/unmerge`, {
          ticket_id: other.id,
        })
        const back = await ticketOf(other.id)

        expect(texts(ticket)).toEqual(["Since.", "Mine."])
        expect(texts(back)).toEqual(["Bob's."])
        expect(back.merged_into).toBeNull()
        expect(ticket.merged_tickets).toEqual([])
        expect(ticket.participants.map(({ email }: { email: string }) => email)).toEqual([
          "mia@shopper.test",
        ])
        expect(types(ticket)[0]).toBe("unmerged")
        expect(types(back)[0]).toBe("unmerged_from")
        expect((await numbers()).sort()).toEqual([survivor.number, other.number].sort())
        expect(await numbers(`q=${other.number}`)).toEqual([other.number])
      })

      it("works by the token, and takes the customer's later mail to her own ticket again", async () => {
        const { survivor, other, undo } = await merged()
        const { ticket } = await post(`undo/${undo}`)
        const later = await receive({ from: bob, subject: `[#${other.number}]` })

        expect(ticket.id).toBe(survivor.id)
        expect(texts(ticket)).toEqual(["Mine."])
        expect(later.ticket_id).toBe(other.id)
        expect(ticket.events[0]).toMatchObject({
          type: "undone",
          data: { kind: "merge" },
        })
      })

      it("keeps a person in the survivor who wrote there since", async () => {
        const { survivor, other, undo } = await merged()
        await receive({ from: bob, subject: `[#${other.number}]`, body_text: "More." })
        const { ticket } = await post(`undo/${undo}`)

        expect(texts(ticket)).toEqual(["More.", "Mine."])
        expect(
          ticket.participants.map(({ email }: { email: string }) => email)
        ).toContain(bob.email)
        expect(texts(await ticketOf(other.id))).toEqual(["Bob's."])
        expect(ticket.id).toBe(survivor.id)
      })

      it("follows a chain: what is in the last survivor comes out of it", async () => {
        const { survivor: middle, other: first } = await merged()
        const last = await aTicket({ body_text: "Last." })
        await post(`tickets/${last.id}/merge`, { ticket_ids: [middle.id] })

        expect(texts(await ticketOf(last.id)).sort()).toEqual([
          "Bob's.",
          "Last.",
          "Mine.",
        ])
        await post(`tickets/${last.id}/unmerge`, { ticket_id: first.id })
        expect(texts(await ticketOf(first.id))).toEqual(["Bob's."])
        await post(`tickets/${last.id}/unmerge`, { ticket_id: middle.id })
        expect(texts(await ticketOf(middle.id))).toEqual(["Mine."])
        expect(texts(await ticketOf(last.id))).toEqual(["Last."])
      })

      it("is refused for a ticket that is not in it, and by a token whose merge is gone", async () => {
        const { survivor, other, undo } = await merged()
        const stranger = await aTicket()

        expect(
          (await refused(`tickets/${survivor.id}/unmerge`, { ticket_id: stranger.id }))
            .message
        ).toBe(
          `Ticket #${stranger.number} is not merged into #${survivor.number}. Reload the page to see where it is`
        )
        await post(`tickets/${survivor.id}/unmerge`, { ticket_id: other.id })
        expect(await refused(`undo/${undo}`)).toMatchObject({
          status: 400,
          message: "These tickets were taken apart already. Nothing was undone",
        })
      })
    })

    describe("splitting (E-05)", () => {
      const twoMatters = async () => {
        const { ticket_id } = await receive({ message_id: "one@shopper.test" })
        const { message_id } = await receive({
          references: ["one@shopper.test"],
          message_id: "two@shopper.test",
          body_text: "And another thing.",
          attachments: [
            {
              id: `crmatt_${Math.random().toString(36).slice(2)}`,
              file_id: "file_1",
              filename: "photo.png",
              mime_type: "image/png",
              size: 3,
              sha256: "x",
              content_id: null,
              inline: false,
            },
          ],
        })
        return { ticket_id, message_id }
      }

      it("makes a ticket of a message with its files, linked to where it was", async () => {
        const { ticket_id, message_id } = await twoMatters()
        const { ticket, undo } = await post(`tickets/${ticket_id}/split`, {
          message_id,
          subject: "The other thing",
        })
        const source = await ticketOf(ticket_id)

        expect(undo).toEqual(expect.any(String))
        expect(ticket).toMatchObject({
          subject: "The other thing",
          status: { category: "open" },
          awaiting: "agent",
          requester: { email: "mia@shopper.test" },
          version: 1,
          channel: "email",
          related: [{ id: ticket_id, kind: "split_from" }],
        })
        expect(ticket.messages).toMatchObject([
          { id: message_id, attachments: [{ filename: "photo.png" }] },
        ])
        expect(texts(source)).toEqual(["It has not come."])
        expect(source.related).toMatchObject([{ id: ticket.id, kind: "split_off" }])
        expect(types(source)[0]).toBe("split_off")
        expect(await numbers("q=photo.png")).toEqual([ticket.number])
      })

      it("sends answers to the split message to the new ticket", async () => {
        const { ticket_id, message_id } = await twoMatters()
        const { ticket } = await post(`tickets/${ticket_id}/split`, { message_id })
        const later = await receive({ references: ["two@shopper.test"] })
        const first = await receive({ references: ["one@shopper.test"] })

        expect([later.ticket_id, first.ticket_id]).toEqual([ticket.id, ticket_id])
      })

      it("undone, gives back the message and what was written since (X-14 AC1)", async () => {
        const { ticket_id, message_id } = await twoMatters()
        const split = await post(`tickets/${ticket_id}/split`, { message_id })
        await receive({ references: ["two@shopper.test"], body_text: "Since." })
        const { ticket } = await post(`undo/${split.undo}`)

        expect(ticket.id).toBe(ticket_id)
        expect(texts(ticket)).toEqual([
          "Since.",
          "And another thing.",
          "It has not come.",
        ])
        expect(ticket.related).toEqual([])
        expect((await ticketOf(split.ticket.id)).merged_into?.id).toBe(ticket_id)
      })

      it.each([
        ["the only message", 400, /This is the only message of ticket #\d+/],
        ["another ticket's message", 404, /was not found on ticket #\d+/],
      ])("is refused for %s", async (what, status, message) => {
        const a = await aTicket()
        const b = await twoMatters()
        const refusal = await refused(`tickets/${a.id}/split`, {
          message_id: what === "the only message" ? a.messages[0].id : b.message_id,
        })

        expect(refusal.status).toBe(status)
        expect(refusal.message).toMatch(message)
      })
    })

    describe("tickets that belong together (V-60, K-8)", () => {
      it("are linked and unlinked from either side", async () => {
        const [a, b] = [await aTicket(), await aTicket({ subject: "Other" })]
        const { ticket } = await post(`tickets/${a.id}/relations`, { ticket_id: b.id })

        expect(ticket.related).toMatchObject([
          { id: b.id, number: b.number, subject: "Other", kind: "related" },
        ])
        expect((await ticketOf(b.id)).related).toMatchObject([{ id: a.id }])
        await api.delete(`/admin/crm/tickets/${b.id}/relations/${a.id}`, ada.headers)
        const after = await ticketOf(a.id)
        expect(after.related).toEqual([])
        expect(types(after).slice(0, 2)).toEqual(["unrelated", "related"])
        expect(
          await refusalOf(
            api.delete(`/admin/crm/tickets/${b.id}/relations/${a.id}`, ada.headers)
          )
        ).toMatchObject({ status: 404 })
        expect(
          (await refused(`tickets/${a.id}/relations`, { ticket_id: a.id })).message
        ).toMatch(/cannot be linked to itself/)
      })

      it("are taken apart again by undo, and put together, for thirty days (X-14 AC1)", async () => {
        const [a, b] = [await aTicket(), await aTicket({ subject: "Other" })]
        const linked = await post(`tickets/${a.id}/relations`, { ticket_id: b.id })
        const { data: parted } = await api.delete(
          `/admin/crm/tickets/${a.id}/relations/${b.id}`,
          ada.headers
        )
        const offered = (await ticketOf(a.id)).events.find(
          ({ type }: { type: string }) => type === "unrelated"
        )

        expect(offered?.undo).toBe(parted.undo)
        expect((await post(`undo/${parted.undo}`)).ticket.related).toMatchObject([
          { id: b.id },
        ])
        expect(types(await ticketOf(b.id))[0]).toBe("undone")
        expect((await post(`undo/${linked.undo}`)).ticket.related).toEqual([])
      })

      it("that were linked anew since stay linked", async () => {
        const [a, b] = [await aTicket(), await aTicket({ subject: "Other" })]
        await post(`tickets/${a.id}/relations`, { ticket_id: b.id })
        const { data: parted } = await api.delete(
          `/admin/crm/tickets/${a.id}/relations/${b.id}`,
          ada.headers
        )
        await post(`tickets/${b.id}/relations`, { ticket_id: a.id })

        expect((await refused(`undo/${parted.undo}`)).message).toBe(
          "This was changed again since. Nothing was undone"
        )
        expect((await ticketOf(a.id)).related).toMatchObject([{ id: b.id }])
      })

      it("are suggested: the same requester's, near in time, and those about the same order", async () => {
        const order = await anOrder(getContainer(), { email: bob.email })
        const ours = await aTicket()
        const hers = await aTicket({ subject: "Again" })
        const his = await aTicket({ from: bob })
        const closed = await aTicket()
        await aTicket({ from: { name: "", email: "stranger@shopper.test" } })
        await post(`tickets/${closed.id}`, { status: "closed" })
        const found = async () =>
          (await get(`tickets/${ours.id}/duplicates`)).duplicates.map(
            ({ id, same_order }: { id: string; same_order: boolean }) => ({
              id,
              same_order,
            })
          )

        expect(await found()).toEqual([{ id: hers.id, same_order: false }])
        for (const { id } of [ours, his]) {
          await post(`tickets/${id}/orders`, { order_id: order.id })
        }
        expect(await found()).toEqual([
          { id: his.id, same_order: true },
          { id: hers.id, same_order: false },
        ])
        await post(`tickets/${ours.id}/relations`, { ticket_id: his.id })
        expect(await found()).toEqual([{ id: hers.id, same_order: false }])
      })
    })

    describe("undoing a change (X-14 AC1)", () => {
      it("restores what still stands and says so in the history", async () => {
        const { id } = await aTicket()
        const { undo } = await post(`tickets/${id}`, {
          status: "closed",
          department_id: returns,
          subject: "Parcel",
        })
        await post(`tickets/${id}`, { subject: "Parcel of Mia" }, bo)
        const { ticket } = await post(`undo/${undo}`)

        expect(ticket).toMatchObject({
          subject: "Parcel of Mia",
          status: { category: "open" },
          closed_at: null,
          department: { id: sales },
          awaiting: "agent",
        })
        expect(ticket.events[0]).toMatchObject({
          type: "undone",
          data: { kind: "change" },
        })
      })

      it("keeps the customer's later reply, and the status it gave", async () => {
        const { id, number } = await aTicket()
        const { undo } = await post(`tickets/${id}`, { status: "closed" })
        await receive({ subject: `[#${number}]`, body_text: "Later." })

        expect(await refused(`undo/${undo}`)).toMatchObject({
          status: 400,
          message: `Ticket #${number} was changed again since. Nothing was undone`,
        })
        expect(texts(await ticketOf(id))).toContain("Later.")
        // A refused undo is not used up.
        expect((await refused(`undo/${undo}`)).message).toMatch(/was changed again since/)
      })

      it("is offered in the history to the agent who did it, and to nobody else", async () => {
        const { id } = await aTicket()
        const { undo } = await post(`tickets/${id}`, { subject: "Parcel" })
        const seenBy = async (agent: Agent): Promise<Ticket> =>
          (await api.get(`/admin/crm/tickets/${id}`, agent.headers)).data.ticket

        expect((await seenBy(ada)).events[0]).toMatchObject({
          type: "subject_changed",
          undo,
        })
        expect((await seenBy(bo)).events[0].undo).toBeNull()
        await post(`undo/${undo}`)
        expect((await seenBy(ada)).events.every((event) => event.undo === null)).toBe(
          true
        )
      })

      it("takes a claim back, unless somebody else has the ticket by then", async () => {
        const { id } = await aTicket()
        await post(`tickets/${id}/claim`, {}, bo)
        const first = await post(`tickets/${id}/claim`)
        expect((await post(`undo/${first.undo}`)).ticket.locked_by.id).toBe(bo.id)
        const second = await post(`tickets/${id}/claim`)
        await post(`tickets/${id}/claim`, {}, bo)

        expect((await refused(`undo/${second.undo}`)).message).toMatch(
          /changed hands since/
        )
      })

      it("has nothing to offer for a change to the same", async () => {
        const { id, subject } = await aTicket()

        expect(await post(`tickets/${id}`, { subject })).not.toHaveProperty("undo")
      })
    })

    describe("a batch (V-113)", () => {
      it("moves, closes and deletes many tickets, each with one undo", async () => {
        const tickets = [await aTicket(), await aTicket(), await aTicket()]
        const ids = tickets.map(({ id }) => id)
        const moved = await post("tickets/batch", {
          ids,
          action: "move",
          department_id: returns,
        })
        const closed = await post("tickets/batch", {
          ids,
          action: "status",
          status: "closed",
        })
        const deleted = await post("tickets/batch", { ids, action: "delete" })

        expect([moved.count, closed.count, deleted.count]).toEqual([3, 3, 3])
        expect(await numbers()).toEqual([])
        await post(`undo/${deleted.undo}`)
        expect(await numbers(`status=closed&department_id=${returns}`)).toHaveLength(3)
        await post(`undo/${closed.undo}`)
        await post(`undo/${moved.undo}`)
        expect(await numbers(`status=open&department_id=${sales}`)).toHaveLength(3)
      })

      it("is undone where it still stands", async () => {
        const [a, b] = [await aTicket(), await aTicket()]
        const { undo } = await post("tickets/batch", {
          ids: [a.id, b.id],
          action: "status",
          status: "closed",
        })
        await receive({ subject: `[#${a.number}]` })
        const { ticket } = await post(`undo/${undo}`)

        expect(ticket.id).toBe(b.id)
        expect((await ticketOf(b.id)).status.category).toBe("open")
      })

      it.each([
        ["one unknown ticket", { action: "status", status: "closed" }, 404],
        ["an unknown department", { action: "move", department_id: "crmdep_none" }, 404],
        ["an unknown action", { action: "burn" }, 400],
        ["an unknown agent", { action: "assign", assignee_id: "user_none" }, 404],
      ])("with %s changes none of them", async (what, body, status) => {
        const { id } = await aTicket()
        const refusal = await refused("tickets/batch", {
          ids: what === "one unknown ticket" ? [id, "tick_none"] : [id],
          ...body,
        })

        expect(refusal.status).toBe(status)
        expect(await ticketOf(id)).toMatchObject({
          status: { category: "open" },
          department: { id: sales },
        })
      })
    })
  },
})
