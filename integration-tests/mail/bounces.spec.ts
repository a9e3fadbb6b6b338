import { MAIL_MODULE } from "../../src/modules/mail"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { replayInboundMailWorkflow } from "../../src/workflows/inbound-mail/replay-inbound-mail"
import { aBounce } from "../support/bounce"
import { aCustomer, aMail, startMailDesk, type MailDesk } from "../support/mail-desk"

describe("a mail that comes back", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_bounces", {
      auto_reply_subject: "We got your mail",
      auto_reply_body: "It is request {{ticket.number}}.",
    })
  })
  afterAll(() => desk?.stop())

  const mail = () => desk.container.resolve(MAIL_MODULE)
  const arrives = async (...mails: Buffer[]) => {
    mails.forEach((raw) => desk.deliver(raw))
    return desk.poll()
  }
  /** An agent's answer that the server took, as the customer's server received it. */
  const anAnswer = async (cc: string[] = []) => {
    const customer = aCustomer()
    await arrives(
      await aMail({ from: customer, headers: { "Auto-Submitted": "auto-generated" } })
    )
    const [{ id }] = await desk.ticketsOf(customer)
    const { message_id } = await desk.reply(id, { cc, status_after: "closed" })
    await desk.drain()

    return {
      customer,
      ticketId: id,
      messageId: message_id,
      sent: await desk.sink.mailTo(customer),
    }
  }
  const ticketOf = async (id: string) => {
    const page = await desk.container.resolve(HELPDESK_MODULE).ticketPage(id, null)

    if (!page) throw new Error(`no ticket ${id}`)
    return page
  }
  const suppressed = (address: string) => mail().listCrmSuppressedAddresses({ address })

  describe("is attached to the message it names (A3)", () => {
    it.each(["mail", "headers"] as const)(
      "known by the Message-ID in the returned %s, shown there in the server's words",
      async (returns) => {
        const { customer, ticketId, messageId, sent } = await anAnswer()
        const before = desk.sink.mails.length
        await arrives(aBounce(sent, { recipient: customer, returns }))
        await desk.drain()
        const { ticket, messages, events } = await ticketOf(ticketId)

        expect(messages.find(({ id }) => id === messageId)?.delivery).toEqual({
          state: "bounced",
          error: `550 5.1.1 <${customer}>: User unknown`,
          failures: [
            {
              address: customer,
              state: "bounced",
              status: "5.1.1",
              permanent: true,
              response: `550 5.1.1 <${customer}>: User unknown`,
              at: expect.any(String),
              inbound_mail_id: messages[0].inbound_mail_id,
            },
          ],
        })
        expect(messages[0]).toMatchObject({ automated: "bounce", is_third_party: false })
        expect(events[0]).toMatchObject({ type: "mail_bounced", actor_type: "system" })
        // The agents' turn again, and nothing reopened by a machine.
        expect(ticket).toMatchObject({
          status: { category: "closed" },
          awaiting: "agent",
        })
        expect(desk.sink.mails).toHaveLength(before)
      }
    )

    it("of one of three recipients it is that one's failure", async () => {
      const [bo, cy] = [aCustomer(), aCustomer()]
      const { ticketId, messageId, sent } = await anAnswer([bo, cy])
      await arrives(aBounce(sent, { recipient: bo }))
      const { messages } = await ticketOf(ticketId)
      const delivery = messages.find(({ id }) => id === messageId)?.delivery

      expect(delivery?.failures.map(({ address }) => address)).toEqual([bo])
      expect(await suppressed(bo)).toHaveLength(1)
      expect(await suppressed(cy)).toEqual([])
    })

    it("is sent again by an agent to the one who did not get it", async () => {
      const bo = aCustomer()
      const { customer, messageId, sent } = await anAnswer([bo])
      await arrives(aBounce(sent, { recipient: bo, status: "5.2.2" }))
      const [{ id }] = await desk.outbox(messageId)
      await mail().retryMail(id)
      await desk.drain()

      const sentTo = (address: string) =>
        desk.sink.mails.filter(({ to }) => to.includes(address))
      expect(sentTo(bo)).toHaveLength(2)
      expect(sentTo(customer)).toHaveLength(1)
      expect(await desk.outbox(messageId)).toMatchObject([{ state: "sent" }])
    })

    it("keeps its words when they are cut within an emoji, and the next mail is read", async () => {
      const { customer, ticketId, sent } = await anAnswer()
      const next = aCustomer()
      const said = `550 ${"x".repeat(495)}\u{1f600} no such user`
      await arrives(
        aBounce(sent, { recipient: customer, said }),
        await aMail({ from: next, subject: `${"y".repeat(999)}\u{1f600} parcel` })
      )
      const { messages } = await ticketOf(ticketId)

      expect(messages.flatMap(({ delivery }) => delivery?.failures ?? [])).toMatchObject([
        { response: `550 ${"x".repeat(495)}` },
      ])
      expect(await desk.ticketsOf(next)).toMatchObject([{ subject: "y".repeat(999) }])
    })

    it("read twice counts once", async () => {
      const { customer, sent } = await anAnswer()
      const bounce = aBounce(sent, { recipient: customer })
      await arrives(bounce, bounce)

      expect(await suppressed(customer)).toMatchObject([{ count: 1 }])
    })
  })

  it("late is shown and fails nothing", async () => {
    const { customer, ticketId, messageId, sent } = await anAnswer()
    await arrives(
      aBounce(sent, { recipient: customer, action: "delayed", status: "4.4.1" })
    )
    const { ticket, messages } = await ticketOf(ticketId)

    expect(messages.find(({ id }) => id === messageId)?.delivery).toMatchObject({
      state: "sent",
      failures: [{ address: customer, state: "delayed", status: "4.4.1" }],
    })
    expect(ticket.awaiting).toBe("customer")
    expect(await suppressed(customer)).toEqual([])
  })

  describe("and is not ours", () => {
    const foreign = {
      raw: Buffer.from(
        "From: shop@elsewhere.test\r\nTo: x@y.test\r\nSubject: Offer\r\nMessage-ID: <1@elsewhere.test>\r\n\r\nBuy"
      ),
      from: "support@shop.test",
    }

    it("is ignored with the reason, and opens no ticket", async () => {
      const poll = await arrives(
        aBounce(foreign, { recipient: "x@y.test" }),
        aBounce(foreign, { recipient: "z@y.test" })
      )
      const ledger = await desk.ledger({ state: "ignored" })

      expect(poll).toMatchObject({ ticketed: 0, ignored: 2 })
      expect(ledger.at(-1)?.reason).toBe(
        "A delivery failure of a mail that this desk did not send, or whose ticket was deleted"
      )
      expect(await suppressed("x@y.test")).toEqual([])
    })

    it("is a ticket all the same when a person wants to see it", async () => {
      await arrives(aBounce(foreign, { recipient: "wanted@y.test" }))
      const [row] = (await desk.ledger({ state: "ignored" })).slice(-1)
      const before = desk.sink.mails.length
      const { result } = await replayInboundMailWorkflow(desk.container).run({
        input: { id: row.id },
      })
      await desk.drain()

      expect(result).toMatchObject({ ticketed: 1 })
      expect(desk.sink.mails).toHaveLength(before)
    })

    it("and may be ours, because it names no mail, is a ticket that an agent sees", async () => {
      const poll = await arrives(
        aBounce(foreign, { recipient: "x@y.test", returns: "nothing" })
      )

      expect(poll).toMatchObject({ ticketed: 1 })
    })

    it("with a number in its subject does not get into that ticket", async () => {
      const { customer, ticketId } = await anAnswer()
      const { ticket } = await ticketOf(ticketId)
      const forged = aBounce(foreign, { recipient: customer, returns: "nothing" })
        .toString()
        .replace("Subject: ", `Subject: [#${ticket.number}] `)
      await arrives(Buffer.from(forged))

      expect((await ticketOf(ticketId)).ticket.version).toBe(ticket.version)
      expect(await suppressed(customer)).toEqual([])
    })

    it("of a mail whose ticket was deleted is ignored", async () => {
      const { customer, ticketId, sent } = await anAnswer()
      await desk.container
        .resolve(HELPDESK_MODULE)
        .deleteTicket(ticketId, { type: "system", id: null })
      const poll = await arrives(aBounce(sent, { recipient: customer }))

      expect(poll).toMatchObject({ ticketed: 0, ignored: 1 })
    })
  })

  describe("from an address that nobody has", () => {
    it("ends automatic mail to it, and a mail from there begins it again", async () => {
      const { customer, sent } = await anAnswer()
      await arrives(aBounce(sent, { recipient: customer }))
      const [{ outbound_mail_id, ...row }] = await suppressed(customer)
      const answers = () =>
        desk.sink.mails.filter(
          ({ to, header }) => to.includes(customer) && header("auto-submitted")
        )

      expect(row).toMatchObject({
        reason: "hard_bounce",
        permanent: true,
        status: "5.1.1",
        response: expect.stringContaining("User unknown"),
        inbound_mail_id: expect.stringMatching(/^imail_/),
      })
      expect(await mail().retrieveCrmOutboundMail(outbound_mail_id)).toMatchObject({
        to: [customer],
      })
      expect(
        await mail().claimAutoReplies([{ inbound_mail_id: "imail_x", address: customer }])
      ).toEqual(new Set())

      // A machine's mail proves nothing, and a forger's nothing either.
      await arrives(
        await aMail({ from: customer, headers: { "Auto-Submitted": "auto-replied" } }),
        await aMail({
          from: customer,
          headers: { "Authentication-Results": "mx; dmarc=fail" },
        })
      )
      expect(await suppressed(customer)).toHaveLength(1)
      await arrives(await aMail({ from: customer.toUpperCase() }))
      await desk.drain()
      expect(await suppressed(customer)).toEqual([])
      expect(answers()).toHaveLength(1)
    })

    it("cannot be named by somebody who got another mail", async () => {
      const { sent } = await anAnswer([aCustomer()])
      const victim = aCustomer()
      await arrives(aBounce(sent, { recipient: victim }))

      expect(await suppressed(victim)).toEqual([])
    })

    it("is no matter of the address when the server did not like us", async () => {
      const { customer, sent } = await anAnswer()
      await arrives(
        aBounce(sent, {
          recipient: customer,
          status: "5.7.1",
          said: "554 5.7.1 Your server is on a list",
        })
      )

      expect(await suppressed(customer)).toEqual([])
    })
  })

  it("for a reason that may pass suppresses the address the fifth time in seven days", async () => {
    const { customer, ticketId } = await anAnswer()
    const bounceAgain = async (index: number) => {
      const { message_id } = await desk.reply(ticketId, {})
      await desk.drain()
      const [{ message_id: id }] = await desk.outbox(message_id)
      const sent = desk.sink.mails.find(({ parsed }) => parsed.messageId === `<${id}>`)
      if (!sent) throw new Error(`answer ${index} did not leave`)
      await arrives(aBounce(sent, { recipient: customer, status: "4.2.2" }))
    }
    for (let index = 1; index <= 4; index++) await bounceAgain(index)
    expect(await suppressed(customer)).toEqual([])

    await bounceAgain(5)
    const [row] = await suppressed(customer)
    expect(row).toMatchObject({ reason: "soft_bounces", permanent: false })

    // Lifted by an agent, the count begins anew.
    await mail().liftSuppressions([customer])
    await bounceAgain(6)
    expect(await suppressed(customer)).toEqual([])
  })
})
