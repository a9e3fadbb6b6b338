import {
  DEFAULT_MAIL_TEMPLATES,
  MAIL_TEMPLATE_KEYS,
  type MailTemplate,
} from "./mail-templates"
import { detailsOf, refusalOfTemplate, renderMailTemplate } from "./render-mail-template"

const facts = {
  "ticket.number": "1000123",
  "ticket.link": "https://shop.test/app/crm/tickets/tick_1",
  "ticket.subject": "Where is my parcel?",
  "department.name": "Sales",
  "customer.name": "Mia Moon",
  "customer.email": "mia@shopper.test",
  "assigned_by.name": "Ada",
  due_at: "12 May",
  details: detailsOf({
    customer: "Mia Moon",
    email: "mia@shopper.test",
    subject: "Where is my parcel?",
    message: "It has not come.",
  }),
}
const reply = (changes: Partial<MailTemplate> = {}): MailTemplate => ({
  ...DEFAULT_MAIL_TEMPLATES.reply,
  ...changes,
})

describe("the built-in texts", () => {
  it.each(MAIL_TEMPLATE_KEYS)("of %s may be saved as they are", (key) => {
    expect(refusalOfTemplate(key, DEFAULT_MAIL_TEMPLATES[key])).toBeNull()
  })

  it("leave a reply as the agent wrote it", () => {
    expect(
      renderMailTemplate("reply", reply(), facts, { text: "Hello", html: "<p>Hello</p>" })
    ).toEqual({ subject: "Where is my parcel?", text: "Hello", html: "<p>Hello</p>" })
  })

  it("tell the merchant of a new ticket without personal data (D-15, K-9)", () => {
    const { subject, text } = renderMailTemplate(
      "new_ticket",
      DEFAULT_MAIL_TEMPLATES.new_ticket,
      facts
    )

    expect(subject).toBe("New ticket #1000123 in Sales")
    expect(text).toContain("https://shop.test/app/crm/tickets/tick_1")
    expect(`${subject} ${text}`).not.toMatch(/Mia|mia@|parcel|not come/)
  })

  it("tell an assignee all of it, the number first (M-04, K-9)", () => {
    const { subject, text } = renderMailTemplate(
      "assignment",
      DEFAULT_MAIL_TEMPLATES.assignment,
      facts
    )

    expect(subject).toBe("Ticket #1000123: Where is my parcel?")
    expect(text).toContain("Ada assigned ticket #1000123 in Sales to you")
    expect(text).toContain("From: Mia Moon <mia@shopper.test>")
    expect(text).toContain("It has not come.")
  })

  it("are switched from one to the other", () => {
    const render = (include_details: boolean) =>
      renderMailTemplate(
        "new_ticket",
        { ...DEFAULT_MAIL_TEMPLATES.new_ticket, include_details },
        facts
      ).text

    expect(render(true)).toContain("mia@shopper.test")
    expect(render(false)).not.toContain("mia@shopper.test")
  })
})

describe("a frame around replies (D-30)", () => {
  const framed = reply({
    body_text: "Dear {{ customer.name }},\n\n{{ content }}\n\n{{ shop.name }}",
    body_html: "<h1>{{ department.name }}</h1><p>{{ content }}</p>",
  })

  it("stands around the text and around the HTML", () => {
    expect(
      renderMailTemplate("reply", framed, facts, {
        text: "On its way.",
        html: "<p>On <b>its</b> way.</p>",
      })
    ).toEqual({
      subject: "Where is my parcel?",
      text: "Dear Mia Moon,\n\nOn its way.",
      html: "<h1>Sales</h1><p>On <b>its</b> way.</p>",
    })
  })

  it("stays plain around a plain reply", () => {
    expect(
      renderMailTemplate("reply", framed, facts, { text: "On its way.", html: null }).html
    ).toBeNull()
  })

  it("escapes whatever a customer is called, and is not filled by it", () => {
    const hostile = {
      ...facts,
      "customer.name": "<img src=x onerror=alert(1)>{{ content }}",
    }
    const { html, text } = renderMailTemplate(
      "reply",
      reply({ body_html: "<p>{{ customer.name }}</p>{{ content }}" }),
      hostile,
      { text: "once", html: "<p>once</p>" }
    )

    expect(html).toBe("<p>&lt;img src=x onerror=alert(1)&gt;{{ content }}</p><p>once</p>")
    expect(text).toBe("once")
  })

  it("keeps the subject on one line", () => {
    expect(
      renderMailTemplate("reply", reply(), {
        ...facts,
        "ticket.subject": "Hi\r\nBcc: everybody@shop.test",
      }).subject
    ).toBe("Hi Bcc: everybody@shop.test")
  })
})

describe("a template", () => {
  it.each([
    [
      { body_text: "{{ content }} {{ order.total }}" },
      /no variable order\.total\. It may contain content/,
    ],
    [{ body_text: "Hello" }, /needs \{\{ content \}\}/],
    [{ body_html: "<p>Hello</p>" }, /needs \{\{ content \}\}/],
    [{ subject: "{{ ticket.numer }}" }, /no variable ticket\.numer/],
  ])("that says %j is refused", (changes, reason) => {
    expect(refusalOfTemplate("reply", reply(changes))).toMatch(reason)
  })

  it("of an automatic answer may not repeat what the sender wrote (A4)", () => {
    for (const name of ["customer.name", "ticket.subject", "message", "details"]) {
      expect(
        refusalOfTemplate("auto_reply", {
          ...DEFAULT_MAIL_TEMPLATES.auto_reply,
          body_text: `{{ content }} {{ ${name} }}`,
        })
      ).toMatch(/has no variable/)
    }
  })
})
