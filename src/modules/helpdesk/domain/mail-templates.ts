/** The mails of the desk whose wording a merchant may change. */
export const MAIL_TEMPLATE_KEYS = [
  "auto_reply",
  "reply",
  "new_ticket",
  "assignment",
  "watcher",
  "overdue",
  "order_code",
  "rating_request",
] as const
export type MailTemplateKey = (typeof MAIL_TEMPLATE_KEYS)[number]
/** Those that agents get. */
export type NoticeTemplateKey = Exclude<MailTemplateKey, "auto_reply" | "reply">

export type MailTemplate = {
  subject: string
  body_text: string
  /** Null: the mail is plain text, or the text with its lines broken. */
  body_html: string | null
  enabled: boolean
  include_details: boolean
}

type TemplateRules = {
  /** What the text may name. `content` is what the mail is made for, put in as it is. */
  variables: readonly string[]
  /** Must be in the body: without it the mail would not say what it is sent for. */
  required: readonly string[]
  /** Who reads it, which decides what it may give away. */
  reader: "customer" | "agent"
  can_be_off: boolean
  /** The others are plain text: an agent's notice needs no dress. */
  has_html: boolean
}

/** About the ticket, without a word that a customer wrote (D-15). */
const FACTS = [
  "ticket.number",
  "ticket.link",
  "ticket.channel",
  "ticket.status",
  "department.name",
  "agent.name",
  "shop.name",
] as const

/** What tells who wrote and what; empty while `include_details` is off (K-9). */
export const DETAIL_VARIABLES = [
  "ticket.subject",
  "customer.name",
  "customer.email",
  "message",
  "details",
] as const

const notice = (more: readonly string[] = []): TemplateRules => ({
  variables: [...FACTS, ...DETAIL_VARIABLES, ...more],
  required: [],
  reader: "agent",
  can_be_off: true,
  has_html: false,
})

export const MAIL_TEMPLATE_RULES: Record<MailTemplateKey, TemplateRules> = {
  // Nothing of the sender's own words, or the desk becomes a relay for them (A4).
  auto_reply: {
    variables: ["content", "subject", "ticket.number", "department.name", "shop.name"],
    required: ["content"],
    reader: "customer",
    can_be_off: false,
    has_html: false,
  },
  reply: {
    variables: [
      "content",
      "ticket.number",
      "ticket.subject",
      "department.name",
      "agent.name",
      "customer.name",
      "shop.name",
      "request.link",
    ],
    required: ["content"],
    reader: "customer",
    can_be_off: false,
    has_html: true,
  },
  new_ticket: notice(),
  assignment: notice(["assigned_by.name"]),
  watcher: notice(),
  overdue: notice(["due_at"]),
  order_code: {
    variables: ["code", "minutes", "order.number", "shop.name"],
    required: ["code"],
    reader: "customer",
    can_be_off: false,
    has_html: false,
  },
  rating_request: {
    variables: [
      "question",
      "rating.link",
      "ticket.number",
      "ticket.subject",
      "department.name",
      "shop.name",
    ],
    required: ["rating.link"],
    reader: "customer",
    can_be_off: false,
    has_html: false,
  },
}

/** What is sent until a merchant words it differently. */
export const DEFAULT_MAIL_TEMPLATES: Record<MailTemplateKey, MailTemplate> = {
  auto_reply: {
    subject: "{{ subject }}",
    body_text: "{{ content }}",
    body_html: null,
    enabled: true,
    include_details: false,
  },
  reply: {
    subject: "{{ ticket.subject }}",
    body_text: "{{ content }}",
    body_html: "{{ content }}",
    enabled: true,
    include_details: true,
  },
  new_ticket: {
    subject: "New ticket #{{ ticket.number }} in {{ department.name }}",
    body_text: [
      "There is a new ticket in {{ department.name }}: #{{ ticket.number }}.",
      '{{ details | default: "" }}',
      'Answer it in the admin: {{ ticket.link | default: "Support, Tickets" }}',
    ].join("\n\n"),
    body_html: null,
    enabled: true,
    include_details: false,
  },
  assignment: {
    subject:
      'Ticket #{{ ticket.number }}: {{ ticket.subject | default: "it is yours now" }}',
    body_text: [
      '{{ assigned_by.name | default: "Somebody" }} assigned ticket #{{ ticket.number }} in {{ department.name }} to you.',
      '{{ details | default: "" }}',
      'Open it: {{ ticket.link | default: "Support, Tickets" }}',
    ].join("\n\n"),
    body_html: null,
    enabled: true,
    include_details: true,
  },
  watcher: {
    subject: "News on ticket #{{ ticket.number }}",
    body_text: [
      "There is a new message on ticket #{{ ticket.number }} in {{ department.name }}, which you watch.",
      '{{ details | default: "" }}',
      'Open it: {{ ticket.link | default: "Support, Tickets" }}',
    ].join("\n\n"),
    body_html: null,
    enabled: true,
    include_details: false,
  },
  overdue: {
    subject: "Ticket #{{ ticket.number }} is overdue",
    body_text: [
      'Ticket #{{ ticket.number }} in {{ department.name }} was due {{ due_at | default: "by now" }}.',
      '{{ details | default: "" }}',
      'Open it: {{ ticket.link | default: "Support, Tickets" }}',
    ].join("\n\n"),
    body_html: null,
    enabled: true,
    include_details: false,
  },
  order_code: plain("Your code for order #{{ order.number }}", [
    "Somebody asked to see order #{{ order.number }}. This code opens it:",
    "{{ code }}",
    "It can be used once, within {{ minutes }} minutes. If it was not you, you need not do anything.",
  ]),
  rating_request: plain("{{ question }}", [
    "Your request #{{ ticket.number }} is closed. {{ question }}",
    "Tell us with one click: {{ rating.link }}",
    "If something is still open, just reply to this mail.",
  ]),
}

/** Where the customer reads German and the merchant has worded nothing. */
const GERMAN_MAIL_TEMPLATES: Partial<Record<MailTemplateKey, MailTemplate>> = {
  order_code: plain("Ihr Code für Bestellung #{{ order.number }}", [
    "Jemand möchte Bestellung #{{ order.number }} ansehen. Dieser Code öffnet sie:",
    "{{ code }}",
    "Er gilt einmal und {{ minutes }} Minuten lang. Wenn Sie das nicht waren, müssen Sie nichts tun.",
  ]),
  rating_request: plain("{{ question }}", [
    "Ihre Anfrage #{{ ticket.number }} ist abgeschlossen. {{ question }}",
    "Antworten Sie mit einem Klick: {{ rating.link }}",
    "Ist noch etwas offen? Dann antworten Sie einfach auf diese Mail.",
  ]),
}

/** The built-in words of a mail in a language (BCP 47), English where there are none. */
export const builtInTemplate = (
  key: MailTemplateKey,
  locale: string | null | undefined
): MailTemplate =>
  (/^de\b/i.test(locale ?? "") ? GERMAN_MAIL_TEMPLATES[key] : undefined) ??
  DEFAULT_MAIL_TEMPLATES[key]

function plain(subject: string, paragraphs: string[]): MailTemplate {
  return {
    subject,
    body_text: paragraphs.join("\n\n"),
    body_html: null,
    enabled: true,
    include_details: false,
  }
}
