import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { MAIL_MODULE } from "../../src/modules/mail"
import {
  aCustomer,
  aMail,
  SALES,
  startMailDesk,
  SUPPORT,
  type MailDesk,
} from "../support/mail-desk"

const NOBODY = { type: "system" as const, id: null }

describe("a customer's reply", () => {
  let desk: MailDesk
  let sales: Awaited<ReturnType<MailDesk["openSales"]>>

  beforeAll(async () => {
    desk = await startMailDesk("mail_replies", {
      auto_reply_subject: "We got your mail",
      auto_reply_body: "It is request {{ticket.number}}.",
    })
    sales = await desk.openSales()
  })
  afterAll(() => desk?.stop())

  const helpdesk = () => desk.container.resolve(HELPDESK_MODULE)
  const arrives = async (...mails: Buffer[]) => {
    mails.forEach((raw) => desk.deliver(raw))
    return desk.poll()
  }
  /** A ticket, and the Message-ID of the agent's answer to it. */
  const aTicket = async (customer = aCustomer()) => {
    await arrives(await aMail({ from: customer, messageId: `<own.${customer}>` }))
    const ticket = (await desk.ticketsOf(customer)).at(-1)
    if (!ticket) throw new Error("no ticket")
    const { message_id } = await desk.reply(ticket.id, { status_after: "closed" })
    while (await desk.drain());
    const [sent] = await desk.outbox(message_id)

    return { customer, ticket, answerId: `<${sent.message_id}>` }
  }
  /** Which of the sender's tickets have how many messages of a customer. */
  const countsOf = async (customer: string) =>
    (await desk.ticketsOf(customer)).map(
      ({ messages }) => messages.filter(({ kind }) => kind === "customer").length
    )

  describe("belongs to the ticket (E-01)", () => {
    it("when it answers the automatic answer", async () => {
      const customer = aCustomer()
      await arrives(await aMail({ from: customer }))
      await desk.drain()
      const { parsed } = await desk.sink.mailTo(customer)
      await arrives(
        await aMail({ from: customer, inReplyTo: parsed.messageId, subject: "Thanks" })
      )

      expect(await countsOf(customer)).toEqual([2])
    })

    it("when it answers her own mail, which she wrote last week", async () => {
      const { customer } = await aTicket()
      await arrives(
        await aMail({ from: customer, inReplyTo: `<own.${customer}>`, subject: "PS" })
      )

      expect(await countsOf(customer)).toEqual([2])
    })

    it("when only the oldest of many references is known", async () => {
      const { customer } = await aTicket()
      const unknown = Array.from({ length: 20 }, (_, index) => `<${index}@x.example.com>`)
      await arrives(
        await aMail({
          from: customer,
          references: [`<own.${customer}>`, ...unknown],
          inReplyTo: "<gone@x.example.com>",
        })
      )

      expect(await countsOf(customer)).toEqual([2])
    })

    it("when it is closed, which opens it again", async () => {
      const { customer, answerId } = await aTicket()
      await arrives(await aMail({ from: customer, inReplyTo: answerId }))

      expect((await desk.ticketsOf(customer))[0]).toMatchObject({
        status_category: "open",
        awaiting: "agent",
      })
    })

    it("when she changed the subject, and when she only kept the number", async () => {
      const { customer, ticket, answerId } = await aTicket()
      await arrives(
        await aMail({ from: customer, inReplyTo: answerId, subject: "Another thing" }),
        await aMail({ from: customer, subject: `Antw: [#${ticket.number}] Pakje` })
      )

      expect(await countsOf(customer)).toEqual([3])
    })

    it("that her reference names, not the one whose number stands in the subject", async () => {
      const customer = aCustomer()
      const first = await aTicket(customer)
      await arrives(await aMail({ from: customer, subject: "Second matter" }))
      const [, second] = await desk.ticketsOf(customer)
      await arrives(
        await aMail({
          from: customer,
          inReplyTo: first.answerId,
          subject: `Re: [#${second.number}]`,
        })
      )

      expect(await countsOf(customer)).toEqual([2, 1])
    })
  })

  describe("to a merged ticket (I5)", () => {
    it.each(["number", "reference"])(
      "lands on the one it went into, known by its %s, whoever that one is with",
      async (by) => {
        const gone = await aTicket()
        const survivor = await aTicket()
        await helpdesk().updateCrmTickets({
          id: gone.ticket.id,
          merged_into_id: survivor.ticket.id,
        })
        await arrives(
          await aMail({
            from: gone.customer,
            ...(by === "number"
              ? { subject: `Re: [#${gone.ticket.number}]` }
              : { inReplyTo: gone.answerId }),
          })
        )
        const page = await helpdesk().ticketPage(survivor.ticket.id, null)

        expect(page?.messages[0]).toMatchObject({
          from: { email: gone.customer },
          is_third_party: false,
        })
        expect(page?.ticket.requester.email).toBe(survivor.customer)
      }
    )
  })

  describe("to a deleted ticket (I5)", () => {
    it.each(["number", "reference", "own mail"])(
      "opens a new one, known by its %s",
      async (by) => {
        const { customer, ticket, answerId } = await aTicket()
        await helpdesk().deleteTicket(ticket.id, NOBODY)
        await arrives(
          await aMail({
            from: customer,
            ...(by === "number" ? { subject: `Re: [#${ticket.number}]` } : {}),
            ...(by === "reference" ? { inReplyTo: answerId } : {}),
            ...(by === "own mail" ? { inReplyTo: `<own.${customer}>` } : {}),
          })
        )
        const [fresh, ...others] = await desk.ticketsOf(customer)

        expect(others).toEqual([])
        expect(fresh.number).toBeGreaterThan(ticket.number)
      }
    )
  })

  it("with a number of somebody else's ticket opens one of her own (I5)", async () => {
    const { ticket } = await aTicket()
    const customer = aCustomer()
    await arrives(await aMail({ from: customer, subject: `Re: [#${ticket.number}]` }))

    expect(await countsOf(customer)).toEqual([1])
    expect(await countsOf(ticket.requester_email)).toEqual([1])
  })

  it("with a number that was never given opens a ticket", async () => {
    const customer = aCustomer()
    await arrives(await aMail({ from: customer, subject: "Re: [#9999999]" }))

    expect(await countsOf(customer)).toEqual([1])
  })

  it.each([
    ["an absence note that says so", { headers: { "Auto-Submitted": "auto-replied" } }],
    ["one known by its subject", { subject: "Automatische Antwort: Urlaub" }],
    [
      "one known by its words",
      { text: "I am out of the office and will return on Monday. Contact Bo meanwhile." },
    ],
  ])("that is %s does not open the ticket again (A3, E-03)", async (_what, mail) => {
    const { customer, answerId } = await aTicket()
    await arrives(await aMail({ from: customer, inReplyTo: answerId, ...mail }))

    expect((await desk.ticketsOf(customer))[0]).toMatchObject({
      status_category: "closed",
      awaiting: "customer",
      assignee_id: null,
    })
  })

  describe("a mail to two of our addresses", () => {
    it("is one message, and the second copy names the first", async () => {
      const customer = aCustomer()
      const raw = await aMail({ from: customer, to: SUPPORT })
      await arrives(raw)
      sales.deliver(Buffer.concat([Buffer.from("Received: by another road\r\n"), raw]))
      const poll = await sales.poll()
      const [{ messages }] = await desk.ticketsOf(customer)
      const [first] = await desk.ledger({ from_email: customer, state: "ticketed" })
      const [copy] = await desk.ledger({ from_email: customer, state: "ignored" })

      expect(poll).toMatchObject({ ticketed: 0, ignored: 1 })
      expect(await countsOf(customer)).toEqual([1])
      expect(copy).toMatchObject({
        reason: `Duplicate of ${first.id}`,
        duplicate_of_id: first.id,
        account_id: sales.accountId,
      })
      expect(
        await desk.container
          .resolve(MAIL_MODULE)
          .copiesOf([messages[0].inbound_mail_id ?? ""])
      ).toEqual(new Map([[first.id, [SALES]]]))
    })

    it("in one and the same batch is one message too", async () => {
      const customer = aCustomer()
      const raw = await aMail({ from: customer })
      await arrives(raw, raw)

      expect(await countsOf(customer)).toEqual([1])
    })
  })

  it.each(["one batch", "two polls"])(
    "a Message-ID that another mail has already, in %s, makes a mail of its own that says so",
    async (when) => {
      const customer = aCustomer()
      const messageId = `<twice.${customer}>`
      const mails = [
        await aMail({ from: customer, messageId, text: "One thing." }),
        await aMail({ from: customer, messageId, text: "Another thing." }),
      ]
      if (when === "one batch") {
        await arrives(...mails)
      } else {
        await arrives(mails[0])
        await arrives(mails[1])
      }
      const [first, second] = await desk.ticketsOf(customer)

      expect(first.messages.find(({ kind }) => kind === "customer")?.problems).toEqual([])
      expect(second.messages.find(({ kind }) => kind === "customer")?.problems).toEqual([
        expect.stringMatching(
          /^Another mail with the same Message-ID and other content came before \(imail_/
        ),
      ])
    }
  )
})
