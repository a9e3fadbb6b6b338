import { isDashedTitle } from "./header-blocks"
import type { QuoteHeader } from "./quote-headers"
import {
  FORWARDED,
  FORWARDED_MESSAGE,
  ORIGINAL_MESSAGE,
  REPLY_ABOVE,
  REPLY_ABOVE_UNMARKED,
} from "./quote-phrases"
import { hasDate, hasTime, lowered } from "./quote-text"

/** "-----Original Message-----", "Begin forwarded message:", "## Reply above this line ##",
 * in any language. */
export function separatorAt(text: string, at: number): QuoteHeader | null {
  const kind = separatorKind(text)
  return kind && { kind, start: at, end: at + 1, column: 0 }
}

/** A title between dashes right above quoted lines, in a language without words. */
export function titleAboveQuoteAt(
  text: string,
  at: number,
  quotedAfter: (line: number) => boolean
): QuoteHeader | null {
  return isDashedTitle(text) && quotedAfter(at + 1)
    ? { kind: "original", start: at, end: at + 1, column: 0 }
    : null
}

/** "What now?-------- Original Message --------From: ...": programs that flatten HTML join
 * the lines. */
export function gluedSeparatorAt(line: string, at: number): QuoteHeader | null {
  if (line.length > LONGEST_GLUED || !line.includes("----")) {
    return null
  }
  const match = GLUED.exec(line)
  return match && ORIGINAL_PHRASES.has(lowered(match[2]))
    ? { kind: "original", start: at, end: at + 1, column: match[1].length }
    : null
}

function separatorKind(text: string): QuoteHeader["kind"] | null {
  const dashed = DASHES_BEFORE.test(text)
  if (text.length > LONGEST_SEPARATOR && !dashed) {
    return null
  }
  const phrase = phraseOf(text)
  if (isAmong(FORWARD_PHRASES, phrase)) {
    return dashed || /[:：]$/.test(text) || phrase.length > 16 ? "forward" : null
  }
  if (RULED.test(text) && phrase.length < LONGEST_TITLE && FORWARDED.test(phrase)) {
    return "forward"
  }
  if (dashed && isAmong(ORIGINAL_PHRASES, phrase) && isFramed(text)) {
    return "original"
  }
  if (isGroupWiseHeader(text) || /^original message processed by /i.test(text)) {
    return "original"
  }
  return isReplyAbove(text) ? "reply_above" : null
}

/** Dashes on both sides, or a line of them in front. */
function isFramed(text: string): boolean {
  return !/^.{2,3}[\p{L}\p{N} ]+$/u.test(text)
}

/** The words between dashes; Yahoo writes the header fields behind them. */
function phraseOf(text: string): string {
  const start = text
    .slice(0, 200)
    .replace(DASHES_BEFORE, "")
    .replace(/^\[ | \]/g, "")
  const dashes = /\s*[-\u2010-\u2015]{4,}/.exec(start)
  const words = dashes ? start.slice(0, dashes.index) : start.replace(DASHES_AFTER, "")
  return lowered(words.trim())
}

/** "Välitetty viesti / Fwd.Msg": some programs add the English words. */
function isAmong(phrases: ReadonlySet<string>, phrase: string): boolean {
  const slash = phrase.indexOf(" / ")
  return phrases.has(phrase) || (slash > 0 && phrases.has(phrase.slice(0, slash)))
}

/** ">>> Ann Lee <ann@shop.example> 03/05/2024 10:00 AM >>>" */
export function isGroupWiseHeader(text: string): boolean {
  return (
    text.length < LONGEST_SEPARATOR &&
    /^>>> .*\d.* >>>$/.test(text) &&
    hasDate(text) &&
    hasTime(text)
  )
}

function isReplyAbove(text: string): boolean {
  if (text.length > LONGEST_SEPARATOR) {
    return false
  }
  const plain = lowered(text)
  return /^[-#*=_~—\u2010-\u2015]/.test(text)
    ? REPLY_ABOVE.some((words) => words.every((word) => word.test(plain)))
    : REPLY_ABOVE_UNMARKED.test(plain)
}

const GLUED = /^([^-]*[^\s-] *)-{4,12} ?([\p{L}][^-]{3,40}?) ?-{4,12}/u
const LONGEST_GLUED = 2_000
const LONGEST_SEPARATOR = 120
const LONGEST_TITLE = 80
const DASHES_BEFORE = /^[-_=*#>~+\u2010-\u2015─━ ]{2,}/
/** More than the dash or the star of a list: "- I forwarded it". */
const RULED = /^[ >]*[-_=*#~+\u2010-\u2015─━]{3,}/
const DASHES_AFTER = /[-_=*#~+\u2010-\u2015─━ <:：]+$/
const FORWARD_PHRASES = new Set(FORWARDED_MESSAGE)
const ORIGINAL_PHRASES = new Set(ORIGINAL_MESSAGE)
