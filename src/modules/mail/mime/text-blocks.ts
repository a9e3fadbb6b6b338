import { isRule, tidy } from "./quote-text"
import type { TextLine } from "./text-lines"

/** Words to the reader, not a name, a title or a number. */
export function isSentence(text: string): boolean {
  if (/[?？]$|[。！，]/.test(text)) {
    return true
  }
  const words = text.split(/\s+/)
  const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length
  return (
    words.length >= 4 &&
    lower * 2 > words.length &&
    !/\S@\S|https?:|www\.|\d{5}/.test(text)
  )
}

/** Whether at most so many lines have text. */
export function isShortBlock(
  lines: readonly TextLine[],
  from: number,
  to: number,
  most: number
): boolean {
  let count = 0
  for (let at = from; at < to; at++) {
    const text = tidy(lines[at].text)
    count += text === "" ? 0 : 1
    if (count > most) {
      return false
    }
  }
  return true
}

/** The lines that have text and are no rules, up to one more than `most`. */
export function withText(
  lines: readonly TextLine[],
  from: number,
  to: number,
  most = MOST_TEXTS
): string[] {
  const texts: string[] = []
  for (let at = from; at < to && texts.length <= most; at++) {
    const text = tidy(lines[at].text)
    if (text !== "" && !isRule(text)) {
      texts.push(text)
    }
  }
  return texts
}

export function firstWithText(
  lines: readonly TextLine[],
  from: number,
  to: number
): number {
  let at = from
  while (at < to && tidy(lines[at].text) === "") {
    at++
  }
  return at
}

const MOST_TEXTS = 20
