import type { Client } from "pg"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { replayInboundMailWorkflow } from "../../src/workflows/inbound-mail/replay-inbound-mail"
import {
  aCustomer,
  aMail,
  startMailDesk,
  SUPPORT,
  type MailDesk,
} from "../support/mail-desk"

const AUTO_REPLY = {
  auto_reply_subject: "We got your mail",
  auto_reply_body: "It is request {{ticket.number}} with {{department.name}}.",
}

describe("a desk that answers automatically", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_loops", AUTO_REPLY)
  })
  afterAll(() => desk?.stop())

  const arrives = async (...mails: Buffer[]) => {
    mails.forEach((raw) => desk.deliver(raw))
    const poll = await desk.poll()
    while (await desk.drain());
    return poll
  }
  const answersTo = (address: string) =>
    desk.sink.mails.filter(({ to }) => to.includes(address))
  const anHourPasses = async () => {
    const { onDatabase } = await import("../support/databases.mjs")

    await onDatabase(desk.boot.databaseUrl, (database: Client) =>
      database.query(
        "update crm_auto_reply set created_at = created_at - interval '1 hour'"
      )
    )
  }

  describe("and another desk of the same kind (A1)", () => {
    const THEIRS = "help@other.test"
    let other: MailDesk

    beforeAll(async () => {
      other = await startMailDesk("mail_loops_other", { ...AUTO_REPLY, address: THEIRS })
    })
    afterAll(() => other?.stop())

    /** Carries what each of the two sent to the other, until neither has anything to say. */
    async function untilItIsQuiet() {
      const taken = new Map([
        [desk, desk.sink.mails.length],
        [other, other.sink.mails.length],
      ])
      const carried: string[] = []

      for (let turn = 0, isQuiet = false; !isQuiet && turn < 20; turn++) {
        isQuiet = true
        for (const [from, to, address] of [
          [desk, other, THEIRS],
          [other, desk, SUPPORT],
        ] as const) {
          while (await from.drain());
          const fresh = from.sink.mails.slice(taken.get(from))
          taken.set(from, from.sink.mails.length)
          for (const { raw } of fresh.filter((sent) => sent.to.includes(address))) {
            isQuiet = false
            carried.push(address)
            to.deliver(raw)
          }
          await to.poll()
        }
      }
      return carried
    }

    it("exchange one automatic answer in total after one mail", async () => {
      desk.deliver(await aMail({ from: THEIRS, subject: "Seed" }))
      await desk.poll()

      expect(await untilItIsQuiet()).toEqual([THEIRS])
      expect(await other.ticketsOf(SUPPORT)).toHaveLength(1)
    })
  })

  describe("and a program that strips every header (A2)", () => {
    it("get no further than three answers in an hour, and five tickets, with an alert", async () => {
      const machine = aCustomer()
      let cases = 50
      const itAnswers = () =>
        aMail({
          from: machine,
          subject: `Re: [Case ${++cases}] Re: We got your mail`,
          text: `Thank you for writing to us.\nYour message of ${cases} May got the number ${cases}.`,
        })

      await arrives(await itAnswers(), await itAnswers(), await itAnswers())
      expect(answersTo(machine).length).toBeLessThanOrEqual(3)

      for (let hour = 1; hour <= 12; hour++) {
        await anHourPasses()
        await arrives(await itAnswers())
      }
      const tickets = await desk.ticketsOf(machine)
      const events = await Promise.all(
        tickets.map(
          async ({ id }) =>
            (await desk.container.resolve(HELPDESK_MODULE).ticketPage(id, null))
              ?.events ?? []
        )
      )
      expect(tickets.length).toBeLessThanOrEqual(5)
      expect(answersTo(machine).length).toBeLessThanOrEqual(5)
      expect(events.flat().filter(({ type }) => type === "loop_suspected")).toHaveLength(
        1
      )
      // A loop loses no mail, and a person behind the address is still heard.
      expect(
        tickets
          .flatMap(({ messages }) => messages)
          .filter(({ kind }) => kind === "customer")
      ).toHaveLength(15)
      await arrives(
        await aMail({
          from: machine,
          subject: "Phone us",
          text: "Your desk writes to ours!",
        })
      )
      expect(await desk.ticketsOf(machine)).toHaveLength(tickets.length + 1)
    })

    it("stay on one ticket where the number survived", async () => {
      const machine = aCustomer()
      await arrives(await aMail({ from: machine }))
      for (let turn = 0; turn < 4; turn++) {
        const [{ parsed }] = answersTo(machine)
        await anHourPasses()
        await arrives(
          await aMail({ from: machine, subject: `Re: ${parsed.subject} [Case ${turn}]` })
        )
      }

      expect(await desk.ticketsOf(machine)).toHaveLength(1)
      expect(answersTo(machine)).toHaveLength(1)
    })
  })

  it("answers nothing that a machine wrote (A3)", async () => {
    const before = desk.sink.mails.length
    const people = () => aCustomer()
    const forms: [string, Parameters<typeof aMail>[0]][] = [
      [
        "Postfix",
        {
          from: "MAILER-DAEMON@mx.example.com",
          subject: "Undelivered Mail Returned to Sender",
        },
      ],
      [
        "Exchange",
        {
          from: "postmaster@contoso.example.com",
          subject: "Undeliverable: Your order",
          text: "Your message couldn't be delivered to the recipients shown below.",
        },
      ],
      [
        "Gmail",
        {
          from: "mailer-daemon@googlemail.example.com",
          subject: "Delivery Status Notification (Failure)",
          headers: { "X-Failed-Recipients": "x@example.com" },
        },
      ],
      [
        "qmail",
        {
          from: "MAILER-DAEMON@qmail.example.com",
          subject: "failure notice",
          text: "Hi. This is the qmail-send program.\nI'm afraid I wasn't able to deliver your message.",
        },
      ],
      [
        "VERP",
        { from: "bounces+support=shop.test@lists.example.com", subject: "Returned" },
      ],
      ["null sender", { from: people(), headers: { "Return-Path": "<>" } }],
      ["postmaster", { from: "postmaster@example.com", subject: "Report" }],
      [
        "a list",
        { from: people(), headers: { "List-Unsubscribe": "<https://x.example.com>" } },
      ],
      [
        "Microsoft's wish",
        { from: people(), headers: { "X-Auto-Response-Suppress": "OOF" } },
      ],
      ["no-reply", { from: "no-reply@machine.example.com" }],
      ["a loop token", { from: people(), headers: { "X-Loop": "yes" } }],
      ...[
        "Out of Office: Re: parcel",
        "Abwesenheitsnotiz: Paket",
        "Réponse automatique : colis",
        "Respuesta automática: paquete",
        "Risposta automatica: pacco",
        "Automatisch antwoord: pakje",
        "Automatyczna odpowiedź: paczka",
        "Automatisk svar: pakke",
        "Автоматический ответ: посылка",
        "自動返信: 荷物",
      ].map((subject): [string, Parameters<typeof aMail>[0]] => [
        subject,
        { from: people(), subject },
      ]),
    ]
    const mails = await Promise.all(forms.map(([, form]) => aMail(form)))
    const poll = await arrives(...mails)

    expect(poll?.fetched).toBe(forms.length)
    expect(desk.sink.mails.slice(before).map(({ to }) => to)).toEqual([])
  })

  it("says nothing of what the sender wrote (A4)", async () => {
    const victim = aCustomer()
    await arrives(
      await aMail({
        from: `CANARY Pills <${victim}>`,
        subject: "CANARY {{ticket.number}} https://canary.example.com",
        text: "CANARY buy at https://canary.example.com\n{{department.name}}",
      })
    )
    const [answer] = answersTo(victim)
    const [ticket] = await desk.ticketsOf(victim)

    expect(answer.raw.toString()).not.toMatch(/canary/i)
    expect(answer.parsed.subject).toBe(`[#${ticket.number}] We got your mail`)
    expect(answer.parsed.text?.trim()).toBe(
      `It is request ${ticket.number} with Shop support.`
    )
    expect(answer.parsed.to).toEqual([{ address: victim, name: "" }])
  })

  it("is no relay: a hundred forged mails bring the victim one answer (A4)", async () => {
    const victim = aCustomer()
    const mails = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        aMail({ from: victim, subject: `Offer ${index}` })
      )
    )
    await arrives(...mails)

    expect(answersTo(victim)).toHaveLength(1)
  })

  describe("a mail that goes in a circle (A6)", () => {
    it("is set aside when it passed through too many servers", async () => {
      const customer = aCustomer()
      const hops = Array.from(
        { length: 51 },
        (_, index) => `Received: from ${index}.example.com by mx.example.com`
      )
      await arrives(
        Buffer.concat([
          Buffer.from(`${hops.join("\r\n")}\r\n`),
          await aMail({ from: customer }),
        ])
      )
      const [row] = await desk.ledger({ from_email: customer })

      expect(row).toMatchObject({
        state: "quarantined",
        reason: "It passed through 51 mail servers: it goes in a circle",
      })
      expect(await desk.ticketsOf(customer)).toEqual([])
    })

    it("is set aside when it carries our own token under another Message-ID, until a person wants it", async () => {
      const customer = aCustomer()
      await arrives(await aMail({ from: customer }))
      const [answer] = answersTo(customer)
      const token = answer.header("x-loop") ?? ""
      await arrives(
        await aMail({ from: SUPPORT, subject: "Fwd", headers: { "X-Loop": token } })
      )
      const [row] = (await desk.ledger({ state: "quarantined" })).slice(-1)

      expect(token).toMatch(/^crm-desk-[0-9a-f]{24}$/)
      expect(row).toMatchObject({
        from_email: SUPPORT,
        reason: "An automatic mail of this desk came back to it (X-Loop)",
      })
      const before = desk.sink.mails.length
      const { result } = await replayInboundMailWorkflow(desk.container).run({
        input: { id: row.id },
      })
      await desk.drain()
      expect(result).toMatchObject({ ticketed: 1, quarantined: 0 })
      expect(desk.sink.mails).toHaveLength(before)
    })

    it("under our own Message-ID is our own mail that came back", async () => {
      const customer = aCustomer()
      await arrives(await aMail({ from: customer }))
      const [answer] = answersTo(customer)
      const poll = await arrives(answer.raw)

      expect(poll).toMatchObject({ ticketed: 0, ignored: 1 })
    })
  })

  it("puts no token and no mark of a machine on what an agent writes", async () => {
    const customer = aCustomer()
    await arrives(await aMail({ from: customer }))
    const [{ id }] = await desk.ticketsOf(customer)
    await desk.reply(id, {})
    while (await desk.drain());
    const [, reply] = answersTo(customer)

    for (const name of ["x-loop", "auto-submitted", "precedence"]) {
      expect(reply.header(name)).toBeUndefined()
    }
  })

  it("lets an agent's reply pass an automatic answer that does not get through", async () => {
    const customer = aCustomer()
    desk.sink.refuse(customer, 451, "4.7.1 Greylisted")
    await arrives(await aMail({ from: customer }))
    const [{ id, messages }] = await desk.ticketsOf(customer)
    desk.sink.accept(customer)
    await desk.reply(id, { body_text: "By hand." })
    await desk.drain()

    const automatic = messages.find(({ kind }) => kind === "system")
    expect(await desk.outbox(automatic?.id ?? "")).toMatchObject([{ state: "failed" }])
    expect(answersTo(customer).map(({ parsed }) => parsed.text?.trim())).toEqual([
      "By hand.",
    ])
  })
})
