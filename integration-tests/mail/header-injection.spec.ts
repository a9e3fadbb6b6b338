import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { uploadAttachmentsWorkflow } from "../../src/workflows/tickets/upload-attachments"
import { aCustomer, aMail, startMailDesk, type MailDesk } from "../support/mail-desk"

const EVIL = "evil@x.example.com"

describe("line breaks in what becomes a header", () => {
  let desk: MailDesk

  beforeAll(async () => {
    desk = await startMailDesk("mail_header_injection", {
      auto_reply_subject: "We got your mail",
      auto_reply_body: "It is request {{ticket.number}}.",
    })
  })
  afterAll(() => desk?.stop())

  const arrives = async (raw: string) => {
    desk.deliver(Buffer.from(raw))
    await desk.poll()
    while (await desk.drain());
  }
  const sentTo = (address: string) =>
    desk.sink.mails.filter(({ to }) => to.includes(address))
  /** Everything that left went to one person, and no header was smuggled in. */
  const expectOneReader = (address: string) => {
    for (const { to, raw } of sentTo(address)) {
      const [headers] = raw.toString().split("\r\n\r\n")

      expect(to).toEqual([address])
      expect(headers).not.toMatch(/^(bcc|cc|x-evil)\s*:/im)
    }
    expect(sentTo(EVIL)).toEqual([])
  }

  it.each([
    [
      "subject",
      (from: string) => [`From: ${from}`, `Subject: ${encoded("hi\r\nBcc: ")}`],
    ],
    [
      "name",
      (from: string) => [`From: ${encoded("Mia\r\nBcc: ")} <${from}>`, "Subject: Hello"],
    ],
    [
      "Message-ID",
      (from: string) => [`From: ${from}`, `Message-ID: <a\u0000b c\tX-Evil: 1@x>`],
    ],
  ])("an encoded one in a %s stays text (H1)", async (_where, headers) => {
    const customer = aCustomer()
    await arrives(
      [...headers(customer), "To: support@shop.test", "", "Hello", ""].join("\r\n")
    )
    const [ticket] = await desk.ticketsOf(customer)
    await desk.reply(ticket.id, {})
    while (await desk.drain());

    expect(`${ticket.subject}${ticket.requester_name}`).not.toMatch(/[\r\n]/)
    expect(sentTo(customer)).toHaveLength(2)
    expectOneReader(customer)
  })

  it("in a department's name, a subject and a file's name stay text too", async () => {
    const customer = aCustomer()
    await arrives((await aMail({ from: customer })).toString())
    const [ticket] = await desk.ticketsOf(customer)
    const helpdesk = desk.container.resolve(HELPDESK_MODULE)
    await helpdesk.updateCrmDepartments({
      id: desk.departmentId,
      public_name: `Shop\r\nBcc: ${EVIL}`,
    })
    await helpdesk.updateCrmTickets({
      id: ticket.id,
      subject: `Parcel\r\nBcc: ${EVIL}\r\nX-Evil: 1`,
    })
    const { result: files } = await uploadAttachmentsWorkflow(desk.container).run({
      input: {
        uploaded_by: null,
        files: [
          {
            filename: `a.txt"\r\nX-Evil: 1\r\n\r\n<b>`,
            content: Buffer.from("x").toString("base64"),
          },
        ],
      },
    })
    await desk.reply(ticket.id, { attachment_ids: files.map(({ id }) => id) })
    while (await desk.drain());

    const [, reply] = sentTo(customer)
    expect(reply.parsed.attachments).toHaveLength(1)
    expect(reply.parsed.subject).toContain("Parcel")
    expectOneReader(customer)
  })

  it.each([
    `"${EVIL} a"@b.example.com`,
    `a@b.example.com\r\nRCPT TO:<${EVIL}>`,
    `a@b(c)@x.example.com`,
    `a@b.example.com,${EVIL}`,
  ])("a sender like %j is never written to", async (address) => {
    const before = desk.sink.mails.length
    await arrives(`From: <${address}>\r\nSubject: Odd ${address.length}\r\n\r\nHello\r\n`)

    expect(sentTo(EVIL)).toEqual([])
    for (const { to } of desk.sink.mails.slice(before)) {
      expect(to).toEqual(["a@b.example.com"])
    }
  })

  it("a lone dot in a reply does not end the mail (H4)", async () => {
    const customer = aCustomer()
    await arrives((await aMail({ from: customer })).toString())
    const [ticket] = await desk.ticketsOf(customer)
    const before = desk.sink.mails.length
    const body_text = `One\n.\nMAIL FROM:<x@y.test>\r\n.\r\nRCPT TO:<${EVIL}>\n..\nend`
    await desk.reply(ticket.id, { body_text })
    while (await desk.drain());
    const [, reply] = sentTo(customer)

    expect(desk.sink.mails).toHaveLength(before + 1)
    expect(reply.parsed.text?.replace(/\r/g, "").trim()).toBe(
      body_text.replace(/\r/g, "")
    )
    expect(sentTo(EVIL)).toEqual([])
  })
})

/** RFC 2047, with a line break and another header inside. */
const encoded = (text: string) =>
  `=?utf-8?B?${Buffer.from(`${text}${EVIL}\r\nX-Evil: 1`).toString("base64")}?=`
