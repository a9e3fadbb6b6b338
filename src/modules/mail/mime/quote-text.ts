/** A line without what does not show: margins, invisible and direction marks; digits of
 * other scripts become western ones. */
export function tidy(line: string): string {
  const text = INVISIBLE.test(line)
    ? line.replace(INVISIBLE_ALL, "").replace(/[\u00a0\u2007\u202f\u3000]/g, " ")
    : line
  return OTHER_DIGIT.test(text) ? withWesternDigits(text).trim() : text.trim()
}

function withWesternDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (digit) => {
    const code = digit.charCodeAt(0)
    // The scripts of India count from ...6 on, the others from ...0.
    return String((code % 16) - (code >= 0x0966 && code <= 0x0d6f ? 6 : 0))
  })
}

/** A line of underscores, dashes or the like, as programs draw above quoted mail. */
export function isRule(text: string): boolean {
  return (
    /^[-_=*—–─]/.test(text) &&
    /^(?:[-_=*—–─]{5,}|={4,}|—{3,}|─{3,})$/.test(text.replace(/\s+/g, ""))
  )
}

export function hasDate(text: string): boolean {
  return YEAR.test(text) || NUMERIC_DATE.test(text)
}

export function hasTime(text: string): boolean {
  return TIME.test(text)
}

/** The first line with text from `from` on, looking `within` lines ahead. */
export function nextWithText(
  lines: readonly string[],
  from: number,
  within: number
): number {
  for (let at = from; at < Math.min(lines.length, from + within); at++) {
    if (tidy(lines[at]) !== "") {
      return at
    }
  }
  return lines.length
}

/** Turkish "İ" becomes an i and a dot of its own. */
export function lowered(text: string): string {
  return text.toLowerCase().replace(/\u0307/g, "")
}

/** The words as a pattern, the longest first. */
export function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|")
}

/** "19:42", "19.42", "19h42", "7 pm", and not the "15.11" of a date. */
const TIME =
  /(?<!\d|\d\.)[0-2]?\d[:.h時시][0-5]\d(?!\d|\.\d)|(?<!\d)\d{1,2}\s?(?:am|pm|uhr)\b/i
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/
const NUMERIC_DATE = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|\d{1,2}월|\d{1,2}月/
const INVISIBLE =
  /[\u00a0\u00ad\u2007\u200b-\u200f\u202a-\u202f\u2060-\u2069\u3000\ufeff]/
const INVISIBLE_ALL = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** Arabic, Persian, Indian, Thai, Lao, Burmese, Khmer and full-width digits. */
const OTHER_DIGIT =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9\uff10-\uff19]/
const OTHER_DIGITS = new RegExp(OTHER_DIGIT.source, "g")
