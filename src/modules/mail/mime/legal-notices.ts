import { isRule, tidy } from "./quote-text"
import { DISCLAIMER, isSignOff } from "./sign-offs"
import { isSentence, isShortBlock } from "./text-blocks"
import type { TextLine } from "./text-lines"

/** Only such notices follow to the end, or what belongs to a signature. */
export function isLegalText(
  lines: readonly TextLine[],
  from: number,
  to: number
): boolean {
  const above = tidy(lines[from - 1].text)
  return (
    (above === "" || isRule(above) || isSignOff(above)) &&
    isShortBlock(lines, from, to, LONGEST_NOTICE) &&
    paragraphs(lines, from, to).every(
      (text) => DISCLAIMER.test(text) || isSignOff(text) || !isSentence(text)
    )
  )
}

function paragraphs(lines: readonly TextLine[], from: number, to: number): string[] {
  const found: string[] = []
  let open = false
  for (let at = from; at < to; at++) {
    const text = tidy(lines[at].text)
    if (text === "" || isRule(text)) {
      open = false
    } else if (open) {
      found[found.length - 1] += ` ${text}`
    } else {
      found.push(text)
      open = true
    }
  }
  return found
}

/** Where the legal notices begin that follow to the end, within the first `most` lines with
 * text; `to` where none do. */
export function noticeIn(
  lines: readonly TextLine[],
  from: number,
  to: number,
  most: number
): number {
  let count = 0
  for (let at = from; at < to && count <= most; at++) {
    const text = tidy(lines[at].text)
    count += text === "" ? 0 : 1
    if (DISCLAIMER.test(text) && isLegalText(lines, at, to)) {
      return at
    }
  }
  return to
}

const LONGEST_NOTICE = 80
