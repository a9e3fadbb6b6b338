import { escapeHtml, lineBreaks } from "../../modules/helpdesk/domain/fill-text"
import {
  DEFAULT_MAIL_TEMPLATES,
  type MailTemplate,
} from "../../modules/helpdesk/domain/mail-templates"
import { subjectWithNumber } from "../../modules/helpdesk/domain/match-ticket"
import {
  renderMailTemplate,
  type TemplateContent,
} from "../../modules/helpdesk/domain/render-mail-template"
import type { WaitingMessage } from "../../modules/helpdesk/records/hand-over"
import { domainOf } from "../../modules/mail/domain/mail-address"
import { signedReference } from "../../modules/mail/domain/signed-reference"
import type { MailToSend } from "../../modules/mail/records/outbox"
import type { MailAccountDTO } from "../../modules/mail/types"

export type SendingAccount = Pick<
  MailAccountDTO,
  "id" | "number" | "address" | "department_id" | "enabled" | "reply_footer"
>

/** What asked for a mail of the outbox, when it was a ticket's message. */
export const TICKET_MESSAGE = "ticket_message"

/** RFC 5322 2.1.1 has no limit, but some servers refuse long header fields. */
const MOST_REFERENCES = 20

/**
 * The account a message leaves through: the one its customer wrote to last, while that still feeds
 * the ticket's department; else the department's own (K-2); else any that feeds the department.
 */
export function accountFor(
  { department, mail_account_id }: Pick<WaitingMessage, "department" | "mail_account_id">,
  accounts: SendingAccount[]
): SendingAccount | null {
  const usable = accounts.filter(({ enabled }) => enabled)
  const feeding = usable
    .filter(({ department_id }) => department_id === department.id)
    .sort((a, b) => a.number - b.number)

  return (
    feeding.find(({ id }) => id === mail_account_id) ??
    usable.find(({ id }) => id === department.mail_account_id) ??
    feeding[0] ??
    null
  )
}

/** How the shop dresses its replies (D-30). */
export type ReplyFrame = {
  template: MailTemplate
  shop_name: string | null
  /** Opens the ticket in the shop: only for a mail that nobody but its requester gets. */
  request_link?: string | null
  /** BCP 47, for what the frame says itself. */
  locale?: string | null
}

const PLAIN_FRAME: ReplyFrame = {
  template: DEFAULT_MAIL_TEMPLATES.reply,
  shop_name: null,
}

/** The mail of a ticket's message, threaded below what was said before (RFC 5322 3.6.4). */
export function composeMail(
  message: WaitingMessage,
  account: SendingAccount,
  referenceKey: Buffer,
  frame: ReplyFrame = PLAIN_FRAME
): MailToSend {
  const { subject, text, html } = wordsOf(message, frame)
  const in_reply_to = message.mail_in_reply_to ?? message.thread.at(-1) ?? null
  const references = message.mail_in_reply_to
    ? [message.mail_in_reply_to]
    : message.thread

  return {
    reference: TICKET_MESSAGE,
    reference_id: message.id,
    thread_id: message.ticket_id,
    account_id: account.id,
    due_at: message.held_until,
    from_name: message.department.public_name,
    to: message.to,
    cc: message.cc,
    bcc: message.bcc,
    subject: subjectWithNumber(subject, message.ticket_number),
    body_text: withFooter(text, account.reply_footer),
    body_html: html && withHtmlFooter(html, account.reply_footer),
    message_id: signedReference(message.id, domainOf(account.address), referenceKey),
    in_reply_to,
    references: nearest(references),
    is_auto_reply: message.kind === "system",
    attachments: message.attachments,
  }
}

/** What an agent wrote, signed, in the shop's frame. Mail of the desk itself has its own wording. */
function wordsOf(message: WaitingMessage, frame: ReplyFrame) {
  const { template, shop_name, request_link } = frame

  if (message.kind === "system") {
    return { subject: message.subject, text: message.body_text, html: message.body_html }
  }
  return renderMailTemplate(
    "reply",
    { ...template, body_html: template.body_html && withPictures(template.body_html) },
    {
      "ticket.number": String(message.ticket_number),
      "ticket.subject": message.subject,
      "department.name": message.department.public_name,
      "agent.name": message.from_name,
      "customer.name": message.requester_name,
      "shop.name": shop_name,
      "request.link": request_link,
    },
    linkedContent(signedContent(message), frame)
  )
}

/** Where the template does not say it itself, the way to the request stands below the answer. */
function linkedContent(
  { text, html }: TemplateContent,
  { template, request_link, locale }: ReplyFrame
): TemplateContent {
  if (!request_link || /request\.link/.test(template.body_text)) {
    return { text, html }
  }
  const words = /^de\b/i.test(locale ?? "") ? "Ihre Anfrage ansehen" : "View your request"

  return {
    text: `${text.trimEnd()}\n\n${words}: ${request_link}`,
    html: html && `${html}<p><a href="${escapeHtml(request_link)}">${words}</a></p>`,
  }
}

/** Whether a mail reaches its ticket's requester and nobody else, who alone may have the link. */
export const isForRequesterAlone = ({
  kind,
  to,
  cc,
  bcc,
  requester_email,
  visible_to_customer,
}: WaitingMessage): boolean =>
  kind === "agent" &&
  visible_to_customer &&
  requester_email !== "" &&
  to.length === 1 &&
  cc.length + bcc.length === 0 &&
  to[0].toLowerCase() === requester_email.toLowerCase()

/** RFC 3676 4.3: what follows "-- " is a signature, so programs fold it and drop it from quotes. */
const signedContent = ({
  body_text,
  body_html,
  signature_text,
  signature_html,
}: WaitingMessage) => ({
  text: signature_text ? `${body_text.trimEnd()}\n\n-- \n${signature_text}` : body_text,
  html:
    body_html && signature_text
      ? `${body_html}<div>-- <br>${signature_html ?? lineBreaks(escapeHtml(signature_text))}</div>`
      : body_html,
})

/** Cleaning puts the addresses of remote pictures aside; the merchant's own logo is meant to load. */
const withPictures = (html: string) =>
  html.replace(/(<img\b[^>]*?\s)data-src(="https:)/g, "$1src$2")

/** The first mail of the thread and the nearest ones: what programs thread by. */
const nearest = (references: string[]) =>
  references.length <= MOST_REFERENCES
    ? references
    : [references[0], ...references.slice(1 - MOST_REFERENCES)]

const withFooter = (text: string, footer: string | null) =>
  footer?.trim() ? `${text.trimEnd()}\n\n${footer.trim()}\n` : text

const withHtmlFooter = (html: string, footer: string | null) =>
  footer?.trim() ? `${html}<p>${lineBreaks(escapeHtml(footer.trim()))}</p>` : html
