import {
  ADDRESS,
  ADDRESS_LAST,
  ADDRESS_WROTE,
  BRACKETED_ADDRESS,
  DASHED_WROTE,
  DATE_FIRST,
  DATE_THEN_NAME,
  ENDS_WITH_WROTE,
  LEAD_FIRST,
  LOWERCASE_LEAD,
  NAME_AND_ADDRESS,
  NAME_FIRST,
  NAME_WROTE,
  SAYS_I,
  WROTE,
  WROTE_UNSPACED,
} from "./attribution-patterns"
import { hasDate, hasTime } from "./quote-text"

/**
 * Whether a line introduces a quote. An address in brackets with a date and a time is
 * proof in any language; a verb needs two of the three, or a quote right below.
 */
export function isAttribution(text: string, followedByQuote: boolean): boolean {
  if (!/[:：]$/.test(text) && !DASHED_WROTE.test(text)) {
    return isWithoutColon(text, followedByQuote)
  }
  const bracketed = BRACKETED_ADDRESS.test(text)
  const date = hasDate(text)
  const time = hasTime(text)
  const verb = wrote(text)
  const framed = bracketed && verb && DASHED_WROTE.test(text)
  if ((bracketed && date && time) || framed || ADDRESS_WROTE.test(text)) {
    return true
  }
  if (followedByQuote && text.length < 200) {
    const evidence = bracketed || ADDRESS.test(text) || date || time
    return (
      (verb && (evidence || (text.length < 120 && NAME_FIRST.test(text)))) ||
      bracketed ||
      (date && time && (opensLikeAttribution(text) || isForeign(text)))
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

/** Some programs, and old Gmail, leave out the colon. */
function isWithoutColon(text: string, followedByQuote: boolean): boolean {
  if (!hasDate(text)) {
    return false
  }
  if (BRACKETED_ADDRESS.test(text)) {
    return (
      (followedByQuote || (hasTime(text) && wrote(text))) && opensLikeAttribution(text)
    )
  }
  return (
    followedByQuote &&
    text.length < 120 &&
    hasTime(text) &&
    wrote(text) &&
    ENDS_WITH_WROTE.test(text)
  )
}

/** A date with its time and a name or an address, in a language without words. */
function isForeign(text: string): boolean {
  return DATE_THEN_NAME.test(text) && !SAYS_I.test(text)
}

/** With a date, a weekday, a lead word such as "On", a dash, or a name and address. */
export function opensLikeAttribution(text: string): boolean {
  const plain = withoutMarks(text)
  return (
    !LOWERCASE_LEAD.test(plain) &&
    (DATE_FIRST.test(plain) || LEAD_FIRST.test(plain) || NAME_AND_ADDRESS.test(plain))
  )
}

export function withoutMarks(text: string): string {
  return text.replace(/^[\s\-_*>"'“„«]+/, "")
}

export function wrote(text: string): boolean {
  return WROTE.test(text) || WROTE_UNSPACED.test(text)
}
