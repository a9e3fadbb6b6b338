import type { HtmlMark } from "./html-marks"

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
    quoted: /^ {0,2}[>\uff1e]/.test(line) && !/^>From /.test(line),
    mark: null,
  }))
}
