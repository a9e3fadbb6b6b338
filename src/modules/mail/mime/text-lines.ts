import type { HtmlMark } from "./html-marks"
import { isGroupWiseHeader } from "./separators"

/** One line of a message as the splitting rules see it, from text or from HTML. */
export type TextLine = {
  /** As it will be shown. */
  text: string
  /** Belongs to an earlier message: begins with `>` or stands in a quoting element. */
  quoted: boolean
  /** What the HTML said about it. */
  mark: HtmlMark | null
}

/** Lines of a plain text body. */
export function textLines(text: string): TextLine[] {
  return text.split("\n").map((line) => ({
    text: line,
    quoted: isQuoted(line),
    mark: null,
  }))
}

/** ">From" is how mailboxes escape a line; ">>> Ann 5 May 2024 10:00 >>>" is the line that
 * GroupWise writes above history without marks. */
export function isQuoted(line: string): boolean {
  return (
    QUOTE_MARK.test(line) &&
    !/^>From /.test(line) &&
    !(line.startsWith(">>> ") && isGroupWiseHeader(line.trim()))
  )
}

const QUOTE_MARK = /^ {0,2}[>\uff1e]/
