import {
  escapeHtml,
  lineBreaks,
  replaceInHtml,
  replacePlaceholders,
  unknownIn,
  type Placeholder,
} from "./fill-text"
import {
  DETAIL_VARIABLES,
  MAIL_TEMPLATE_RULES,
  type MailTemplate,
  type MailTemplateKey,
} from "./mail-templates"

export type RenderedMail = { subject: string; text: string; html: string | null }

/** What a template is filled with. Names that are left out, and nulls, are empty. */
export type TemplateFacts = Readonly<Record<string, string | null | undefined>>

/** What a mail is made for: the text, and the same as safe HTML when it has formatting. */
export type TemplateContent = { text: string; html: string | null }

/**
 * The words of a mail. A template never holds a mail back: what is empty becomes nothing, since no
 * person is there to be asked.
 * @param content put in for `{{ content }}` as it is; its HTML must be safe already
 */
export function renderMailTemplate(
  key: MailTemplateKey,
  template: MailTemplate,
  facts: TemplateFacts,
  content: TemplateContent = { text: "", html: null }
): RenderedMail {
  const valueOf = valuesFor(key, template, facts)
  const text = (source: string) =>
    replacePlaceholders(source, (placeholder) =>
      placeholder.name === "content" ? content.text : valueOf(placeholder)
    )
  return {
    subject: oneLine(text(template.subject)),
    text: trimmed(text(template.body_text)),
    html: htmlOf(template, content, valueOf),
  }
}

/** Why a template cannot be saved; null when it can. */
export function refusalOfTemplate(
  key: MailTemplateKey,
  {
    subject,
    body_text,
    body_html,
  }: Pick<MailTemplate, "subject" | "body_text" | "body_html">
): string | null {
  const { variables, required, has_html } = MAIL_TEMPLATE_RULES[key]
  const known = (name: string) => variables.includes(name)
  const unknown = [subject, body_text, body_html ?? ""].flatMap((text) =>
    unknownIn(text.replace(/&quot;/g, '"'), known)
  )

  if (unknown.length) {
    return `This mail has no variable ${list(unknown)}. It may contain ${list(variables)}`
  }
  if (body_html !== null && !has_html) {
    return "This mail is plain text: leave body_html out"
  }
  const missing = required.filter(
    (name) =>
      !mentions(body_text, name) || (body_html !== null && !mentions(body_html, name))
  )
  return missing.length
    ? `The text needs ${list(missing.map((name) => `{{ ${name} }}`))}: without it the mail would not say what it is sent for`
    : null
}

/** "Who and what" in a notice, as `{{ details }}`. */
export const detailsOf = ({
  customer,
  email,
  subject,
  message,
}: {
  customer: string
  email: string
  subject: string
  message: string
}): string =>
  [
    `From: ${customer && customer !== email ? `${customer} <${email}>` : email}`,
    `Subject: ${subject}`,
    "",
    message.trim(),
  ].join("\n")

/** HTML goes out when what the mail is made for has formatting; a notice, when its text has. */
function htmlOf(
  { body_text, body_html }: MailTemplate,
  content: TemplateContent,
  valueOf: (placeholder: Placeholder) => string
): string | null {
  if (content.html === null && (content.text !== "" || body_html === null)) {
    return null
  }
  return replaceInHtml(blockOfItsOwn(body_html ?? asHtml(body_text)), (placeholder) =>
    placeholder.name === "content"
      ? (content.html ?? "")
      : lineBreaks(escapeHtml(valueOf(placeholder)))
  )
}

/** What a name stands for: its value, else its fallback, else nothing. */
function valuesFor(key: MailTemplateKey, template: MailTemplate, facts: TemplateFacts) {
  const { variables, reader } = MAIL_TEMPLATE_RULES[key]
  const hidden: readonly string[] =
    reader === "agent" && !template.include_details ? DETAIL_VARIABLES : []

  return ({ name, fallback }: Placeholder): string =>
    (variables.includes(name) && !hidden.includes(name) ? facts[name] : null) ||
    (fallback ?? "")
}

/** Blocks inside a paragraph would end it early in every mail program. */
const blockOfItsOwn = (html: string) =>
  html.replace(/<p>\s*(\{\{\s*content\s*\}\})\s*<\/p>/g, "$1")

const asHtml = (text: string) =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${lineBreaks(escapeHtml(paragraph))}</p>`)
    .join("")

/** A header field has one line (RFC 5322 2.2). */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim()

const trimmed = (text: string) => text.replace(/\n{3,}/g, "\n\n").trim()

const mentions = (text: string, name: string) =>
  new RegExp(`\\{\\{\\s*${name.replace(".", "\\.")}\\s*\\}\\}`).test(text)

const list = (names: readonly string[]) => [...new Set(names)].join(", ")
