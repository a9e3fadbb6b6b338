import path from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { CrmAgent } from "../../src/modules/helpdesk/models/agent"
import { CrmAttachment } from "../../src/modules/helpdesk/models/attachment"
import { CrmClassification } from "../../src/modules/helpdesk/models/classification"
import { CrmDepartment } from "../../src/modules/helpdesk/models/department"
import { CrmTeam } from "../../src/modules/helpdesk/models/team"
import { CrmFollowUp } from "../../src/modules/helpdesk/models/follow-up"
import { CrmNotice } from "../../src/modules/helpdesk/models/notice"
import { CrmNoticeSetting } from "../../src/modules/helpdesk/models/notice-setting"
import { CrmTicket } from "../../src/modules/helpdesk/models/ticket"
import { CrmTicketEvent } from "../../src/modules/helpdesk/models/ticket-event"
import { CrmTicketMessage } from "../../src/modules/helpdesk/models/ticket-message"
import { CrmTicketOrder } from "../../src/modules/helpdesk/models/ticket-order"
import { CrmTicketParticipant } from "../../src/modules/helpdesk/models/ticket-participant"
import { CrmTicketPin } from "../../src/modules/helpdesk/models/ticket-pin"
import { CrmTicketRating } from "../../src/modules/helpdesk/models/ticket-rating"
import { CrmTicketStatus } from "../../src/modules/helpdesk/models/ticket-status"
import { CrmTicketWatcher } from "../../src/modules/helpdesk/models/ticket-watcher"
import { CrmUndo } from "../../src/modules/helpdesk/models/undo"
import { CrmCustomerNote } from "../../src/modules/helpdesk/models/customer-note"
import { CrmSharedAddress } from "../../src/modules/helpdesk/models/shared-address"
import { CrmTicketMerge } from "../../src/modules/helpdesk/models/ticket-merge"
import { CrmTicketProduct } from "../../src/modules/helpdesk/models/ticket-product"
import { CrmTicketRelation } from "../../src/modules/helpdesk/models/ticket-relation"
import { CrmDraft } from "../../src/modules/helpdesk/models/draft"
import { CrmSavedReply } from "../../src/modules/helpdesk/models/saved-reply"
import { CrmSignature } from "../../src/modules/helpdesk/models/signature"
import { CrmMailTemplate } from "../../src/modules/helpdesk/models/mail-template"
import type { IncomingMail } from "../../src/modules/helpdesk/records/incoming-mail"
import type HelpdeskModuleService from "../../src/modules/helpdesk/service"

const AGENT = { type: "user" as const, id: "user_ada" }

moduleIntegrationTestRunner<HelpdeskModuleService>({
  moduleName: HELPDESK_MODULE,
  moduleModels: [
    CrmAgent,
    CrmAttachment,
    CrmClassification,
    CrmDepartment,
    CrmTeam,
    CrmTicket,
    CrmTicketEvent,
    CrmTicketMessage,
    CrmTicketOrder,
    CrmTicketParticipant,
    CrmTicketStatus,
    CrmUndo,
    CrmFollowUp,
    CrmTicketWatcher,
    CrmTicketPin,
    CrmTicketRating,
    CrmNotice,
    CrmNoticeSetting,
    CrmCustomerNote,
    CrmSharedAddress,
    CrmTicketMerge,
    CrmTicketProduct,
    CrmTicketRelation,
    CrmDraft,
    CrmSavedReply,
    CrmSignature,
    CrmMailTemplate,
  ],
  moduleOptions: {
    encryptionKey: Buffer.alloc(32, 1).toString("base64"),
    backgroundJobs: false,
  },
  resolve: path.resolve("src/modules/helpdesk"),
  pathToMigrations: path.resolve("src/modules/helpdesk/migrations"),
  testSuite: ({ service }) => {
    let department_id: string
    let mails = 0

    beforeEach(async () => {
      const department = await service.createDepartment({
        private_name: "Support",
        public_name: "Support team",
      })
      department_id = department.id
    })

    const aMail = (changes: Partial<IncomingMail> = {}): IncomingMail => {
      mails += 1

      return {
        inbound_mail_id: `imail_${mails}`,
        mail_account_id: "macc_1",
        department_id,
        from: { name: "Mia Moon", email: "Mia@shopper.test" },
        to: ["support@shop.test"],
        cc: [],
        subject: "Where is my parcel?",
        body_text: "It has not come.",
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
      }
    }
    const receive = async (...batch: IncomingMail[]) => service.receiveMails(batch)
    const reply = (ticket_id: string, changes: object = {}) =>
      service.postMessage({
        ticket_id,
        kind: "agent",
        actor: AGENT,
        from_name: "Ada",
        body_text: "We are looking.",
        is_mailed: true,
        ...changes,
      })
    const ticketOf = async (id: string) => {
      const page = await service.ticketPage(id, null)

      if (!page) throw new Error(`no ticket ${id}`)
      return page
    }

    describe("a mail that belongs to no ticket", () => {
      it("opens one, awaiting an agent", async () => {
        const [{ ticket_id, is_new_ticket, ticket_number }] = await receive(aMail())
        const { ticket, messages, events } = await ticketOf(ticket_id)

        expect(is_new_ticket).toBe(true)
        expect(ticket_number).toBeGreaterThanOrEqual(1_000_000)
        expect(ticket).toMatchObject({
          number: ticket_number,
          subject: "Where is my parcel?",
          status: { category: "open" },
          awaiting: "agent",
          reply_count: 0,
          version: 1,
          requester: { name: "Mia Moon", email: "mia@shopper.test" },
          participants: [{ email: "mia@shopper.test", role: "requester" }],
        })
        expect(messages).toEqual([
          expect.objectContaining({ kind: "customer", body_text: "It has not come." }),
        ])
        expect(events.map(({ type }) => type)).toEqual(["created"])
      })

      it("without a sender still is a ticket", async () => {
        const [{ ticket_id }] = await receive(
          aMail({ from: { name: "", email: null }, subject: "" })
        )

        expect((await ticketOf(ticket_id)).ticket).toMatchObject({
          subject: "(no subject)",
          requester: { name: "Unknown sender", email: "" },
        })
      })
    })

    describe("a mail that is received twice", () => {
      it("is found where it was put, and nothing is written", async () => {
        const mail = aMail()
        const [first] = await receive(mail)
        const [second] = await receive(mail)

        expect(second).toMatchObject({
          ticket_id: first.ticket_id,
          message_id: first.message_id,
          is_new_ticket: true,
          was_known: true,
        })
        expect((await ticketOf(first.ticket_id)).ticket.version).toBe(1)
      })
    })

    describe("a question and its follow-up in one batch", () => {
      it("are one ticket with two messages in their order", async () => {
        const question = aMail()
        const followUp = aMail({
          subject: "Re: Where is my parcel?",
          references: [question.message_id ?? ""],
          body_text: "Still nothing.",
        })
        const [first, second] = await receive(question, followUp)
        const { ticket, messages } = await ticketOf(first.ticket_id)

        expect(second).toMatchObject({ ticket_id: first.ticket_id, is_new_ticket: false })
        expect(ticket.version).toBe(2)
        expect(messages.map(({ body_text }) => body_text)).toEqual([
          "Still nothing.",
          "It has not come.",
        ])
      })
    })

    describe("the customer's answer", () => {
      it("reopens a closed ticket and names its way (V-52)", async () => {
        const [{ ticket_id, ticket_number }] = await receive(aMail())
        const { status } = await reply(ticket_id)
        const [answer] = await receive(
          aMail({ subject: `Re: [#${ticket_number}] Parcel` })
        )
        const { ticket, events } = await ticketOf(ticket_id)

        expect(status).toBe("closed")
        expect(answer).toMatchObject({
          ticket_id,
          status_before: "closed",
          status: "open",
        })
        expect(ticket).toMatchObject({
          status: { category: "open" },
          awaiting: "agent",
          closed_at: null,
          reply_count: 1,
          version: 3,
        })
        expect(events[0]).toMatchObject({
          type: "status_changed",
          actor_type: "customer",
        })
      })

      it("to a deleted ticket opens a new one", async () => {
        const [{ ticket_id, ticket_number }] = await receive(aMail())
        await service.deleteTicket(ticket_id, AGENT)
        const [answer] = await receive(aMail({ subject: `[#${ticket_number}]` }))

        expect(answer.is_new_ticket).toBe(true)
      })

      it("that a machine wrote leaves the ticket closed", async () => {
        const [{ ticket_id, ticket_number }] = await receive(aMail())
        await reply(ticket_id)
        await receive(
          aMail({ subject: `Re: [#${ticket_number}]`, automated: "auto_reply" })
        )

        expect((await ticketOf(ticket_id)).ticket).toMatchObject({
          status: { category: "closed" },
          awaiting: "customer",
          version: 3,
        })
      })
    })

    describe("a stranger", () => {
      const eve = { name: "Eve", email: "eve@elsewhere.test" }

      it("with the ticket's number gets a ticket of her own", async () => {
        const [{ ticket_id, ticket_number }] = await receive(aMail())
        const [hers] = await receive(
          aMail({ from: eve, subject: `Re: [#${ticket_number}]` })
        )

        expect(hers.is_new_ticket).toBe(true)
        expect(hers.ticket_id).not.toBe(ticket_id)
      })

      it("with a signed reference is a third party and changes neither requester nor orders", async () => {
        const [{ ticket_id }] = await receive(aMail())
        const { message_id } = await reply(ticket_id)
        await receive(
          aMail({
            from: eve,
            signed: [message_id],
            cc: ["more@elsewhere.test"],
            orders: [{ order_id: "order_1", display_id: "1", proof: "verified_email" }],
          })
        )
        const { ticket, messages } = await ticketOf(ticket_id)

        expect(messages[0]).toMatchObject({ is_third_party: true, from: eve })
        expect(ticket.requester.email).toBe("mia@shopper.test")
        expect(ticket.orders).toEqual([])
        expect(ticket.participants).toEqual([
          expect.objectContaining({ email: "mia@shopper.test", role: "requester" }),
          expect.objectContaining({ email: eve.email, role: "third_party" }),
        ])
      })

      it("stays one with her next mail", async () => {
        const [{ ticket_id, ticket_number }] = await receive(aMail())
        const { message_id } = await reply(ticket_id)
        await receive(aMail({ from: eve, signed: [message_id] }))
        const [next] = await receive(aMail({ from: eve, subject: `[#${ticket_number}]` }))

        expect(next.is_new_ticket).toBe(true)
      })
    })

    describe("a mail that merged into another ticket answers", () => {
      it("lands on the ticket that lives on", async () => {
        const [gone] = await receive(aMail())
        const [survivor] = await receive(aMail())
        await service.updateCrmTickets({
          id: gone.ticket_id,
          merged_into_id: survivor.ticket_id,
        })
        const [answer] = await receive(aMail({ subject: `[#${gone.ticket_number}]` }))

        expect(answer.ticket_id).toBe(survivor.ticket_id)
      })
    })

    describe("many instances at once", () => {
      it("put the answers of one ticket on it, each once", async () => {
        const [{ ticket_id, ticket_number }] = await receive(aMail())
        await Promise.all(
          Array.from({ length: 8 }, () =>
            receive(aMail({ subject: `Re: [#${ticket_number}]` }))
          )
        )
        const { ticket, messages } = await ticketOf(ticket_id)

        expect(ticket.version).toBe(9)
        expect(messages).toHaveLength(9)
      })

      it("putting the same mail write it once", async () => {
        const mail = aMail()
        await Promise.allSettled(Array.from({ length: 5 }, () => receive(mail)))
        const [{ ticket_id }] = await receive(mail)

        expect((await ticketOf(ticket_id)).messages).toHaveLength(1)
        expect(await service.listCrmTickets({})).toHaveLength(1)
      })
    })

    describe("a withdrawn message", () => {
      it("leaves the ticket as it was, its file free for another", async () => {
        const [{ ticket_id }] = await receive(aMail())
        const before = (await ticketOf(ticket_id)).ticket
        const [file] = await service.keepUploads(
          [
            {
              id: "crmatt_1",
              file_id: "file_1",
              filename: "a.txt",
              mime_type: "text/plain",
              size: 1,
              sha256: "",
              content_id: null,
              inline: false,
            },
          ],
          AGENT.id
        )
        const posted = await reply(ticket_id, { attachment_ids: [file.id] })
        await service.withdrawMessage(posted)

        expect((await ticketOf(ticket_id)).ticket).toEqual(before)
        await reply(ticket_id, { attachment_ids: [file.id] })
        expect((await ticketOf(ticket_id)).messages[0].attachments).toHaveLength(1)
      })
    })

    describe("a withdrawn reply", () => {
      const found = async (q: string) =>
        (
          await service.ticketList(
            { q, order: "-last_message_at", limit: 10, offset: 0 },
            null
          )
        ).tickets.map(({ id }) => id)
      const rolesOf = async (id: string) =>
        (await ticketOf(id)).ticket.participants.map(({ email, role }) => [email, role])

      it("leaves nobody in copy and no word to be found", async () => {
        const [{ ticket_id }] = await receive(aMail())
        const before = await rolesOf(ticket_id)
        const posted = await reply(ticket_id, {
          body_text: "Zanzibar",
          cc: ["bo@shopper.test"],
        })
        expect(await found("zanzibar")).toEqual([ticket_id])
        await service.withdrawMessage(posted)

        expect(await rolesOf(ticket_id)).toEqual(before)
        expect(await found("zanzibar")).toEqual([])
        for (const word of ["parcel", "come", "mia", "shopper"]) {
          expect(await found(word)).toEqual([ticket_id])
        }
      })

      it("leaves those who were in copy before, and makes a stranger a stranger again", async () => {
        const [{ ticket_id }] = await receive(aMail({ cc: ["bo@shopper.test"] }))
        const { message_id } = await reply(ticket_id)
        await receive(
          aMail({ from: { name: "Eve", email: "eve@x.test" }, signed: [message_id] })
        )
        const posted = await reply(ticket_id, {
          cc: ["bo@shopper.test", "eve@x.test"],
        })
        await service.withdrawMessage(posted)

        expect(await rolesOf(ticket_id)).toEqual([
          ["mia@shopper.test", "requester"],
          ["bo@shopper.test", "cc"],
          ["eve@x.test", "third_party"],
        ])
      })
    })

    describe("a stranger whom a checked customer puts in copy", () => {
      it("takes part from then on", async () => {
        const [{ ticket_id }] = await receive(aMail())
        const { message_id } = await reply(ticket_id)
        await receive(
          aMail({ from: { name: "Eve", email: "eve@x.test" }, signed: [message_id] }),
          aMail({ signed: [message_id], sender_check: "pass", cc: ["Eve@x.test"] })
        )
        const { ticket, events } = await ticketOf(ticket_id)

        expect(ticket.participants.map(({ email, role }) => [email, role])).toEqual([
          ["mia@shopper.test", "requester"],
          ["eve@x.test", "cc"],
        ])
        expect(events.find(({ type }) => type === "copied")).toMatchObject({
          data: { sender: "Mia@shopper.test", addresses: ["eve@x.test"] },
        })
      })
    })

    describe("an automatic answer", () => {
      it("is written once for its mail and changes no status", async () => {
        const mail = aMail()
        const [{ ticket_id, inbound_mail_id }] = await receive(mail)
        const answer = {
          inbound_mail_id,
          ticket_id,
          to: "mia@shopper.test",
          from_name: "Support team",
          subject: "We have your mail",
          body_text: "Thank you.",
          in_reply_to: mail.message_id,
        }

        expect(await service.recordAutoReplies([answer])).toHaveLength(1)
        expect(await service.recordAutoReplies([answer])).toHaveLength(0)
        const { ticket, messages } = await ticketOf(ticket_id)
        expect(ticket).toMatchObject({ version: 2, reply_count: 0, awaiting: "agent" })
        expect(messages[0]).toMatchObject({
          kind: "system",
          delivery: { state: "waiting" },
        })
      })
    })

    describe("search", () => {
      it("takes a mail of many megabytes, and finds it by its beginning", async () => {
        const words = Array.from({ length: 200_000 }, (_, index) => `word${index}`).join(
          " "
        )
        const [{ ticket_id }] = await receive(aMail({ body_text: `zebra ${words}` }))
        const found = await service.ticketList(
          { q: "zebra", order: "-last_message_at", limit: 10, offset: 0 },
          null
        )

        expect(found.tickets.map(({ id }) => id)).toEqual([ticket_id])
      })
    })
  },
})
