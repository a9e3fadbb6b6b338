import {
  AUTO_REPLY_OPENING,
  AUTO_REPLY_SUBJECT,
  AWAY_DETAILS,
  AWAY_STATEMENT,
  AWAY_SUBJECT,
  BOUNCE_STATEMENT,
  BOUNCE_SUBJECT,
  DAEMON_ADDRESS,
  DAEMON_NAME,
  DO_NOT_REPLY,
  NO_REPLY_ADDRESS,
  SHOP_TALK,
  SMTP_EVIDENCE,
} from "./automated-phrases"
import { cleanLine } from "./clean-text"
import { MimePart } from "./parse-mime"
import { Report } from "./read-bounce"
import { Headers } from "./read-headers"
import type { Address, ReadEmail } from "./read-email-types"
import { cutText } from "../../../cut-text"

export type MailFacts = {
  headers: Headers
  root: MimePart
  report: Report | null
  from: Address | null
  subject: string
  text: string
  /** What was written now, without history. */
  reply_text: string
  return_path: string | null
}

type Automated = ReadEmail["automated"]

/**
 * What kind of machine wrote a mail, if one did, and the sign it was told by. Reports come
 * first (RFC 6522), then declared automatic mail (RFC 3834), then servers and absence
 * notes known by their wording. When in doubt a person wrote it.
 */
export function detectAutomated(mail: MailFacts): Automated {
  return (
    fromReport(mail) ??
    bounceByWording(mail) ??
    autoReply(mail) ??
    bulk(mail) ?? { kind: "none", reason: null }
  )
}

/** Whether an automatic answer may go to the sender: never to machines and lists, nor to
 * anybody who asked for none, whatever {@link detectAutomated} made of the mail. */
export function mayAutoReply(mail: MailFacts, automated: Automated): boolean {
  const { headers, from, return_path } = mail
  return (
    automated.kind === "none" &&
    from !== null &&
    return_path !== "" &&
    !NO_REPLY_ADDRESS.test(from.address) &&
    !DAEMON_ADDRESS.test(from.address) &&
    !isListMail(headers) &&
    !SYSTEM_ADDRESS.test(from.address) &&
    !suppressesAutoReply(headers.first("x-auto-response-suppress")) &&
    !headers.has("x-loop") &&
    !headers.has("feedback-id") &&
    !/\b(?:bulk|list|junk|auto_reply)\b/i.test(headers.first("precedence") ?? "") &&
    !isSpam(headers) &&
    !DO_NOT_REPLY.test(mail.reply_text.slice(0, READ_FOR_PHRASES))
  )
}

/** Sent through a list or to subscribers (RFC 2369, RFC 2919). */
export function isListMail(headers: Headers): boolean {
  return LIST_HEADERS.some((name) => headers.has(name))
}

function fromReport({ report, headers, root, text }: MailFacts): Automated | null {
  const type = report?.type ?? ""
  if (
    /feedback-report/.test(type) ||
    isComplaintOfOtherKind(headers, report) ||
    COMPLAINT_STATEMENT.test(text.slice(0, READ_FOR_PHRASES))
  ) {
    return { kind: "complaint", reason: "It is a feedback report (RFC 5965)." }
  }
  if (/disposition-notification/.test(type)) {
    return { kind: "receipt", reason: "It is a read receipt (RFC 8098)." }
  }
  if (report && /delivery-status/.test(type)) {
    return deliveryStatus(report)
  }
  if (headers.has("x-failed-recipients")) {
    return { kind: "bounce", reason: "It names failed recipients." }
  }
  return root.mime_type === "multipart/report" ? bounceWithoutType(report) : null
}

/** Outlook.com's reports (JMRP) and the unsubscribe mails of Apple Mail. */
function isComplaintOfOtherKind(headers: Headers, report: Report | null): boolean {
  return (
    headers.has("x-apple-unsubscribe") ||
    headers.has("x-hmxmroriginalrecipient") ||
    report?.original?.has("x-hmxmroriginalrecipient") === true
  )
}

function deliveryStatus(report: Report): Automated {
  const actions = report.groups.flatMap((group) => group.all("action"))
  const delivered =
    actions.length > 0 && actions.every((action) => DELIVERED.test(action))
  return delivered
    ? { kind: "receipt", reason: "It reports that a mail was delivered (RFC 3464)." }
    : { kind: "bounce", reason: "It is a delivery status report (RFC 3464)." }
}

function bounceWithoutType(report: Report | null): Automated | null {
  return report === null
    ? { kind: "bounce", reason: "It is a report of a mail server." }
    : null
}

/** Servers that return mail in their own words. Two signs are needed, and of an unknown
 * sender three: customers write of parcels that could not be delivered. */
function bounceByWording(mail: MailFacts): Automated | null {
  const { from, subject, text, return_path, headers, report } = mail
  const sender = from?.address ?? headers.first("from") ?? ""
  const daemon =
    DAEMON_ADDRESS.test(sender) || DAEMON_NAME.test(from?.name ?? headers.text("from"))
  const nullSender = return_path === ""
  const prose = text.slice(0, READ_FOR_PHRASES)
  const titled = BOUNCE_SUBJECT.test(subject)
  const says = BOUNCE_STATEMENT.test(prose)
  const returns = report?.original != null
  const isBounce =
    (daemon && (titled || says)) ||
    (nullSender && (titled || (says && returns))) ||
    (titled && says && !isReply(headers) && (returns || SMTP_EVIDENCE.test(prose))) ||
    NOTIFIED_BOUNCE.test(prose)
  return isBounce ? { kind: "bounce", reason: "A mail server returned a mail." } : null
}

function isReply(headers: Headers): boolean {
  return headers.has("in-reply-to") || headers.has("references")
}

function autoReply(mail: MailFacts): Automated | null {
  const { headers, subject } = mail
  const submitted = (headers.first("auto-submitted") ?? "").toLowerCase()
  if (/^auto-replied/.test(submitted)) {
    return { kind: "auto_reply", reason: "Auto-Submitted: auto-replied (RFC 3834)." }
  }
  const header = AUTO_REPLY_HEADERS.find((name) => isSet(headers.first(name)))
  if (header) {
    return { kind: "auto_reply", reason: `It has the header ${header}.` }
  }
  if (/auto_?reply/i.test(headers.first("precedence") ?? "")) {
    return { kind: "auto_reply", reason: "Precedence: auto_reply." }
  }
  if (AUTO_REPLY_SUBJECT.test(subject)) {
    return { kind: "auto_reply", reason: "Its subject is that of an automatic reply." }
  }
  return autoReplyByWording(mail)
}

function autoReplyByWording({ subject, reply_text }: MailFacts): Automated | null {
  const start = reply_text.slice(0, READ_FOR_ABSENCE)
  if (firstSentences(start).some((sentence) => AUTO_REPLY_OPENING.test(sentence))) {
    return { kind: "auto_reply", reason: "It says that it is an automatic reply." }
  }
  const away = AWAY_STATEMENT.exec(start)
  if (!away || reply_text.length > LONGEST_ABSENCE_NOTE || ASKS.test(start)) {
    return null
  }
  const rest = start.slice(away.index)
  const isNote =
    AWAY_SUBJECT.test(subject) || (away.index < 200 && AWAY_DETAILS.test(rest))
  return isNote && !SHOP_TALK.test(start)
    ? { kind: "auto_reply", reason: "It is an absence note." }
    : null
}

function firstSentences(text: string): string[] {
  return text
    .slice(0, 400)
    .split(/(?<=[.!?。])\s+|\n+/)
    .filter((sentence) => /\S/.test(sentence))
    .slice(0, 4)
}

function bulk({ headers, from }: MailFacts): Automated | null {
  const precedence = headers.first("precedence") ?? ""
  if (isListMail(headers) || /\b(?:bulk|list|junk)\b/i.test(precedence)) {
    return { kind: "bulk", reason: "It came through a list or to many readers." }
  }
  const submitted = cleanLine(headers.first("auto-submitted") ?? "").toLowerCase()
  if (submitted !== "" && !/^no\b/.test(submitted)) {
    return {
      kind: "bulk",
      reason: `Auto-Submitted: ${cutText(submitted, 40)} (RFC 3834).`,
    }
  }
  if (
    from &&
    DAEMON_ADDRESS.test(from.address) &&
    !/^(?:mta|smtp|bounces?)/i.test(from.address)
  ) {
    return { kind: "bulk", reason: "A mail server sent it." }
  }
  return null
}

function isSet(value: string | null): boolean {
  return value !== null && !/^\s*(?:no|none|false|0)?\s*$/i.test(value)
}

/** Microsoft: which automatic messages the sender does not want. */
function suppressesAutoReply(value: string | null): boolean {
  return value !== null && /\b(?:all|oof|autoreply)\b/i.test(value)
}

function isSpam(headers: Headers): boolean {
  return /^\s*yes\b/i.test(headers.first("x-spam-flag") ?? "")
}

const READ_FOR_PHRASES = 4_000
const READ_FOR_ABSENCE = 1_000
const LONGEST_ABSENCE_NOTE = 2_000
const ASKS = /[?？؟]/
const COMPLAINT_STATEMENT = /^(?:this is an e-?mail abuse report|feedback-type: )/im
/** Amazon SES reports through SNS, in JSON. */
const NOTIFIED_BOUNCE = /^\s*\{[^]{0,600}?notificationType\W{1,8}Bounce\b/
const DELIVERED = /^\s*(?:delivered|relayed|expanded)/i
const LIST_HEADERS = [
  "list-id",
  "list-unsubscribe",
  "list-post",
  "list-help",
  "list-subscribe",
  "list-owner",
  "mailing-list",
  "x-mailing-list",
  "x-campaign-id",
  "x-campaignid",
  "x-mc-user",
]
const AUTO_REPLY_HEADERS = [
  "x-autoreply",
  "x-auto-reply",
  "x-autorespond",
  "x-autoresponder",
  "x-auto-respond",
  "x-autoreply-from",
  "x-mail-autoreply",
  "x-vacation",
  "x-out-of-office",
  "auto-reply",
  "x-freemail-autoreply",
  "x-fc-machinegenerated",
]
const SYSTEM_ADDRESS =
  /^(?:root|daemon|nobody|cron|www-data|apache|listserv|majordomo|mailman|abuse)@/i
