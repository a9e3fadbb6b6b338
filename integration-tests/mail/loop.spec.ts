import { createHash, randomBytes } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import { uploadAttachmentsWorkflow } from "../../src/workflows/tickets/upload-attachments"
import {
  aCustomer,
  aMail,
  startMailDesk,
  SUPPORT,
  type MailDesk,
} from "../support/mail-desk"

describe("a customer's mail and the shop's answer", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_loop", { reply_footer: "Shop Ltd, Harbour 1" })
  })
  afterAll(() => desk?.stop())

  async function ticketFrom(customer: string, mail: object = {}) {
    desk.deliver(await aMail({ from: `Ann Carter <${customer}>`, ...mail }))
    await desk.poll()
    const [ticket] = await desk.ticketsOf(customer)
    return ticket
  }

  it("makes a ticket of the mail, in the department of its account", async () => {
    const ticket = await ticketFrom(aCustomer(), {
      subject: "Re: Where is my parcel?",
      text: "It has not arrived yet.\n\n-- \nAnn Carter\nLondon",
    })

    expect(ticket).toMatchObject({
      subject: "Where is my parcel?",
      department_id: desk.departmentId,
      requester_name: "Ann Carter",
      status_category: "open",
      channel: "email",
      awaiting: "agent",
    })
    expect(String(ticket.number)).toMatch(/^\d{7}$/)
    expect(ticket.messages).toHaveLength(1)
    expect(ticket.messages[0]).toMatchObject({
      kind: "customer",
      body_text: "It has not arrived yet.",
      signature_text: expect.stringContaining("London"),
    })
  })

  describe("the agent's answer", () => {
    it("leaves threaded below the mail it answers, in the department's name", async () => {
      const customer = aCustomer()
      const ticket = await ticketFrom(customer, { messageId: "<first@mail.example.com>" })
      await desk.reply(ticket.id, { body_text: "It left today.", status_after: "closed" })
      await desk.drain()
      const mail = await desk.sink.mailTo(customer)

      expect(mail.from).toBe(SUPPORT)
      expect(mail.to).toEqual([customer])
      expect(mail.parsed).toMatchObject({
        from: { name: "Shop support", address: SUPPORT },
        subject: `[#${ticket.number}] Where is my parcel?`,
        inReplyTo: "<first@mail.example.com>",
        references: "<first@mail.example.com>",
      })
      expect(mail.parsed.messageId).toMatch(/^<[^<>@\s]+@shop\.test>$/)
      expect(mail.parsed.text).toContain("It left today.")
      expect(mail.parsed.text).toContain("Shop Ltd, Harbour 1")
      expect(mail.header("auto-submitted")).toBeUndefined()
      expect(mail.header("precedence")).toBeUndefined()
    })

    it("is shown on the ticket as sent", async () => {
      const customer = aCustomer()
      const ticket = await ticketFrom(customer)
      await desk.reply(ticket.id, {})
      await desk.drain()
      await desk.sink.mailTo(customer)

      const [{ messages }] = await desk.ticketsOf(customer)
      expect(messages.map(({ kind, delivery_state }) => [kind, delivery_state])).toEqual([
        ["customer", null],
        ["agent", "sent"],
      ])
    })

    it("answered by the customer, gets the answer on the same ticket and opens it again", async () => {
      const customer = aCustomer()
      const ticket = await ticketFrom(customer)
      await desk.reply(ticket.id, { status_after: "closed" })
      await desk.drain()
      const sent = await desk.sink.mailTo(customer)
      expect((await desk.ticketsOf(customer))[0].status_category).toBe("closed")

      desk.deliver(
        await aMail({
          from: customer,
          subject: `Re: ${sent.parsed.subject}`,
          inReplyTo: sent.parsed.messageId,
          references: [sent.parsed.references ?? "", sent.parsed.messageId ?? ""],
          text: "Still nothing.\n\nOn Mon, Nov 16, 2026 at 9:14 AM Shop support wrote:\n> Thank you for asking.",
        })
      )
      await desk.poll()

      const tickets = await desk.ticketsOf(customer)
      expect(tickets).toHaveLength(1)
      expect(tickets[0]).toMatchObject({ status_category: "open", awaiting: "agent" })
      expect(tickets[0].messages.map(({ kind, body_text }) => [kind, body_text])).toEqual(
        [
          ["customer", "It has not arrived yet."],
          ["agent", "Thank you for asking."],
          ["customer", "Still nothing."],
        ]
      )
      expect(tickets[0].messages[2].quoted_text).toContain("Thank you for asking.")
    })

    it("is recognised by its Message-ID alone, under another subject", async () => {
      const customer = aCustomer()
      const ticket = await ticketFrom(customer)
      await desk.reply(ticket.id, {})
      await desk.drain()
      const { parsed } = await desk.sink.mailTo(customer)

      desk.deliver(
        await aMail({
          from: customer,
          subject: "One more thing",
          inReplyTo: parsed.messageId,
        })
      )
      await desk.poll()

      const tickets = await desk.ticketsOf(customer)
      expect(tickets.map(({ messages }) => messages.length)).toEqual([3])
    })

    it("is recognised by its number alone, from a program that sends no references", async () => {
      const customer = aCustomer()
      const { number } = await ticketFrom(customer)

      desk.deliver(await aMail({ from: customer, subject: `AW: [#${number}] Paket` }))
      await desk.poll()

      const tickets = await desk.ticketsOf(customer)
      expect(tickets.map(({ messages }) => messages.length)).toEqual([2])
    })

    it("keeps its Message-ID when the server wants it later", async () => {
      const customer = aCustomer()
      const ticket = await ticketFrom(customer)
      desk.sink.refuse(customer, 451, "4.7.1 Greylisted, try again later")
      const { message_id } = await desk.reply(ticket.id, {})
      await desk.drain()
      const [queued] = await desk.outbox(message_id)
      expect(queued).toMatchObject({
        state: "failed",
        last_response: expect.stringContaining("Greylisted, try again later"),
      })

      desk.sink.accept(customer)
      await desk.makeDue(queued.id)
      await desk.drain()

      const mail = await desk.sink.mailTo(customer)
      expect(mail.parsed.messageId).toBe(`<${queued.message_id}>`)
      expect(await desk.outbox(message_id)).toMatchObject([{ state: "sent" }])
    })

    it("refused for good, stays with the server's words", async () => {
      const customer = aCustomer()
      const ticket = await ticketFrom(customer)
      desk.sink.refuse(customer, 550, "5.1.1 No such user here")
      await desk.reply(ticket.id, {})
      await desk.drain()

      const [{ messages }] = await desk.ticketsOf(customer)
      expect(messages[1]).toMatchObject({
        delivery_state: "dead",
        delivery_error: expect.stringContaining("No such user here"),
      })
    })
  })

  describe("a file", () => {
    const content = randomBytes(300_000)
    const sha256 = createHash("sha256").update(content).digest("hex")

    it("comes in as it was sent", async () => {
      const ticket = await ticketFrom(aCustomer(), {
        attachments: [{ filename: "Größe.pdf", content, contentType: "application/pdf" }],
      })
      const [attachment] = ticket.messages[0].attachments
      const files = desk.container.resolve(Modules.FILE)
      const stored = await files.getAsBuffer(attachment.file_id)

      expect(attachment).toMatchObject({
        filename: "Größe.pdf",
        size: content.length,
        sha256,
      })
      expect(createHash("sha256").update(stored).digest("hex")).toBe(sha256)
    })

    it("goes out as it was attached", async () => {
      const customer = aCustomer()
      const ticket = await ticketFrom(customer)
      const { result: uploads } = await uploadAttachmentsWorkflow(desk.container).run({
        input: {
          uploaded_by: null,
          files: [{ filename: "invoice.pdf", content: content.toString("base64") }],
        },
      })
      await desk.reply(ticket.id, { attachment_ids: uploads.map(({ id }) => id) })
      await desk.drain()

      const { parsed } = await desk.sink.mailTo(customer)
      expect(parsed.attachments.map(({ filename }) => filename)).toEqual(["invoice.pdf"])
      expect(
        createHash("sha256")
          .update(Buffer.from(parsed.attachments[0].content as ArrayBuffer))
          .digest("hex")
      ).toBe(sha256)
    })
  })
})
