import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"
import type { AxiosInstance } from "axios"
import { aLetter, somebody, type Letter } from "./support/letter"
import { aMailShop, SALES, SUPPORT, type MailShop } from "./support/mail-shop"
import { anOrder } from "./support/order"

medusaIntegrationTestRunner({
  dbName: "crm_http_sender_safety",
  inApp: true,
  testSuite: ({
    api,
    getContainer,
  }: {
    api: AxiosInstance
    getContainer: () => MedusaContainer
  }) => {
    let shop: MailShop

    beforeAll(async () => {
      shop = await aMailShop(api, getContainer, {
        autoReply: { subject: "We got your mail", body: "Number {{ticket.number}}." },
      })
    })
    beforeEach(() => shop.emptyMailboxes())
    afterAll(() => shop.servers.stop())

    const SECRET = "The code of the gate is 4711"

    const arrives = async (letter: Letter) => shop.arrives(await aLetter(letter))
    const onlyTicketOf = async (email: string) => {
      const tickets = await shop.ticketsOf(email)

      expect(tickets).toHaveLength(1)
      return tickets[0]
    }
    /** A customer's ticket that an agent answered by mail, and the Message-IDs of both. */
    const aConversation = async (letter: Partial<Letter> = {}) => {
      const mia = somebody("mia")
      const messageId = `<first.${mia}>`

      await arrives({ from: `Mia <${mia}>`, text: SECRET, messageId, ...letter })
      const { id } = await onlyTicketOf(mia)
      await shop.post(`tickets/${id}/replies`, { body_text: "We open it for you." })
      await shop.drain()
      const { outbound_mails } = await shop.get(`outbound-mails?ticket_id=${id}`)
      const ours = outbound_mails.find(
        (mail: { is_auto_reply: boolean }) => !mail.is_auto_reply
      )
      return {
        mia,
        messageId,
        signed: `<${ours.message_id}>`,
        ticket: await shop.ticket(id),
      }
    }
    const peopleOf = ({
      participants,
    }: {
      participants: { email: string; role: string }[]
    }) => participants.map(({ email, role }) => [email, role])
    /** Nothing of the ticket's text has left for somebody. */
    const expectNothingLeaked = (address: string) => {
      for (const { raw } of shop.sentTo(address)) {
        expect(raw.toString()).not.toContain("4711")
        expect(raw.toString()).not.toContain("We open it for you")
      }
    }

    describe("a stranger", () => {
      it("who knows a ticket's number gets a ticket of her own (I1)", async () => {
        const { mia, ticket } = await aConversation()
        const eve = somebody("eve")
        await arrives({ from: eve, subject: `Re: [#${ticket.number}] Parcel` })
        const hers = await onlyTicketOf(eve)
        await shop.drain()

        expect(hers.id).not.toBe(ticket.id)
        const after = await shop.ticket(ticket.id)
        expect(after.version).toBe(ticket.version)
        expect(peopleOf(after)).toEqual([[mia, "requester"]])
        expect(shop.sentTo(eve)).toHaveLength(1)
        expectNothingLeaked(eve)
      })

      it("who guesses or copies a customer's Message-ID gets one too (I2)", async () => {
        const { ticket, messageId } = await aConversation()
        const eve = somebody("eve")
        await arrives({ from: eve, inReplyTo: messageId, references: [messageId] })

        expect((await onlyTicketOf(eve)).id).not.toBe(ticket.id)
        expect((await shop.ticket(ticket.id)).version).toBe(ticket.version)
      })

      it("who was sent our mail by somebody is a third party: shown, trusted with nothing (I2, X-17 AC1)", async () => {
        const { mia, ticket, signed } = await aConversation()
        const order = await anOrder(getContainer(), { email: mia })
        const eve = somebody("eve")
        await arrives({
          from: eve,
          cc: [somebody("friend")],
          inReplyTo: signed,
          text: `Order #${order.display_id}, please.`,
          dmarc: "pass",
        })
        const after = await shop.ticket(ticket.id)

        expect(await shop.ticketsOf(eve)).toEqual([])
        expect(after.messages[0]).toMatchObject({
          is_third_party: true,
          from: { email: eve },
        })
        expect(after.requester.email).toBe(mia)
        expect(after.orders).toEqual([])
        expect(peopleOf(after)).toEqual([
          [mia, "requester"],
          [eve, "third_party"],
        ])

        await shop.post(`tickets/${ticket.id}/replies`, { body_text: "Here it is." })
        await shop.drain()
        expect(shop.sentTo(eve)).toEqual([])
        expect(shop.sentTo(mia).at(-1)?.recipients).toEqual([mia])
      })

      it("with one wrong character in our Message-ID knows nothing (I3)", async () => {
        const { ticket, signed } = await aConversation()
        const eve = somebody("eve")
        const forged = signed.replace(/.(?=@)/, (last) => (last === "0" ? "1" : "0"))
        await arrives({ from: eve, inReplyTo: forged })

        expect((await onlyTicketOf(eve)).id).not.toBe(ticket.id)
      })

      it("who copies a mail's Message-ID draws no answer to it onto a ticket of hers", async () => {
        const { mia, messageId, ticket } = await aConversation()
        const eve = somebody("eve")
        await arrives({ from: eve, cc: [mia], messageId, text: "Look at mine." })
        await arrives({ from: mia, inReplyTo: messageId, text: "And my code is 4712." })

        expect((await shop.ticket(ticket.id)).messages[0]).toMatchObject({
          body_text: "And my code is 4712.",
        })
        expect(
          (await onlyTicketOf(eve)).messages.filter(
            ({ kind }: { kind: string }) => kind === "customer"
          )
        ).toHaveLength(1)
      })

      it("who was third party once is no more trusted with the number next time", async () => {
        const { ticket, signed } = await aConversation()
        const eve = somebody("eve")
        await arrives({ from: eve, inReplyTo: signed })
        await arrives({ from: eve, subject: `[#${ticket.number}]`, dmarc: "pass" })

        expect((await onlyTicketOf(eve)).id).not.toBe(ticket.id)
      })
    })

    describe("somebody with an agent's address", () => {
      it("is a customer like any other, and flagged (I4)", async () => {
        const { ticket, signed } = await aConversation()
        await arrives({ from: "Ada <Ada@shop.test>", inReplyTo: signed, dmarc: "fail" })
        const [message] = (await shop.ticket(ticket.id)).messages

        expect(message).toMatchObject({
          kind: "customer",
          author_id: null,
          sender_claim: "agent",
          sender_check: "fail",
          is_third_party: true,
        })
      })

      it("is no stranger when the address was checked", async () => {
        const { ticket, signed } = await aConversation()
        await arrives({ from: "ada@shop.test", inReplyTo: signed, dmarc: "pass" })

        expect((await shop.ticket(ticket.id)).messages[0]).toMatchObject({
          kind: "customer",
          sender_claim: "agent",
          is_third_party: false,
        })
      })
    })

    describe("a mail with one of our own addresses as sender (A5)", () => {
      it.each([SUPPORT, SALES, "Support+orders@shop.test", "SALES@SHOP.TEST"])(
        "%s is flagged and answered by nobody",
        async (from) => {
          const before = shop.servers.outside().length
          await arrives({ from, subject: `Loop ${from}` })
          await shop.drain()
          const ticket = (await shop.ticketsOf(from.toLowerCase()))[0]

          expect(ticket.messages).toHaveLength(1)
          expect(ticket.messages[0]).toMatchObject({ sender_claim: "own_account" })
          expect(shop.servers.outside()).toHaveLength(before)
          expect(shop.servers.messages(SALES)).toEqual([])
        }
      )
    })

    describe("a forged customer in an existing ticket (I6)", () => {
      it("is flagged, and gets nobody a copy", async () => {
        const { mia, ticket } = await aConversation()
        const eve = somebody("eve")
        await arrives({
          from: mia,
          cc: [eve],
          replyTo: eve,
          subject: `Re: [#${ticket.number}]`,
          dmarc: "fail",
        })
        const after = await shop.ticket(ticket.id)

        expect(after.messages[0]).toMatchObject({
          sender_check: "fail",
          reply_to: [eve],
        })
        expect(peopleOf(after)).toEqual([[mia, "requester"]])

        await shop.post(`tickets/${ticket.id}/replies`, { body_text: "Really?" })
        await shop.drain()
        expect(shop.sentTo(eve)).toEqual([])
        await arrives({ from: eve, subject: `Re: [#${ticket.number}]` })
        expect((await onlyTicketOf(eve)).id).not.toBe(ticket.id)
      })

      it("opens a ticket of the forged address, without those in copy", async () => {
        const [mia, eve] = [somebody("mia"), somebody("eve")]
        await arrives({ from: mia, cc: [eve], dmarc: "fail" })
        await shop.drain()

        expect(peopleOf(await onlyTicketOf(mia))).toEqual([[mia, "requester"]])
        expect(shop.sentTo(mia)).toEqual([])
        expect(shop.sentTo(eve)).toEqual([])
      })
    })

    describe("somebody in copy (I6)", () => {
      it.each([
        ["is added by a customer whose address was checked", "pass", true],
        ["is not added by one who was not", null, false],
      ] as const)("%s", async (_what, dmarc, isAdded) => {
        const { mia, ticket } = await aConversation()
        const bo = somebody("bo")
        await arrives({
          from: mia,
          cc: [bo, SALES],
          subject: `Re: [#${ticket.number}]`,
          dmarc,
        })
        const after = await shop.ticket(ticket.id)

        expect(peopleOf(after)).toEqual([
          [mia, "requester"],
          ...(isAdded ? [[bo, "cc"]] : []),
        ])
        expect(
          after.events.filter(({ type }: { type: string }) => type === "copied")
        ).toHaveLength(isAdded ? 1 : 0)
      })

      it("takes part in the ticket from then on", async () => {
        const bo = somebody("bo")
        const { ticket } = await aConversation({ cc: [bo] })
        await arrives({ from: bo, subject: `Re: [#${ticket.number}]` })

        expect((await shop.ticket(ticket.id)).messages[0]).toMatchObject({
          from: { email: bo },
          is_third_party: false,
        })
      })

      it("never sees what was written before", async () => {
        const { ticket } = await aConversation()
        const bo = somebody("bo")
        await shop.post(`tickets/${ticket.id}/replies`, {
          body_text: "Bo, can you help?",
          cc: [bo],
        })
        await shop.drain()

        expect(shop.sentTo(bo)).toHaveLength(1)
        expectNothingLeaked(bo)
      })
    })

    describe("a Reply-To that is not the sender (X-17 AC2)", () => {
      it("is shown and not obeyed", async () => {
        const [mia, eve] = [somebody("mia"), somebody("eve")]
        await arrives({ from: mia, replyTo: eve })
        const ticket = await onlyTicketOf(mia)
        await shop.post(`tickets/${ticket.id}/replies`, { body_text: "Hello" })
        await shop.drain()

        expect(ticket.messages.at(-1)).toMatchObject({ reply_to: [eve] })
        expect(shop.sentTo(eve)).toEqual([])
        expect(shop.sentTo(mia)).not.toEqual([])
      })

      it("that is the sender's own is nothing to show", async () => {
        const mia = somebody("mia")
        await arrives({ from: mia, replyTo: mia.toUpperCase() })

        expect((await onlyTicketOf(mia)).messages.at(-1)).toMatchObject({ reply_to: [] })
      })
    })

    describe("a code that a service sends to the shop's address (I7)", () => {
      it("is read by agents and goes nowhere", async () => {
        const service = "noreply@service.example"
        const before = shop.servers.outside().length
        await arrives({ from: service, subject: "Your code", text: "Code 889123" })
        await shop.drain()
        const ticket = await onlyTicketOf(service)

        expect(ticket.customer_id).toBeNull()
        expect(shop.servers.outside()).toHaveLength(before)
      })
    })

    describe("a customer account with somebody else's address", () => {
      const aCustomer = async (email: string) =>
        (
          await createCustomersWorkflow(getContainer()).run({
            input: { customersData: [{ email, has_account: true, first_name: "Mia" }] },
          })
        ).result[0].id

      it("made after the mail gets no ticket by itself (I8)", async () => {
        const mia = somebody("mia")
        await arrives({ from: mia })
        const customerId = await aCustomer(mia)

        expect((await onlyTicketOf(mia)).customer_id).toBeNull()
        expect((await shop.get(`tickets?customer_id=${customerId}`)).count).toBe(0)
      })

      it.each([
        ["pass", "verified"],
        [null, "address_match"],
        ["fail", null],
      ] as const)(
        "is tied to a mail with the proof there is: DMARC %s, %s (I9)",
        async (dmarc, proof) => {
          const mia = somebody("mia")
          const customerId = await aCustomer(mia)
          await arrives({ from: mia, dmarc })
          const ticket = await onlyTicketOf(mia)

          expect(ticket.customer_proof).toBe(proof)
          expect(ticket.customer_id).toBe(proof ? customerId : null)
        }
      )

      it("is believed by the word of no other server than the configured one (I9)", async () => {
        const mia = somebody("mia")
        await aCustomer(mia)
        await arrives({
          from: mia,
          headers: { "Authentication-Results": "mx.evil.test; dmarc=pass" },
        })

        expect((await onlyTicketOf(mia)).customer_proof).toBe("address_match")
      })

      it("gets no order data in an automatic answer (I9)", async () => {
        const mia = somebody("mia")
        const order = await anOrder(getContainer(), { email: mia })
        await arrives({ from: mia, subject: `Order #${order.display_id}` })
        await shop.drain()
        const [answer] = shop.sentTo(mia)

        expect(answer.raw.toString()).not.toMatch(
          new RegExp(`#${order.display_id}(?!\\d)`)
        )
        expect(answer.raw.toString()).not.toContain("Teapot")
      })
    })
  },
})
