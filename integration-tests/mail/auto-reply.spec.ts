import { aCustomer, aMail, startMailDesk, type MailDesk } from "../support/mail-desk"

describe("an account with an automatic answer", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_auto_reply", {
      auto_reply_subject: "We got your mail",
      auto_reply_body: "It is request {{ticket_number}}.",
    })
  })
  afterAll(() => desk?.stop())

  async function arrives(mail: Parameters<typeof aMail>[0]) {
    desk.deliver(await aMail(mail))
    await desk.poll()
    await desk.drain()
  }
  const answersTo = (address: string) =>
    desk.sink.mails.filter(({ to }) => to.includes(address))

  it("answers a new ticket, marked as written by a machine", async () => {
    const customer = aCustomer()
    await arrives({ from: customer, messageId: "<new@mail.example.com>" })

    expect(answersTo(customer)).toHaveLength(1)
    const [answer] = answersTo(customer)
    expect(answer.parsed.subject).toContain("We got your mail")
    expect(answer.parsed.inReplyTo).toBe("<new@mail.example.com>")
    expect(answer.header("auto-submitted")).toBe("auto-replied")
    expect(answer.header("x-auto-response-suppress")).toBeDefined()
  })

  it("answers an address once in thirty minutes, and sends nothing later", async () => {
    const customer = aCustomer()
    await arrives({ from: customer, subject: "First matter" })
    await arrives({ from: customer, subject: "Second matter" })
    await desk.drain()

    expect(await desk.ticketsOf(customer)).toHaveLength(2)
    expect(answersTo(customer)).toHaveLength(1)
  })

  it("answers no further mail on a ticket", async () => {
    const customer = aCustomer()
    await arrives({ from: customer, messageId: `<a.${customer}>` })
    await arrives({ from: customer, inReplyTo: `<a.${customer}>` })

    expect(await desk.ticketsOf(customer)).toHaveLength(1)
    expect(answersTo(customer)).toHaveLength(1)
  })

  it.each([
    ["an out-of-office note", { "Auto-Submitted": "auto-replied" }],
    ["a mailing list", { "List-Id": "<news.example.com>" }],
    ["bulk mail", { Precedence: "bulk" }],
  ])("answers no machine: %s", async (_what, headers) => {
    const customer = aCustomer()
    await arrives({ from: customer, headers })

    expect(answersTo(customer)).toEqual([])
  })

  it("answers no address that nobody reads", async () => {
    await arrives({ from: "no-reply@machine.example.com" })

    expect(answersTo("no-reply@machine.example.com")).toEqual([])
  })
})
