import {
  ATTRIBUTION_LEADS,
  FORWARDED_MESSAGE,
  HeaderRole,
  ORIGINAL_MESSAGE,
  REPLY_ABOVE,
  ROLE_OF_LABEL,
  WROTE_VERBS,
} from "./quote-phrases"

/** What a mail program wrote above an earlier message, and the lines it takes. */
export type QuoteHeader = {
  kind: "attribution" | "header_block" | "original" | "forward" | "reply_above"
  start: number
  /** The line after the last one. */
  end: number
  /** Where on the start line the header begins; text before it is the person's own. */
  column: number
}

export type HeaderBlock = {
  start: number
  end: number
  fields: Partial<Record<HeaderRole, string>>
}

/**
 * The quote header that begins on this line, if one does. `quotedAfter` tells whether the
 * first line with text from `line` on is a quoted one: then less proof is needed.
 */
export function quoteHeaderAt(
  lines: readonly string[],
  at: number,
  quotedAfter: (line: number) => boolean
): QuoteHeader | null {
  const text = tidy(lines[at])
  if (text === "") {
    return null
  }
  return (
    separatorAt(text, at) ??
    headerBlockWithRule(lines, at) ??
    attributionAt(lines, at, quotedAfter)
  )
}

/** "-----Original Message-----", "Begin forwarded message:", in any language. */
export function separatorAt(text: string, at: number): QuoteHeader | null {
  const header = (kind: QuoteHeader["kind"]) => ({
    kind,
    start: at,
    end: at + 1,
    column: 0,
  })
  const dashed = DASHES_BEFORE.test(text)
  if (text.length > 120 && !dashed) {
    return null
  }
  const phrase = phraseOf(text)
  if (isForwardPhrase(phrase)) {
    return dashed || /[:：]$/.test(text) || phrase.length > 16 ? header("forward") : null
  }
  if (dashed && startsWithForward(phrase)) {
    return header("forward")
  }
  if (dashed && ORIGINAL_PHRASES.has(phrase)) {
    return header("original")
  }
  const plain = text.toLowerCase()
  const marked = /^[-#*=_]/.test(text) && text.length < 120
  return marked && REPLY_ABOVE.some((words) => plain.includes(words))
    ? header("reply_above")
    : null
}

/** The words between dashes; Yahoo writes the header fields behind them. */
function phraseOf(text: string): string {
  const start = text.slice(0, 200).replace(DASHES_BEFORE, "")
  const dashes = /\s*[-\u2010-\u2015]{4,}/.exec(start)
  const words = dashes ? start.slice(0, dashes.index) : start.replace(DASHES_AFTER, "")
  return lowered(words.trim())
}

/** "Välitetty viesti / Fwd.Msg": some programs add the English words. */
function isForwardPhrase(phrase: string): boolean {
  return FORWARD_PHRASES.has(phrase) || FORWARD_PHRASES.has(phrase.split(" / ")[0])
}

/** Lotus Notes: "----- Forwarded by Ann Lee/Acme on 03/05/2024 10:00 AM -----". */
function startsWithForward(phrase: string): boolean {
  return /^(?:forwarded|weitergeleitet|transféré|reenviado|inoltrato|encaminhado|doorgestuurd) (?:by|von|par|por|da|door) /.test(
    phrase
  )
}

/** A header block, with the rule or separator that may stand above it. */
function headerBlockWithRule(lines: readonly string[], at: number): QuoteHeader | null {
  let first = at
  if (isRule(tidy(lines[at]))) {
    first = nextWithText(lines, at + 1, 3)
  } else if (!mayBeLabel(lines[at])) {
    return null
  }
  const block = first < lines.length ? headerBlockAt(lines, first) : null
  return block && { kind: "header_block", start: at, end: block.end, column: 0 }
}

/**
 * From/Sent/To/Subject lines as Outlook, Yahoo and others put them above a quote. At least
 * two roles are needed, and something only a mail has: an address, a mail's date line, a
 * subject. "From: Berlin / To: Munich" is somebody's journey.
 */
export function headerBlockAt(
  lines: readonly string[],
  start: number
): HeaderBlock | null {
  const fields: Partial<Record<HeaderRole, string>> = {}
  let sentLabel = false
  let last: HeaderRole | null = null
  let at = start
  let end = start
  let loose = 0
  for (; at < lines.length && at - start < LONGEST_HEADER_BLOCK; at++) {
    const text = tidy(lines[at])
    const label = labelOf(text)
    if (label && label.role in fields) {
      break
    }
    if (label) {
      fields[label.role] = label.value
      last = label.role
      sentLabel =
        sentLabel || (label.role === "date" && !PLAIN_DATE_LABEL.test(label.label))
      end = at + 1
      loose = 0
      splitMashedFields(fields, label.role)
    } else if (text === "") {
      const next = nextWithText(lines, at, 2)
      if (next >= lines.length || !labelOf(tidy(lines[next])) || at === start) {
        break
      }
    } else if (last && isContinuation(lines, at, fields[last] ?? "") && loose < 8) {
      fields[last] = `${fields[last]} ${text}`.trim()
      end = at + 1
      loose++
    } else {
      break
    }
  }
  return isMailHeader(fields, sentLabel) ? { start, end, fields } : null
}

function isMailHeader(fields: HeaderBlock["fields"], sentLabel: boolean): boolean {
  const roles = Object.keys(fields).length
  if (roles < 2 || !("from" in fields || "date" in fields)) {
    return false
  }
  const hasAddress = [fields.from, fields.to, fields.cc, fields.reply_to].some(
    (value) => value !== undefined && /\S@\S/.test(value)
  )
  const hasDate = fields.date !== undefined && hasDateOrTime(fields.date)
  if (hasAddress) {
    return fields.from !== undefined
      ? hasDate || roles >= 3 || "subject" in fields
      : hasDate
  }
  return hasDate && "from" in fields && (sentLabel || "subject" in fields)
}

/** Programs that flatten HTML put several fields on one line: "À : bob@x.org Objet : Hi". */
function splitMashedFields(fields: HeaderBlock["fields"], first: HeaderRole): void {
  let role = first
  while (role !== "subject") {
    const value = fields[role] ?? ""
    const next = nextMashedLabel(value, fields)
    if (!next) {
      return
    }
    fields[role] = value.slice(0, next.start).trim()
    fields[next.role] = value.slice(next.end).trim()
    role = next.role
  }
}

function nextMashedLabel(value: string, fields: HeaderBlock["fields"]) {
  for (const match of value.slice(0, 2_000).matchAll(MASHED_LABEL)) {
    const role = ROLE_OF_LABEL.get(match[1].toLowerCase())
    if (role && !(role in fields) && match.index > 0) {
      return { role, start: match.index, end: match.index + match[0].length }
    }
  }
  return null
}

function isContinuation(lines: readonly string[], at: number, value: string): boolean {
  const text = tidy(lines[at])
  const folded = /^[ \t]+\S/.test(lines[at]) && !/^[ \t]/.test(lines[at - 1] ?? "")
  const nextIsLabel = at + 1 < lines.length && labelOf(tidy(lines[at + 1])) !== null
  return (
    value === "" ||
    /[,;<]$/.test(value) ||
    /^<[^>]*@/.test(text) ||
    (folded && nextIsLabel) ||
    (nextIsLabel && text.length < 200)
  )
}

type Label = { role: HeaderRole; label: string; value: string }

function labelOf(text: string): Label | null {
  const match = LABEL_LINE.exec(text)
  if (!match) {
    return null
  }
  const label = lowered(match[1].trim().replace(/\s+/g, " "))
  const role = ROLE_OF_LABEL.get(label)
  return role
    ? { role, label, value: match[2].replace(/^\*+\s*|\s*\*+$/g, "").trim() }
    : null
}

function mayBeLabel(line: string): boolean {
  return (
    line.length < 2_000 && /[:：]/.test(line.slice(0, 60)) && labelOf(tidy(line)) !== null
  )
}

/** "On ... wrote:" and its kin: one to four lines that end with a colon. */
function attributionAt(
  lines: readonly string[],
  at: number,
  quotedAfter: (line: number) => boolean
): QuoteHeader | null {
  const first = tidy(lines[at])
  const shared = SHARED_LINE.exec(first)
  const opening = shared ? first.slice(shared[1].length).replace(/^[\s-]+/, "") : first
  if (!canOpenAttribution(opening)) {
    return null
  }
  let joined = ""
  for (let end = at + 1; end <= lines.length && end - at <= LONGEST_ATTRIBUTION; end++) {
    const text = end === at + 1 ? opening : tidy(lines[end - 1])
    if (text === "" || joined.length + text.length > 500) {
      return null
    }
    if (end === at + 2 && !opensLongAttribution(opening)) {
      return null
    }
    joined = `${joined} ${text}`.trim()
    if (bracketsMatch(joined) && isAttribution(joined, quotedAfter(end))) {
      const column = shared ? lines[at].indexOf(shared[1]) + shared[1].length : 0
      return { kind: "attribution", start: at, end, column }
    }
  }
  return null
}

/** The first of several lines holds the date or the name, as programs break lines there. */
function opensLongAttribution(text: string): boolean {
  const plain = withoutMarks(text)
  const dated = hasYearOrDate(text) || TIME.test(text)
  return (
    (dated && (DATE_FIRST.test(plain) || LEAD_FIRST.test(plain))) ||
    (hasYearOrDate(text) && TIME.test(text) && WORDS_AND_NUMBER.test(plain)) ||
    NAME_AND_ADDRESS.test(plain) ||
    NAME_AND_BRACKET.test(plain)
  )
}

function canOpenAttribution(text: string): boolean {
  return text.length < 500 && /^[^<([@>]/.test(text) && !/^\S+@\S+>/.test(text)
}

function bracketsMatch(text: string): boolean {
  return count(text, "<") === count(text, ">") && count(text, "(") === count(text, ")")
}

/**
 * Whether a line introduces a quote. An address in brackets with a date and a time is
 * proof in any language; a verb needs two of the three, or a quote right below.
 */
function isAttribution(text: string, followedByQuote: boolean): boolean {
  const bracketed = BRACKETED_ADDRESS.test(text)
  const date = hasYearOrDate(text)
  const time = TIME.test(text)
  const verb = wrote(text)
  if (!/[:：]$/.test(text) && !DASHED_WROTE.test(text)) {
    // Some programs, and old Gmail, leave out the colon.
    return (
      bracketed &&
      date &&
      (followedByQuote || (time && verb)) &&
      opensLikeAttribution(text)
    )
  }
  if (bracketed && ((date && time) || NAME_ADDRESS_WROTE.test(text))) {
    return true
  }
  if (followedByQuote && text.length < 200) {
    const evidence = bracketed || ADDRESS.test(text) || date || time
    return (
      (verb && (evidence || (text.length < 120 && NAME_FIRST.test(text)))) ||
      bracketed ||
      (date && time && opensLikeAttribution(text))
    )
  }
  if (verb && NAME_WROTE.test(text) && date && time) {
    return true
  }
  return (
    opensLikeAttribution(text) &&
    ((verb && ((bracketed && (date || time)) || (date && time))) ||
      (ADDRESS_LAST.test(text) && date && time))
  )
}

/** With a date, a weekday, a lead word such as "On", a dash, or a name and address. */
function opensLikeAttribution(text: string): boolean {
  const plain = withoutMarks(text)
  return DATE_FIRST.test(plain) || LEAD_FIRST.test(plain) || NAME_AND_ADDRESS.test(plain)
}

function withoutMarks(text: string): string {
  return text.replace(/^[\s\-_*>"'“„«]+/, "")
}

export function hasDateOrTime(text: string): boolean {
  return hasYearOrDate(text) || TIME.test(text)
}

function hasYearOrDate(text: string): boolean {
  return YEAR.test(text) || NUMERIC_DATE.test(text)
}

function wrote(text: string): boolean {
  return WROTE.test(text) || WROTE_UNSPACED.test(text)
}

/** The name in an attribution's part before the address: what follows date and verb. */
export function nameInAttribution(text: string): string {
  const quoted = /["“„«]([^"”“»]+)["”“»]\s*$/.exec(text)
  if (quoted) {
    return quoted[1].trim()
  }
  const pieces = text
    .replace(new RegExp(WROTE, "giu"), ",")
    .split(/,(?=\s*[^,]*$)|\s*\S*\d\S*\s*/u)
  const last = (pieces[pieces.length - 1] ?? "").replace(/^[\s"',.-]+|["'\s]+$/g, "")
  return last.replace(/^(?:(?:\p{Ll}[\p{L}.]*|AM|PM|Uhr|[A-Z]{3,4}) )+(?=\p{Lu})/u, "")
}

/** A line of underscores, dashes or the like, as programs draw above quoted mail. */
export function isRule(text: string): boolean {
  return /^(?:_{5,}|-{5,}|={4,}|\*{5,}|—{3,}|─{3,})$/.test(text.replace(/\s+/g, ""))
}

/** Without what does not show: margins, emphasis marks, invisible and direction marks. */
export function tidy(line: string): string {
  const text = INVISIBLE.test(line)
    ? line.replace(INVISIBLE_ALL, "").replace(/[\u00a0\u2007\u202f\u3000]/g, " ")
    : line
  return EASTERN_DIGIT.test(text) ? withWesternDigits(text).trim() : text.trim()
}

function withWesternDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String(digit.charCodeAt(0) % 16)
  )
}

function nextWithText(lines: readonly string[], from: number, within: number): number {
  for (let at = from; at < Math.min(lines.length, from + within); at++) {
    if (tidy(lines[at]) !== "") {
      return at
    }
  }
  return lines.length
}

/** Turkish "İ" becomes an i and a dot of its own. */
function lowered(text: string): string {
  return text.toLowerCase().replace(/\u0307/g, "")
}

function capitalized(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|")
}

const UNSPACED =
  /^[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|^님|^의|^さん|^の/u
const spacedVerbs = WROTE_VERBS.filter((verb) => !UNSPACED.test(verb))
const unspacedVerbs = WROTE_VERBS.filter((verb) => UNSPACED.test(verb))
const WROTE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${alternatives(spacedVerbs)})(?![\\p{L}])`,
  "iu"
)
const WROTE_UNSPACED = new RegExp(alternatives(unspacedVerbs), "u")
const LEADS = alternatives(ATTRIBUTION_LEADS)
const LEAD_FIRST = new RegExp(`^(?:${LEADS})(?:\\s|(?=\\d))`, "iu")
const DATE_FIRST =
  /^(?:\d{1,4}[\s./:年월-]|\[?\d{4}|\p{L}{1,14}[.,]{0,2}\s*(?:\p{L}{1,4}\.?\s+)?\d{1,2}(?:[\s.,/-]|$)|\p{L}{2,14},\s*(?:\p{L}{1,12}\.?\s+)?\d)/u
const WORDS_AND_NUMBER = /^(?:[\p{L}\p{M}]{1,14}[.,]{0,2}\s+){0,3}\d{1,4}[\s./]/u
const NAME_AND_BRACKET = /^["'“„«]?\p{L}[^<>()]{0,60}[<(][^<>()]*$/u
const BRACKETED_ADDRESS = /[<(]+(?:mailto:)?[^\s<>()@]+@[^\s<>()@]+[>)]/
const NAME_WROTE = new RegExp(
  `^(?:\\p{Lu}[\\p{L}\\p{M}.'’/-]*\\s+){1,5}(?:${alternatives(spacedVerbs)})\\s`,
  "u"
)
const NAME_ADDRESS_WROTE = new RegExp(
  `^[^<>:]{1,80}<[^<>\\s]+@[^<>\\s]+>,?\\s*(?:${alternatives(spacedVerbs)})\\s*:$`,
  "iu"
)
const NAME_AND_ADDRESS = /^[^<>@]{1,80}[<([]+(?:mailto:)?[^\s<>@]+@[^\s<>@]+[>)\]]/
const NAME_FIRST = /^["'“„«*-]*\s*[\p{Lu}\p{Lo}\d]/u
const ADDRESS = /[^\s<>()[\]"',;:]@[\w-]+(?:\.[\w-]+)*|\[mailto:/
const ADDRESS_LAST = /@[^\s<>()[\]]+\s*[>)\]]*\s*[)>\]]*\s*[:：]$/
const TIME = /(?<!\d)[0-2]?\d[:.h時시][0-5]\d(?!\d)|(?<!\d)\d{1,2}\s?(?:am|pm|uhr)\b/i
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/
const NUMERIC_DATE = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|\d{1,2}월|\d{1,2}月/
const PLAIN_DATE_LABEL =
  /^(?:date|datum|data|fecha|dato|tarih|дата|dată|dátum|日期|日付|日時)$/
const DASHES_BEFORE = /^[-_=*#>~+\u2010-\u2015─ ]{2,}/
const DASHES_AFTER = /[-_=*#~+\u2010-\u2015─ <:：]+$/
const DASHED_WROTE = /[\p{L}>)][:：]?\s*-{3,}\s*$/u
const SHARED_LINE = new RegExp(`^(.*?[^\\s-])-{2,}\\s*(?:${LEADS})\\s`, "iu")
const LABEL_LINE =
  /^[\s*_>|-]*([\p{L}\p{M}][\p{L}\p{M}\p{N}.()'’ -]{0,28}?)\s*\**\s*[:：]\s*\**\s*(.*)$/u
const FORWARD_PHRASES = new Set(FORWARDED_MESSAGE)
const ORIGINAL_PHRASES = new Set(ORIGINAL_MESSAGE)
const INVISIBLE =
  /[\u00a0\u00ad\u2007\u200b-\u200f\u202a-\u202f\u2060-\u2069\u3000\ufeff]/
const INVISIBLE_ALL = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const shownLabels = ["CC", ...[...ROLE_OF_LABEL.keys()].map(capitalized)]
const MASHED_LABEL = new RegExp(
  `((?<=>)(?:${alternatives(shownLabels)})|${alternatives(shownLabels.filter((label) => label.length > 1))}) ?[:：]`,
  "gu"
)
const EASTERN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/
const LONGEST_ATTRIBUTION = 4
const LONGEST_HEADER_BLOCK = 40
