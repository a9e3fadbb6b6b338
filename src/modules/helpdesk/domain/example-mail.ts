import type { MailTemplateKey } from "./mail-templates"
import {
  detailsOf,
  type TemplateContent,
  type TemplateFacts,
} from "./render-mail-template"

const CUSTOMER = { customer: "Mia Moon", email: "mia@example.com" }
const SUBJECT = "Where is my parcel?"
const MESSAGE = "Hello,\n\nmy parcel has not come yet. Can you have a look?\n\nMia"

/** What the preview of a template is filled with: invented, so that it shows nobody's data. */
export const EXAMPLE_FACTS: TemplateFacts = {
  "ticket.number": "1000123",
  "ticket.link": "https://shop.example.com/app/crm/tickets/tick_example",
  "ticket.channel": "email",
  "ticket.status": "Open",
  "ticket.subject": SUBJECT,
  "department.name": "Customer Service",
  "agent.name": "Ada Agent",
  "shop.name": "Example Shop",
  "customer.name": CUSTOMER.customer,
  "customer.email": CUSTOMER.email,
  "assigned_by.name": "Bo Agent",
  subject: "We have your mail",
  due_at: "4 May, 12:00",
  code: "123456",
  minutes: "15",
  "order.number": "1042",
  question: "How was our help?",
  "rating.link": "https://shop.example.com/support/r/example",
  "request.link": "https://shop.example.com/support/t/example",
  message: MESSAGE,
  details: detailsOf({ ...CUSTOMER, subject: SUBJECT, message: MESSAGE }),
}

const REPLY: TemplateContent = {
  text: "Hello Mia,\n\nyour parcel is on its way.\n\n-- \nAda Agent",
  html: "<p>Hello <strong>Mia</strong>,</p><p>your parcel is on its way.</p><div>-- <br>Ada Agent</div>",
}
const AUTO_REPLY: TemplateContent = {
  text: "Thank you for your mail. It is request #1000123.",
  html: null,
}

/** What a template is put around. */
export function exampleContent(key: MailTemplateKey): TemplateContent | undefined {
  switch (key) {
    case "reply":
      return REPLY
    case "auto_reply":
      return AUTO_REPLY
    default:
      return undefined
  }
}
