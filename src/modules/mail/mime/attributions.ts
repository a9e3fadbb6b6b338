import {
  isAttribution,
  opensLikeAttribution,
  withoutMarks,
  wrote,
} from "./attribution-evidence"
import {
  ADDRESS,
  BRACKETED_ADDRESS,
  DATE_FIRST,
  LEAD_FIRST,
  LONGEST_ATTRIBUTION,
  LONGEST_SHARED_LINE,
  LONGEST_VERB_LINE,
  LONGEST_WRAPPED,
  MAY_BE_SHARED,
  NAME_AND_ADDRESS,
  NAME_AND_BRACKET,
  SHARED_LINE,
  SHORTEST_WRAPPED,
  WORDS_AND_NUMBER,
  WROTE,
  WROTE_COLON,
  WROTE_LAST,
} from "./attribution-patterns"
import { fromFieldAt } from "./header-blocks"
import type { QuoteHeader } from "./quote-headers"
import { hasDate, hasTime, tidy } from "./quote-text"

/** "On ... wrote:" and its kin: one to four lines that end with a colon. */
export function attributionAt(
  lines: readonly string[],
  at: number,
  first: string,
  quotedAfter: (line: number) => boolean
): QuoteHeader | null {
  const own = ownTextBefore(first)
  const column = own === "" ? 0 : lines[at].indexOf(own) + own.length
  const opening = first.slice(own.length).replace(/^[\s-]+/, "")
  if (!canOpenAttribution(opening) || column < own.length) {
    return null
  }
  const end = endOfAttribution(lines, at, opening, quotedAfter)
  if (end === null || beginsLater(lines, at, end, quotedAfter)) {
    return null
  }
  return { kind: "attribution", start: at, end, column }
}

/** "I ordered it on 5.5.2024." may stand right above the attribution: then that begins on
 * a line of its own, with its date, and the first line is the person's. */
function beginsLater(
  lines: readonly string[],
  at: number,
  end: number,
  quotedAfter: (line: number) => boolean
): boolean {
  for (let start = at + 1; start < end; start++) {
    const opening = tidy(lines[start]).replace(/^[\s-]+/, "")
    if (
      opensWithDate(opening) &&
      canOpenAttribution(opening) &&
      endOfAttribution(lines, start, opening, quotedAfter) === end
    ) {
      return true
    }
  }
  return false
}

/** A word and the date, not the rest of a date that was wrapped: "2024 at 10:00 ...". */
function opensWithDate(text: string): boolean {
  const plain = withoutMarks(text)
  return hasDate(plain) && /^\D/.test(plain) && opensLikeAttribution(plain)
}

/** Text of the person that ended up on the line of the attribution. */
function ownTextBefore(line: string): string {
  const mayBeShared =
    line.length < LONGEST_SHARED_LINE && (line.includes("--") || MAY_BE_SHARED.test(line))
  return mayBeShared ? (SHARED_LINE.exec(line)?.[1] ?? "") : ""
}

function endOfAttribution(
  lines: readonly string[],
  at: number,
  opening: string,
  quotedAfter: (line: number) => boolean
): number | null {
  let joined = ""
  let pieces = 0
  for (let end = at + 1; end <= lines.length && pieces < LONGEST_ATTRIBUTION; end++) {
    const text = end === at + 1 ? opening : tidy(lines[end - 1])
    if (text === "" && goesOnBelowBlank(joined, tidy(lines[end] ?? ""))) {
      continue
    }
    if (text === "" || joined.length + text.length > 500) {
      return null
    }
    pieces++
    if (pieces === 2 && !opensLongAttribution(opening)) {
      return endOfParagraph(lines, at, opening)
    }
    joined = `${joined} ${text}`.trim()
    if (
      bracketsMatch(joined) &&
      (isAttribution(joined, quotedAfter(end)) || introducesFields(joined, lines, end))
    ) {
      return end
    }
    if (end === at + 1 && isGluedAttribution(joined)) {
      return end
    }
  }
  return null
}

/** Where every line became a paragraph, the address or the verb stands below a blank one. */
function goesOnBelowBlank(text: string, next: string): boolean {
  return (
    hasDate(text) &&
    (!bracketsMatch(text) ||
      /^[<([]\S*@/.test(next) ||
      (next.length < LONGEST_VERB_LINE && WROTE_LAST.test(next)))
  )
}

/** Some programs write both, the line without its colon and the fields below it. */
function introducesFields(text: string, lines: readonly string[], end: number): boolean {
  return (
    hasDate(text) &&
    hasTime(text) &&
    wrote(text) &&
    opensLikeAttribution(text) &&
    fromFieldAt(lines, end)
  )
}

/**
 * A paragraph of its own that ends with a colon and holds a date, a time and an address in
 * brackets: an attribution wherever it was wrapped, and in whatever language.
 */
function endOfParagraph(
  lines: readonly string[],
  at: number,
  opening: string
): number | null {
  if ((at > 0 && tidy(lines[at - 1]) !== "") || opening.length < SHORTEST_WRAPPED) {
    return null
  }
  let joined = opening
  for (let end = at + 2; end <= lines.length && end - at <= LONGEST_ATTRIBUTION; end++) {
    joined = `${joined} ${tidy(lines[end - 1])}`
    if (joined.length > LONGEST_WRAPPED || /[.!?]\s+\p{Lu}\p{L}+ \p{Ll}/u.test(joined)) {
      return null
    }
    if (/[:：]$/.test(joined)) {
      const proven = BRACKETED_ADDRESS.test(joined) && hasDate(joined) && hasTime(joined)
      return proven ? end : null
    }
  }
  return null
}

/** Programs that flatten HTML go on behind the colon, on the same line. */
function isGluedAttribution(text: string): boolean {
  const mayBe = /\d.*[:：].*\S/.test(text) && opensLikeAttribution(text)
  const match = mayBe ? WROTE_COLON.exec(text) : null
  if (!match) {
    return false
  }
  const head = text.slice(0, match.index + match[0].length)
  const rest = text.slice(head.length)
  return (
    /\S/.test(rest) &&
    hasDate(head) &&
    (BRACKETED_ADDRESS.test(head) || (hasTime(head) && /^\S/.test(rest)))
  )
}

/** The first of several lines holds the date or the name, as programs break lines there. */
function opensLongAttribution(text: string): boolean {
  const plain = withoutMarks(text)
  const dated = hasDate(text) || hasTime(text)
  return (
    (dated && (DATE_FIRST.test(plain) || LEAD_FIRST.test(plain))) ||
    (ADDRESS.test(plain) && wrote(plain)) ||
    (hasDate(text) && hasTime(text) && WORDS_AND_NUMBER.test(plain)) ||
    NAME_AND_ADDRESS.test(plain) ||
    NAME_AND_BRACKET.test(plain)
  )
}

function canOpenAttribution(text: string): boolean {
  return text.length < 500 && /^[^<([@>]/.test(text) && !/^\S+@\S+>/.test(text)
}

/** A bracket still open means that the line goes on, unless the verb has come already. */
function bracketsMatch(text: string): boolean {
  return (
    !/[<>()]/.test(text) ||
    (count(text, "<") <= count(text, ">") && count(text, "(") <= count(text, ")")) ||
    WROTE_LAST.test(text)
  )
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

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
