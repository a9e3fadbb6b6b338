import { fromFieldAt } from "./header-blocks"
import type { QuoteHeader } from "./quote-headers"
import { ATTRIBUTION_LEADS, WROTE_VERBS } from "./quote-phrases"
import { alternatives, hasDate, hasTime, tidy } from "./quote-text"

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
  for (let end = at + 1; end <= lines.length && end - at <= LONGEST_ATTRIBUTION; end++) {
    const text = end === at + 1 ? opening : tidy(lines[end - 1])
    if (text === "" || joined.length + text.length > 500) {
      return null
    }
    if (end === at + 2 && !opensLongAttribution(opening)) {
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
    (count(text, "<") === count(text, ">") && count(text, "(") === count(text, ")")) ||
    WROTE_LAST.test(text)
  )
}

/**
 * Whether a line introduces a quote. An address in brackets with a date and a time is
 * proof in any language; a verb needs two of the three, or a quote right below.
 */
function isAttribution(text: string, followedByQuote: boolean): boolean {
  const bracketed = BRACKETED_ADDRESS.test(text)
  const date = hasDate(text)
  const time = hasTime(text)
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
  const framed = bracketed && verb && DASHED_WROTE.test(text)
  if ((bracketed && date && time) || framed || ADDRESS_WROTE.test(text)) {
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
  if (verb && date && time && (ADDRESS.test(text) || NAME_WROTE.test(text))) {
    return !SAYS_I.test(text)
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
  return (
    !LOWERCASE_LEAD.test(plain) &&
    (DATE_FIRST.test(plain) || LEAD_FIRST.test(plain) || NAME_AND_ADDRESS.test(plain))
  )
}

function withoutMarks(text: string): string {
  return text.replace(/^[\s\-_*>"'“„«]+/, "")
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

function count(text: string, character: string): number {
  return text.split(character).length - 1
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
const BRACKETED_ADDRESS = /[<(]+ ?(?:mailto:)?[^\s<>()@]+@[^\s<>()@]+ ?[>)]/
const NAME_WROTE = new RegExp(
  `^(?:\\p{Lu}[\\p{L}\\p{M}.'’/-]*\\s+){1,5}(?:${alternatives(spacedVerbs)})\\s`,
  "u"
)
/** "Ann Lee <ann@shop.example> wrote:" or the address alone. */
const ADDRESS_WROTE = new RegExp(
  `^(?:[^<>:]{1,80}<[^<>\\s]+@[^<>\\s]+>|[^<>\\s:]+@[^<>\\s:]+),?\\s*(?:${alternatives(spacedVerbs)})\\s*:$`,
  "iu"
)
/** Somebody who tells of a letter. */
const SAYS_I = /(?:^|\s)(?:I|ich|je|j'ai|yo|eu|io|ik|jeg|jag|я)\s/u
const NAME_AND_ADDRESS = /^[^<>@]{1,80}[<([]+ ?(?:mailto:)?[^\s<>@]+@[^\s<>@]+ ?[>)\]]/
const NAME_FIRST = /^["'“„«*-]*\s*[\p{Lu}\p{Lo}\d]/u
const ADDRESS = /[^\s<>()[\]"',;:]@[\w-]+(?:\.[\w-]+)*|\[mailto:/
const ADDRESS_LAST = /@[^\s<>()[\]]+\s*[>)\]]*\s*[)>\]]*\s*[:：]$/
const DASHED_WROTE = /[\p{L}>)][:：]?\s*-{3,}\s*$/u
const SHARED_LINE = new RegExp(
  `^(.*?(?:[^\\s-](?=-{2,}\\s*(?:${LEADS})\\s)|[.!?]["')]?(?=\\s+(?:${LEADS})\\s[^:]*@[^:]*:)))`,
  "iu"
)
const MAY_BE_SHARED = /[.!?].*@.*:/
/** A person's "am 5. Mai schrieb mir ...": programs begin with a capital. */
const LOWERCASE_LEAD = /^(?:on|at|in|am|vom|le|el|il|em|op|den|dne|dnia)\s/
const WROTE_COLON = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${alternatives(spacedVerbs)})\\s{0,3}[:：]`,
  "iu"
)
const WROTE_LAST = new RegExp(`${WROTE_COLON.source}$`, "iu")
const LONGEST_SHARED_LINE = 500
const LONGEST_ATTRIBUTION = 4
/** Programs wrap at 60 columns and more. */
const SHORTEST_WRAPPED = 40
const LONGEST_WRAPPED = 250
