import { decodeText } from "./decode-text"
import { MimePart } from "./parse-mime"
import { Problems } from "./problems"
import { Headers, readMessageId, validAddress } from "./read-headers"
import type { BouncedRecipient, ReadEmail } from "./read-email-types"

export type Report = {
  /** `report-type` of the multipart/report (RFC 6522), in lower case. */
  type: string
  /** Field groups of the machine-readable part, the per-message group first. */
  groups: Headers[]
  /** Headers of the mail the report is about. */
  original: Headers | null
}

/** The machine-readable side of a report: delivery status, disposition or feedback, and
 * the mail it returns. */
export function readReport(root: MimePart): Report | null {
  const parts = leaves(root)
  const status = parts.find((part) => REPORT_PART.test(part.mime_type))
  const type = (root.type_params["report-type"] ?? "").toLowerCase()
  const original = originalOf(parts)
  if (!status && original === null && type === "") {
    return null
  }
  return {
    type: type || reportType(status?.mime_type ?? ""),
    groups: status ? fieldGroups(partText(status)) : [],
    original,
  }
}

/**
 * Who a bounce says could not be reached (RFC 3464), and which mail it was. Where there is
 * no status part the text is read: every mail server has its own prose.
 */
export function readBounce(
  headers: Headers,
  root: MimePart,
  body: string,
  ours: readonly string[]
): NonNullable<ReadEmail["bounce"]> {
  const text = body.slice(0, LONGEST_STATUS)
  const report = readReport(root)
  const original = report?.original ?? originalInText(text)
  const fromReport = reportRecipients(
    [
      ...(report?.groups ?? []),
      ...fieldGroups(text).filter((group) => group.has("final-recipient")),
    ],
    beforeOriginal(text)
  )
  const recipients =
    fromReport.length > 0 ? fromReport : proseRecipients(headers, text, original, ours)
  return {
    recipients: recipients.slice(0, MOST_RECIPIENTS),
    original_message_id: readMessageId(original?.first("message-id") ?? null),
  }
}

function reportRecipients(groups: Headers[], prose: string): BouncedRecipient[] {
  const lines = prose.slice(0, LONGEST_PROSE).split("\n")
  const found = new Map<string, BouncedRecipient>()
  for (const group of groups) {
    const action = (group.first("action") ?? "").trim().toLowerCase()
    const address = groupAddress(group)
    if (address === null || /^(?:delivered|relayed|expanded)/.test(action)) {
      continue
    }
    const diagnostic = group.first("diagnostic-code") ?? wordsBeside(address, lines)
    const status = bestStatus(group.first("status") ?? "", diagnostic)
    const delayed = action.startsWith("delayed")
    found.set(address, {
      address,
      status,
      permanent: !delayed && isPermanent(status, diagnostic),
    })
  }
  return [...found.values()]
}

/** What the text for people says where it names the address, for reports without a
 * Diagnostic-Code. */
function wordsBeside(address: string, lines: string[]): string {
  const at = lines.findIndex((line) => line.includes(address))
  const [line = "", next = ""] = at < 0 ? [] : lines.slice(at, at + 2)
  return line.split(address).join("").length > LONGEST_BRACKETS ? line : next
}

function groupAddress(group: Headers): string | null {
  for (const name of ["final-recipient", "original-recipient", "x-actual-recipient"]) {
    const value = group.first(name)
    const address = value === null ? null : addressIn(value.replace(/^[^;]*;/, ""))
    if (address !== null) {
      return address
    }
  }
  return null
}

/** The recipients named by a report without a status part. */
function proseRecipients(
  headers: Headers,
  text: string,
  original: Headers | null,
  ours: readonly string[]
): BouncedRecipient[] {
  const prose = beforeOriginal(text)
  const named = headers.all("x-failed-recipients").flatMap(addressesIn)
  const candidates = [
    named,
    addressesOfReport(prose, ours),
    original ? original.all("to").flatMap(addressesIn) : [],
    verpRecipients(headers),
  ]
  const addresses = candidates.find((list) => list.length > 0)
  const subject = headers.first("subject") ?? ""
  const status = bestStatus("", prose) ?? statusInWords(`${subject}\n${prose}`)
  const permanent = !DELAYED.test(prose) && isPermanent(status, prose)
  return [...new Set(addresses ?? [])].map((address) => ({ address, status, permanent }))
}

/** The address a bounce came back to may hold the one it was sent to (VERP):
 * "bounces+ann=customer.example@shop.example". */
function verpRecipients(headers: Headers): string[] {
  return ["to", "delivered-to", "x-original-to"]
    .flatMap((name) => headers.all(name).flatMap(addressesIn))
    .flatMap((address) => {
      const match = /^[^+=@-]+[+-]([^@]+)=([^=@]+\.[^=@]+)@/.exec(address)
      const recipient = match ? validAddress(`${match[1]}@${match[2]}`) : null
      return recipient === null ? [] : [recipient]
    })
}

/** Addresses the prose of a report puts where servers put the failed ones. */
function addressesOfReport(prose: string, ours: readonly string[]): string[] {
  const lines = prose
    .slice(0, LONGEST_PROSE)
    .split("\n")
    .filter((line) => !ADVICE.test(line))
  const isOther = (address: string) =>
    !ours.includes(address.toLowerCase()) && !MACHINE.test(address)
  for (const isWanted of [isOther, () => true]) {
    for (const pattern of PROSE_PATTERNS) {
      const found = lines.flatMap((line) => addressesIn(pattern.exec(line)?.[1] ?? ""))
      const wanted = found.filter(isWanted)
      if (wanted.length > 0) {
        return wanted
      }
    }
  }
  return []
}

/** An enhanced status (RFC 3463); vague ones give way to the server's own words. */
function bestStatus(declared: string, words: string): string | null {
  const status = STATUS.exec(declared)?.[0] ?? null
  const said = STATUS.exec(words.replace(/\d{1,3}(?:\.\d{1,3}){3}/g, " "))?.[0] ?? null
  if (status !== null && !/^[45]\.0\.0$/.test(status)) {
    return status
  }
  return said ?? status ?? replyCodeStatus(words)
}

/** What a report without a code says, as a code (RFC 3463); "X.0.0" tells the class alone. */
function statusInWords(words: string): string | null {
  if (DELAYED.test(words)) {
    return "4.0.0"
  }
  if (MAILBOX_FULL.test(words)) {
    return "5.2.2"
  }
  if (NO_SUCH_ADDRESS.test(words)) {
    return "5.1.1"
  }
  return FAILED_FOR_GOOD.test(words) ? "5.0.0" : null
}

function replyCodeStatus(words: string): string | null {
  const code = /(?<![\d.])([45])[0-5]\d(?=[\s\-:])/.exec(words)
  return code ? `${code[1]}.0.0` : null
}

/** Whether nobody is there: the address or its domain does not exist. A full mailbox, a
 * refused text or a blocked server fail for good as well (class 5), yet the next mail may
 * get through. */
function isPermanent(status: string | null, words: string): boolean {
  if (status !== null && !status.startsWith("5")) {
    return false
  }
  return (
    (status !== null &&
      NO_SUCH_ADDRESS_STATUS.test(status) &&
      !SENDER_AT_FAULT.test(words)) ||
    (NO_SUCH_ADDRESS.test(words) && !SENDER_AT_FAULT.test(words))
  )
}

function originalOf(parts: MimePart[]): Headers | null {
  const part = parts.find(({ mime_type }) =>
    /^(?:message\/(?:rfc822|global|partial|rfc822-headers)|text\/rfc822-headers|message\/global-headers)$/.test(
      mime_type
    )
  )
  return part ? (fieldGroups(partText(part))[0] ?? null) : null
}

/** The returned mail where it stands in the text, under a line that says so. */
function originalInText(text: string): Headers | null {
  const start = ORIGINAL_BELOW.exec(text)
  const below = start ? text.slice(start.index + start[0].length) : text
  const header =
    /^(?:return-path|received|message-id|from|to|subject|date|mime-version):.*\n(?:[\w-]+:.*\n|[ \t].*\n){2,}/im.exec(
      below
    )
  return header ? (fieldGroups(header[0])[0] ?? null) : null
}

function beforeOriginal(text: string): string {
  const start = ORIGINAL_BELOW.exec(text)
  return start && start.index > 20 ? text.slice(0, start.index) : text
}

/** Header-like groups parted by blank lines, as in message/delivery-status. */
function fieldGroups(text: string): Headers[] {
  return text
    .slice(0, LONGEST_STATUS)
    .replace(/\r\n?/g, "\n")
    .trim()
    .split(/\n[ \t]*\n/)
    .slice(0, MOST_RECIPIENTS)
    .map((group) => new Headers(fieldsOf(group)))
}

function fieldsOf(group: string) {
  const fields: { key: string; value: string }[] = []
  for (const line of group.split("\n")) {
    const colon = line.indexOf(":")
    if (/^[ \t]/.test(line) && fields.length > 0) {
      fields[fields.length - 1].value += ` ${line.trim()}`
    } else if (colon > 0) {
      fields.push({
        key: line.slice(0, colon).trim().toLowerCase(),
        value: line.slice(colon + 1).trim(),
      })
    }
  }
  return fields
}

function leaves(part: MimePart): MimePart[] {
  return part.children.length > 0 ? part.children.flatMap(leaves) : [part]
}

function partText(part: MimePart): string {
  const content = part.content.subarray(0, LONGEST_STATUS)
  return decodeText(content, part.type_params.charset, new Problems())
}

function reportType(mimeType: string): string {
  return mimeType.replace("message/", "").replace("global-", "")
}

function addressIn(value: string): string | null {
  return addressesIn(value)[0] ?? null
}

function addressesIn(value: string): string[] {
  const found = value.slice(0, LONGEST_PROSE).match(ADDRESSES) ?? []
  return found
    .map((text) => validAddress(text.replace(/^[.'=]+|[.']+$/g, "")))
    .filter((address) => address !== null)
}

const REPORT_PART =
  /^message\/(?:global-)?(?:delivery-status|disposition-notification|feedback-report)$/
const ADDRESSES = /(?:"[^"\s]{1,64}"|[^\s<>()[\]"',;:@]{1,64})@[\w-]+(?:\.[\w-]+)*/g
const STATUS = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]\d)/
const NO_SUCH_ADDRESS_STATUS = /^5\.(?:1\.(?:1|2|3|6|10|351)|2\.1|4\.4)$/
const NO_SUCH_ADDRESS =
  /(?:user|mailbox|address|recipient|account|domain|host|addressee|local part|person)\S* (?:is |was |name )?(?:unknown|not found|not exist|invalid|disabled|inactive|does(?: not|n['’]t) exist|not listed|not known)|(?:unknown|no such|invalid|bad destination|unrouteable|nonexistent|non-existent|undeliverable) (?:virtual |local |destination |mail |e-?mail )?(?:user|mailbox|recipient|address|account|person|domain|host|local)|does(?: not|n['’]t) exist|does(?: not|n['’]t) have an? \S+ account|no mailbox (?:here )?by that name|not a (?:valid|known) (?:user|mailbox|recipient|address)|no longer (?:valid|available|exists|with|works|employed|in use)|has moved|is not (?:known|listed)|host or domain name not found|unable to (?:resolve|look ?up)|host \S+ not found|not recognized|couldn't find any host|not our customer|no account by that name|user not known|not listed in .{0,40}(?:directory|address book)|no valid recipients?|no SMTP service|存在しません|見つかりません|宛先不明/i
const MAILBOX_FULL =
  /(?:mailbox|account|quota|storage|disk).{0,40}(?:full|exceed|over)|over quota/i
const FAILED_FOR_GOOD =
  /permanent|given up|giving up|fail(?:ed|ure)|not (?:be )?delivered|rejected|undeliverable|did not reach/i
const SENDER_AT_FAULT =
  /sender (?:address|domain|verify)|mail ?from (?!:)|after mail from|from address|reverse dns|relay(?:ing)? (?:access )?denied|relay not permitted|mailbox (?:is )?full|quota/i
const ADVICE =
  /contact|assistance|further|help|postmaster|please|forward|envelope-from|mail from|^\s*(?:from|sender|reply-to|reporting-mta)\s*:/i
const MACHINE = /^(?:postmaster|mailer-daemon|mail-daemon|abuse|noreply|no-reply)@/i
export const DELAYED =
  /will (?:continue|keep|be retried|retry)|delayed|not yet been delivered|warning message only/i
const ORIGINAL_BELOW =
  /^[ \t>]*[-=_*#]{2,}.{0,40}(?:original|returned|below this line|copy of (?:the|your)|bounced e-?mail|undelivered).{0,60}$|^[ \t]*(?:received|return-path): .*$|^.{0,60}(?:copy of (?:the|your) (?:original )?(?:message|mail)|original message (?:follows|headers?)|message header|header of the original|unsent message below|text of (?:the )?(?:original )?message|your (?:original )?message (?:follows|reads|was|headers)|message headers follow).{0,40}$/im
const PROSE_PATTERNS = [
  /\bemailAddress\W{1,8}([^\s"\\]+@[^\s"\\]+)/,
  /\b(?:undeliverable|not delivered|not be delivered|failed) (?:to|for):?\s+<?(\S+@[^\s<>]+)/i,
  /^\s*<([^<>\s]+@[^<>\s]+)>[:.,]?(?:\s|$)/,
  /^\s*["']?([^\s<>"']+@[^\s<>"':]+)["']?\s*[:.]?\s*$/,
  /^\s*(?:[\w' -]{0,40}(?:recipient|rcpt to|to|address|addressee|user|an|failed)[\w' ]{0,20})\s*[:=]\s*<?([^\s<>]+@[^\s<>]+)>?/i,
  /<([^<>\s]+@[^<>\s]+)>/,
  /^\s*["']?([^\s<>"'()]+@[^\s<>"':()]+)/,
]
const LONGEST_STATUS = 200_000
const LONGEST_PROSE = 50_000
const LONGEST_BRACKETS = 10
const MOST_RECIPIENTS = 200
