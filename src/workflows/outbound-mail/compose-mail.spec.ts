import { DEFAULT_MAIL_TEMPLATES } from "../../modules/helpdesk/domain/mail-templates"
import type { WaitingMessage } from "../../modules/helpdesk/records/hand-over"
import {
  accountFor,
  composeMail,
  isForRequesterAlone,
  type SendingAccount,
} from "./compose-mail"

const KEY = Buffer.alloc(32, 1)

const account = (changes: Partial<SendingAccount> = {}): SendingAccount => ({
  id: "macc_1",
  number: 1,
  address: "support@shop.test",
  department_id: "dep_support",
  enabled: true,
  reply_footer: null,
  ...changes,
})

const message = (changes: Partial<WaitingMessage> = {}): WaitingMessage => ({
  id: "tmsg_01HZX3V0Q4W6Y8A0B2C4D6E8F0",
  kind: "agent",
  ticket_id: "tick_1",
  ticket_number: 1000001,
  subject: "Where is it?",
  from_name: "Ada Agent",
  to: ["mia@shopper.test"],
  cc: [],
  bcc: [],
  body_text: "On its way.",
  body_html: null,
  signature_text: "",
  signature_html: null,
  requester_name: "Mia Moon",
  requester_email: "mia@shopper.test",
  visible_to_customer: true,
  mail_in_reply_to: null,
  department: { id: "dep_support", public_name: "Shop support", mail_account_id: null },
  mail_account_id: null,
  thread: [],
  attachments: [],
  ...changes,
})

describe("the mail of a reply", () => {
  it("shows the department's public name and the ticket's number, not the agent", () => {
    expect(composeMail(message(), account(), KEY)).toMatchObject({
      from_name: "Shop support",
      subject: "[#1000001] Where is it?",
      to: ["mia@shopper.test"],
      is_auto_reply: false,
    })
  })

  it("threads below the latest mail and names those before it", () => {
    const { in_reply_to, references } = composeMail(
      message({ thread: ["a@x", "b@x", "c@x"] }),
      account(),
      KEY
    )

    expect({ in_reply_to, references }).toEqual({
      in_reply_to: "c@x",
      references: ["a@x", "b@x", "c@x"],
    })
  })

  it("names the first and the nearest of a long thread", () => {
    const thread = Array.from({ length: 50 }, (_, index) => `${index}@x`)
    const { references } = composeMail(message({ thread }), account(), KEY)

    expect(references).toHaveLength(20)
    expect([references[0], references[1], references[19]]).toEqual([
      "0@x",
      "31@x",
      "49@x",
    ])
  })

  it("ends with the account's footer, escaped where it is HTML (V-23)", () => {
    const footer = "Nordwind <b>GmbH</b>\nBerlin"

    expect(composeMail(message(), account({ reply_footer: footer }), KEY).body_text).toBe(
      `On its way.\n\n${footer}\n`
    )
    expect(
      composeMail(
        message({ body_html: "<p>On its way.</p>" }),
        account({ reply_footer: footer }),
        KEY
      ).body_html
    ).toBe("<p>On its way.</p><p>Nordwind &lt;b&gt;GmbH&lt;/b&gt;<br>Berlin</p>")
  })

  it("ends with the agent's signature, below the mark that programs know it by (V-71)", () => {
    const signed = message({
      body_html: "<p>On its <b>way</b>.</p>",
      signature_text: "Ada & co\nNordwind",
    })
    const { body_text, body_html } = composeMail(
      signed,
      account({ reply_footer: "Nordwind GmbH" }),
      KEY
    )

    expect(body_text).toBe("On its way.\n\n-- \nAda & co\nNordwind\n\nNordwind GmbH\n")
    expect(body_html).toBe(
      "<p>On its <b>way</b>.</p><div>-- <br>Ada &amp; co<br>Nordwind</div><p>Nordwind GmbH</p>"
    )
  })

  it("stands in the shop's frame, which may show the shop's picture (D-30)", () => {
    const frame = {
      shop_name: "Nordwind",
      template: {
        ...DEFAULT_MAIL_TEMPLATES.reply,
        subject: "{{ shop.name }}: {{ ticket.subject }}",
        body_text: "Dear {{ customer.name }},\n\n{{ content }}",
        body_html: '<img data-src="https://shop.test/logo.png" /><p>{{ content }}</p>',
      },
    }
    const mail = composeMail(
      message({ body_html: "<p>On its way.</p>" }),
      account(),
      KEY,
      frame
    )

    expect(mail).toMatchObject({
      subject: "[#1000001] Nordwind: Where is it?",
      body_text: "Dear Mia Moon,\n\nOn its way.",
      body_html: '<img src="https://shop.test/logo.png" /><p>On its way.</p>',
    })
  })

  it("of the desk itself stands in no frame", () => {
    const frame = {
      shop_name: null,
      template: {
        ...DEFAULT_MAIL_TEMPLATES.reply,
        body_text: "Dear friend: {{ content }}",
      },
    }

    expect(
      composeMail(message({ kind: "system" }), account(), KEY, frame).body_text
    ).toBe("On its way.")
  })

  it("has the same Message-ID however often it is composed", () => {
    expect(composeMail(message(), account(), KEY).message_id).toBe(
      composeMail(message({ body_text: "x" }), account(), KEY).message_id
    )
  })

  it("of the desk itself answers the mail it was asked for, as a machine", () => {
    expect(
      composeMail(
        message({ kind: "system", mail_in_reply_to: "hers@x", thread: ["hers@x"] }),
        account(),
        KEY
      )
    ).toMatchObject({
      is_auto_reply: true,
      in_reply_to: "hers@x",
      references: ["hers@x"],
    })
  })
})

describe("the account a reply leaves through", () => {
  const first = account()
  const second = account({ id: "macc_2", number: 2 })
  const elsewhere = account({ id: "macc_3", number: 3, department_id: "dep_sales" })
  const all = [elsewhere, second, first]

  it("is the one the customer wrote to, while it feeds the department", () => {
    expect(accountFor(message({ mail_account_id: "macc_2" }), all)?.id).toBe("macc_2")
  })

  it("is the department's own after the ticket moved", () => {
    const moved = message({
      mail_account_id: "macc_3",
      department: { id: "dep_support", public_name: "x", mail_account_id: "macc_2" },
    })

    expect(accountFor(moved, all)?.id).toBe("macc_2")
  })

  it("is the first that feeds the department when nothing else is said", () => {
    expect(accountFor(message(), all)?.id).toBe("macc_1")
  })

  it("is never one that is switched off", () => {
    expect(accountFor(message(), [account({ enabled: false })])).toBeNull()
  })
})

describe("the way to the request", () => {
  const request_link = "https://shop.test/support/t/token"
  const frame = {
    template: DEFAULT_MAIL_TEMPLATES.reply,
    shop_name: "Shop",
    request_link,
  }

  it("stands below the answer, as a link where there is HTML", () => {
    const mail = composeMail(
      message({ body_html: "<p>On its way.</p>" }),
      account(),
      KEY,
      frame
    )
    expect(mail.body_text).toBe(`On its way.\n\nView your request: ${request_link}`)
    expect(mail.body_html).toContain(`<a href="${request_link}">View your request</a>`)
  })

  it("speaks the shop's language", () => {
    expect(
      composeMail(message(), account(), KEY, { ...frame, locale: "de-DE" }).body_text
    ).toContain(`Ihre Anfrage ansehen: ${request_link}`)
  })

  it("stands where the merchant's template says it, and only there", () => {
    const template = {
      ...DEFAULT_MAIL_TEMPLATES.reply,
      body_text: "{{ content }}\n\nOnline: {{ request.link }}",
    }
    expect(composeMail(message(), account(), KEY, { ...frame, template }).body_text).toBe(
      `On its way.\n\nOnline: ${request_link}`
    )
  })

  it.each<[string, Partial<WaitingMessage>, boolean]>([
    ["to the requester alone", { to: ["Mia@Shopper.test"] }, true],
    ["with a copy", { cc: ["dad@shopper.test"] }, false],
    ["with a blind copy", { bcc: ["boss@shop.test"] }, false],
    ["to two", { to: ["mia@shopper.test", "eve@shopper.test"] }, false],
    ["to somebody else", { to: ["eve@shopper.test"] }, false],
    ["of a ticket kept from the customer", { visible_to_customer: false }, false],
    ["of the desk itself", { kind: "system" }, false],
  ])("may be in a mail %s: %#", (_, changes, may) => {
    expect(isForRequesterAlone(message(changes))).toBe(may)
  })
})
