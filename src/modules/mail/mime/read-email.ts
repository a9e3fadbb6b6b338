import { readAuthenticationResults } from "./authentication-results"
import { cleanBody, cleanLine } from "./clean-text"
import { MailFacts, detectAutomated, isListMail, mayAutoReply } from "./detect-automated"
import { HtmlLines, htmlLines, htmlToText, roughHtmlToText } from "./html-lines"
import { MimePart, parseMime } from "./parse-mime"
import { Problems } from "./problems"
import { contentIdOf, readAttachments } from "./read-attachments"
import { BodyParts, readBody } from "./read-body"
import { readBounce, readReport } from "./read-bounce"
import { readDeliveryStatus } from "./read-delivery-status"
import type { AuthenticationResult, ForwardedEmail, ReadEmail } from "./read-email-types"
import { REPLY_SUBJECT } from "./quote-phrases"
import { isForwardSubject, isUnmarkedForward, readForward } from "./read-forward"
import {
  Headers,
  readAddresses,
  readDate,
  readMessageId,
  readMessageIds,
} from "./read-headers"
import { sanitizeHtml } from "./sanitize-html"
import { noteSealedParts } from "./sealed-parts"
import { splitBody } from "./split-reply"
import { mailSentence } from "../domain/mail-sentences"
import { cutText } from "../../../cut-text"

export type { Address, ReadEmail } from "./read-email-types"
export { splitReply } from "./split-reply"

/**
 * Reads a mail (RFC 5322, RFC 2045 ff.): who wrote what to whom, what of it is new, and
 * whether a person wrote it. Total: it answers for any bytes and never throws; what it
 * could not read or would not keep stands in `problems`. Deterministic, no I/O.
 *
 * It is CPU work on hostile input. Where a deadline matters, use `ReaderPool`.
 */
export async function readEmail(raw: Uint8Array): Promise<ReadEmail> {
  const problems = new Problems()
  try {
    const root = await parseMime(raw, problems)
    return await read(raw, root, problems)
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown fault"
    problems.add(mailSentence("unreadable", { words: reason }))
    return { ...EMPTY, text: "", problems: problems.list() }
  }
}

async function read(
  raw: Uint8Array,
  root: MimePart,
  problems: Problems
): Promise<ReadEmail> {
  const headers = new Headers(root.headers)
  noteSealedParts(root, problems)
  const parts = readBody(root, problems)
  const body = readBodies(parts, problems)
  const envelope = readEnvelope(headers, problems)
  const content = readContent(body, envelope)
  const report = readReport(root)
  const facts: MailFacts = {
    headers,
    root,
    report,
    from: envelope.from,
    subject: envelope.subject,
    text: body.text,
    reply_text: content.reply_text,
    return_path: envelope.return_path,
  }
  const automated = detectAutomated(facts)
  const ours = [...envelope.to, ...envelope.cc].map(({ address }) =>
    address.toLowerCase()
  )
  const bounce =
    automated.kind === "bounce" ? readBounce(headers, root, body.text, ours) : null
  return {
    ...envelope,
    ...content,
    forwarded:
      content.forwarded ??
      (await readAttachedForward(envelope.subject, parts.attachments)),
    attachments: readAttachments(
      parts.attachments,
      raw,
      (contentId) => body.shows(contentId),
      problems
    ),
    automated,
    may_auto_reply: mayAutoReply(facts, automated),
    bounce,
    delivery_status: bounce ? readDeliveryStatus(root, body.text, bounce.recipients) : [],
    authentication_results: authenticationResults(headers),
    list: isListMail(headers),
    received_hops: headers.all("received").length,
    loop_tokens: headers
      .all("x-loop")
      .slice(0, MOST_RESULTS)
      .map((value) => cutText(cleanLine(value), 500)),
    problems: problems.list(),
  }
}

/** Of a mail that names several senders, DMARC's pass does not say which of them it means. */
function authenticationResults(headers: Headers): AuthenticationResult[] {
  const results = headers
    .all("authentication-results")
    .slice(0, MOST_RESULTS)
    .map(readAuthenticationResults)
  const froms = headers.all("from")
  const isSole =
    froms.length < 2 && readAddresses(froms.slice(0, 1), new Problems()).length < 2

  return isSole
    ? results
    : results.map((result) =>
        result.dmarc === "pass" ? { ...result, dmarc: "none" } : result
      )
}

function readEnvelope(headers: Headers, problems: Problems) {
  const message_id = readMessageId(headers.first("message-id"))
  const references = readMessageIds(headers.first("references"))
  const from = readAddresses(headers.all("from").slice(0, 1), problems)
  if (message_id === null) {
    problems.add(mailSentence("no_message_id"))
  }
  if (from.length === 0) {
    problems.add(mailSentence("no_sender"))
  }
  return {
    message_id,
    in_reply_to: readMessageIds(headers.first("in-reply-to")),
    references,
    from: from[0] ?? null,
    reply_to: readAddresses(headers.all("reply-to"), problems),
    to: readAddresses(headers.all("to"), problems),
    cc: readAddresses(headers.all("cc"), problems),
    subject: cutText(headers.text("subject"), LONGEST_SUBJECT),
    date: readDate(headers.first("date")),
    return_path: readReturnPath(headers.first("return-path")),
  }
}

function readReturnPath(value: string | null): string | null {
  if (value === null) {
    return null
  }
  return /^\s*(?:<\s*>)?\s*$/.test(value) || /^\s*<?mailer-daemon>?\s*$/i.test(value)
    ? ""
    : (readAddresses([value], new Problems())[0]?.address ?? null)
}

type Bodies = {
  text: string
  /** The text the mail itself has, null when only its HTML says anything. */
  plain: string | null
  html: string | null
  layout: HtmlLines | null
  shows(contentId: string): boolean
}

function readBodies({ pieces, attachments }: BodyParts, problems: Problems): Bodies {
  const contentIds = new Set(attachments.map(contentIdOf))
  const sources = pieces.map(
    ({ text, html }) => html ?? (text === null ? "" : textToHtml(text))
  )
  const hasHtml = pieces.some(({ html }) => html !== null && /\S/.test(html))
  const result = hasHtml
    ? sanitizeHtml(sources.join("\n"), (contentId) => contentIds.has(contentId))
    : { html: null, too_complex: false }
  if (result.too_complex) {
    problems.add(mailSentence("complex_html"))
  }
  const layout = result.html === null ? null : htmlLines(result.html)
  const texts = pieces.map(({ text, html }) => {
    if (text !== null && (html === null || /\S/.test(text))) {
      return text
    }
    return html === null ? "" : htmlPieceText(html, pieces.length === 1 ? layout : null)
  })
  const text = texts.join("\n").trim()
  const onlyHtml = pieces.every((piece) => !/\S/.test(piece.text ?? ""))
  const shown = result.html ?? ""
  return {
    text,
    plain: onlyHtml && layout !== null ? null : text,
    html: result.html,
    layout,
    shows: (contentId) => shown.includes(`cid:${contentId}`),
  }
}

function htmlPieceText(html: string, layout: HtmlLines | null): string {
  const lines = layout ?? sanitizedLines(html)
  return lines === null ? cleanBody(roughHtmlToText(html)) : htmlToText(lines.lines)
}

function sanitizedLines(html: string): HtmlLines | null {
  const result = sanitizeHtml(html)
  return result.html === null ? null : htmlLines(result.html)
}

function textToHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => HTML_ESCAPES[character])
  return `<div>${escaped.replace(/\n/g, "<br>\n")}</div>`
}

/** A mail passed on as a file: the one attached mail, when the subject says so. */
async function readAttachedForward(
  subject: string,
  attachments: MimePart[]
): Promise<ForwardedEmail | null> {
  const mails = attachments.filter((part) => part.mime_type === "message/rfc822")
  if (mails.length !== 1 || !isForwardSubject(subject, "")) {
    return null
  }
  const problems = new Problems()
  const root = await parseMime(mails[0].content, problems)
  const {
    from,
    to,
    cc,
    subject: attached,
  } = readEnvelope(new Headers(root.headers), problems)
  const { text } = readBodies(readBody(root, problems), problems)
  return { from, to, cc, subject: attached, text }
}

function isAnswer({ subject, in_reply_to, references }: Envelope): boolean {
  return in_reply_to.length > 0 || references.length > 0 || REPLY_SUBJECT.test(subject)
}

type Envelope = Pick<ReadEmail, "subject" | "in_reply_to" | "references">

type Content = Pick<
  ReadEmail,
  | "reply_text"
  | "signature_text"
  | "quoted_text"
  | "reply_html"
  | "text"
  | "html"
  | "forwarded"
>

function readContent(body: Bodies, envelope: Envelope): Content {
  const { subject } = envelope
  const split = splitBody(body.plain, body.layout)
  const passesOn =
    split.is_forward ||
    isForwardSubject(subject, body.text) ||
    (!isAnswer(envelope) && isUnmarkedForward(body.text))
  const forwarded = passesOn ? readForward(body.text, subject) : null
  const { text, html } = body
  if (split.is_forward || forwarded) {
    return {
      ...{ reply_text: text, signature_text: "", quoted_text: "" },
      ...{ reply_html: html, text, html, forwarded },
    }
  }
  return {
    reply_text: split.reply,
    signature_text: split.signature,
    quoted_text: split.quoted,
    reply_html: split.reply_html,
    text,
    html,
    forwarded: null,
  }
}

const LONGEST_SUBJECT = 2_000
const MOST_RESULTS = 20
const HTML_ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
}
const EMPTY: ReadEmail = {
  message_id: null,
  in_reply_to: [],
  references: [],
  from: null,
  reply_to: [],
  to: [],
  cc: [],
  subject: "",
  date: null,
  reply_text: "",
  signature_text: "",
  quoted_text: "",
  reply_html: null,
  text: "",
  html: null,
  attachments: [],
  forwarded: null,
  automated: { kind: "none", reason: null },
  may_auto_reply: false,
  bounce: null,
  delivery_status: [],
  problems: [],
  authentication_results: [],
  return_path: null,
  list: false,
  received_hops: 0,
  loop_tokens: [],
}
