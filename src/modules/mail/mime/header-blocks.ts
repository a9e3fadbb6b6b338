import { foreignBlockAt, withForeignFields } from "./foreign-blocks"
import { knownLabel, labelledLine, mayBeLabelled } from "./header-labels"
import type { QuoteHeader } from "./quote-headers"
import { FORWARDED, HeaderRole, ROLE_OF_LABEL } from "./quote-phrases"
import { alternatives, hasDate, hasTime, isRule, nextWithText, tidy } from "./quote-text"

export type HeaderBlock = {
  start: number
  end: number
  fields: Partial<Record<HeaderRole, string>>
}

/** A header block, with the rule or the title between dashes that may stand above it. */
export function ruledHeaderBlockAt(
  lines: readonly string[],
  at: number,
  text: string
): QuoteHeader | null {
  const passesOn = text.length < 80 && /[:：]$/.test(text) && FORWARDED.test(text)
  const isTitle = passesOn || isDashedTitle(text)
  const isAbove = isTitle || isRule(text)
  const first = isAbove ? nextWithText(lines, at + 1, 3) : at
  if (first >= lines.length || !mayBeLabelled(lines[first])) {
    return null
  }
  const block =
    anyHeaderBlockAt(lines, first, isTitle) ?? outlookBlockAt(lines, first, text)
  const kind = passesOn || GMAIL_FORWARD.test(text) ? "forward" : "header_block"
  return block && { kind, start: at, end: block.end, column: 0 }
}

/** Outlook's 32 underscores, and right below them the sender if nothing more is left. */
function outlookBlockAt(
  lines: readonly string[],
  first: number,
  above: string
): HeaderBlock | null {
  const label = /^_{20,}$/.test(above) ? knownLabel(tidy(lines[first])) : null
  return label?.role === "from"
    ? { start: first, end: first + 1, fields: { from: label.value } }
    : null
}

/** A header block in a language we know, or one that looks like it. */
export function anyHeaderBlockAt(
  lines: readonly string[],
  start: number,
  isBelowTitle: boolean
): HeaderBlock | null {
  if (labelledLine(tidy(lines[start])) === null) {
    return null
  }
  const block = headerBlockAt(lines, start)
  return block
    ? withForeignFields(lines, block)
    : foreignBlockAt(lines, start, isBelowTitle)
}

/** "-------- Original Message --------" in whatever language. */
export function isDashedTitle(text: string): boolean {
  return DASHED_TITLE.test(text)
}

/**
 * From/Sent/To/Subject lines as Outlook, Yahoo and others put them above a quote. At least
 * two roles are needed, and something only a mail has: an address, a mail's date line, a
 * subject. "From: Berlin / To: Munich" is somebody's journey.
 */
function headerBlockAt(lines: readonly string[], start: number): HeaderBlock | null {
  const fields: HeaderBlock["fields"] = {}
  let sentLabel = false
  let last: HeaderRole | null = null
  let at = start
  let end = start
  let loose = 0
  for (; at < lines.length && at - start < LONGEST_HEADER_BLOCK; at++) {
    const text = tidy(lines[at])
    const label = knownLabel(text)
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
    } else if (at === start) {
      return null
    } else if (text === "") {
      const next = nextWithText(lines, at, 2)
      const opened = last !== null && /[<[][^>\]]*$/.test(fields[last] ?? "")
      if (next >= lines.length || !(opened || knownLabel(tidy(lines[next])))) {
        break
      }
    } else if (isUnknownLabel(lines, at, text) && loose < 8) {
      loose++
    } else if (last && isContinuation(lines, at, fields[last] ?? "") && loose < 8) {
      fields[last] = `${fields[last]} ${text}`.trim()
      end = at + 1
      loose++
    } else {
      break
    }
  }
  const goesOn = end < lines.length && labelledLine(tidy(lines[end])) !== null
  return isMailHeader(fields, sentLabel, goesOn) ? { start, end, fields } : null
}

/** `goesOn`: further labels follow, which no mail header has. */
function isMailHeader(
  fields: HeaderBlock["fields"],
  sentLabel: boolean,
  goesOn: boolean
): boolean {
  const roles = Object.keys(fields).length
  if (roles < 2 || !("from" in fields || "date" in fields)) {
    return false
  }
  const hasAddress = [fields.from, fields.to, fields.cc, fields.reply_to].some(
    (value) => value !== undefined && /\S@\S/.test(value)
  )
  const isDated =
    fields.date !== undefined && (hasDate(fields.date) || hasTime(fields.date))
  if (hasAddress) {
    return fields.from !== undefined
      ? isDated || sentLabel || roles >= 3 || "subject" in fields
      : isDated
  }
  if (!("from" in fields)) {
    return false
  }
  return isDated
    ? "subject" in fields || (sentLabel && !goesOn)
    : sentLabel && roles >= 3 && "subject" in fields
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

/** "Organization: ..." between labels we know. */
function isUnknownLabel(lines: readonly string[], at: number, text: string): boolean {
  return (
    labelledLine(text) !== null && isLabelAt(lines, at - 1) && isLabelAt(lines, at + 1)
  )
}

function isLabelAt(lines: readonly string[], at: number): boolean {
  return at < lines.length && labelledLine(tidy(lines[at])) !== null
}

function isContinuation(lines: readonly string[], at: number, value: string): boolean {
  const text = tidy(lines[at])
  const folded = /^[ \t]+\S/.test(lines[at]) && !/^[ \t]/.test(lines[at - 1] ?? "")
  const nextIsLabel = at + 1 < lines.length && knownLabel(tidy(lines[at + 1])) !== null
  return (
    value === "" ||
    /[,;<]$|[<[][^>\]]*$/.test(value) ||
    /^<[^>]*@/.test(text) ||
    (folded && nextIsLabel) ||
    (nextIsLabel && text.length < 200)
  )
}

/** Whether the next line with text names the sender of an earlier mail. */
export function fromFieldAt(lines: readonly string[], at: number): boolean {
  const next = nextWithText(lines, at, 2)
  return next < lines.length && knownLabel(tidy(lines[next]))?.role === "from"
}

function capitalized(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1)
}

/** In a language whose words for "original message" we do not know. */
const DASHED_TITLE =
  /^(?:-{4,12}|━{3,12})\s{0,2}["'“„«]?[\p{L}\p{M}](?:[^\n:━-]|-(?!-)){2,150}[^\s:━-]\s{0,2}(?:-{4,12}|━{3,12})$/u
/** Gmail's ten and nine dashes, which it writes above nothing else. */
const GMAIL_FORWARD = /^-{10} [^-]{3,50} -{9}$/
const PLAIN_DATE_LABEL =
  /^(?:date|datum|data|fecha|dato|tarih|дата|dată|dátum|日期|日付|日時)$/
const shownLabels = ["CC", ...[...ROLE_OF_LABEL.keys()].map(capitalized)]
const MASHED_LABEL = new RegExp(
  `((?<=>)(?:${alternatives(shownLabels)})|${alternatives(shownLabels.filter((label) => label.length > 1))}) ?[:：]`,
  "gu"
)
const LONGEST_HEADER_BLOCK = 40
