/** The criteria of SEARCH (RFC 3501, section 6.4.4). */
import { decodeWords } from "postal-mime"
import { dateOf, rangesOf, textOf } from "./imap-syntax.mjs"
import { headerOf, parseParts } from "./mime-tree.mjs"

const DAY = 24 * 60 * 60 * 1000

/**
 * @param {import("./imap-syntax.mjs").Token[]} tokens
 * @param {{ largestUid: number, largestSeq: number }} mailbox
 * @returns {(mail: import("./mailbox.mjs").Mail, seq: number) => boolean}
 */
export function searchCriteria(tokens, mailbox) {
  const rest = [...tokens]
  if (/^charset$/i.test(String(rest[0]))) rest.splice(0, 2)
  const criteria = []
  while (rest.length) criteria.push(nextCriterion(rest, mailbox))
  return (mail, seq) => criteria.every((matches) => matches(mail, seq))
}

function nextCriterion(rest, mailbox) {
  const token = rest.shift()
  if (Array.isArray(token)) return searchCriteria(token, mailbox)
  const name = textOf(token).toUpperCase()

  if (/^[\d*]/.test(name)) {
    const ranges = rangesOf(name, mailbox.largestSeq)
    return (_mail, seq) => within(ranges, seq)
  }
  if (name === "UID") {
    const ranges = rangesOf(textOf(rest.shift()), mailbox.largestUid)
    return (mail) => within(ranges, mail.uid)
  }
  if (name === "NOT") {
    const matches = nextCriterion(rest, mailbox)
    return (mail, seq) => !matches(mail, seq)
  }
  if (name === "OR") {
    const [one, other] = [nextCriterion(rest, mailbox), nextCriterion(rest, mailbox)]
    return (mail, seq) => one(mail, seq) || other(mail, seq)
  }
  if (name in PLAIN) return PLAIN[name]
  if (name in WITH_VALUE) return WITH_VALUE[name](textOf(rest.shift()))
  if (name === "HEADER") {
    const [field, value] = [textOf(rest.shift()).toLowerCase(), textOf(rest.shift())]
    return headerContains(field, value)
  }
  throw new SyntaxError(`Unknown search key ${name}`)
}

const within = (ranges, number) =>
  ranges.some(([from, to]) => number >= from && number <= to)
const has = (flag) => (mail) => mail.flags.has(flag)
const hasNot = (flag) => (mail) => !mail.flags.has(flag)

const PLAIN = {
  ALL: () => true,
  ANSWERED: has("\\Answered"),
  UNANSWERED: hasNot("\\Answered"),
  DELETED: has("\\Deleted"),
  UNDELETED: hasNot("\\Deleted"),
  DRAFT: has("\\Draft"),
  UNDRAFT: hasNot("\\Draft"),
  FLAGGED: has("\\Flagged"),
  UNFLAGGED: hasNot("\\Flagged"),
  SEEN: has("\\Seen"),
  UNSEEN: hasNot("\\Seen"),
  NEW: () => false,
  OLD: () => true,
  RECENT: () => false,
}

const WITH_VALUE = {
  KEYWORD: has,
  UNKEYWORD: hasNot,
  LARGER: (bytes) => (mail) => mail.size > Number(bytes),
  SMALLER: (bytes) => (mail) => mail.size < Number(bytes),
  BEFORE: (day) => arrived((date, start) => date < start, day),
  ON: (day) => arrived((date, start) => date >= start && date < start + DAY, day),
  SINCE: (day) => arrived((date, start) => date >= start, day),
  SENTBEFORE: (day) => sent((date, start) => date < start, day),
  SENTON: (day) => sent((date, start) => date >= start && date < start + DAY, day),
  SENTSINCE: (day) => sent((date, start) => date >= start, day),
  FROM: (text) => headerContains("from", text),
  TO: (text) => headerContains("to", text),
  CC: (text) => headerContains("cc", text),
  BCC: (text) => headerContains("bcc", text),
  SUBJECT: (text) => headerContains("subject", text),
  BODY: (text) => (mail) => {
    const { raw, bodyStart } = parseParts(mail.raw)
    return contains(raw.subarray(bodyStart), text)
  },
  TEXT: (text) => (mail) => contains(mail.raw, text),
}

function arrived(compare, day) {
  const start = dateOf(day).getTime()
  return (mail) => compare(mail.internalDate.getTime(), start)
}

function sent(compare, day) {
  const start = dateOf(day).getTime()
  return (mail) =>
    compare(Date.parse(headerOf(parseParts(mail.raw).headers, "date")), start)
}

/** An empty value asks whether the field is there at all. */
function headerContains(field, wanted) {
  const needle = utf8(wanted).toLowerCase()
  return (mail) =>
    parseParts(mail.raw).headers.some(
      ([name, value]) =>
        name === field && decodeWords(utf8(value)).toLowerCase().includes(needle)
    )
}

/** In the bytes as they travel: bodies in base64 or quoted-printable are not decoded. */
const contains = (bytes, wanted) =>
  bytes.toString("utf8").toLowerCase().includes(utf8(wanted).toLowerCase())

const utf8 = (latin1) => Buffer.from(latin1, "latin1").toString("utf8")
