import { attributionAt } from "./attributions"
import { ruledHeaderBlockAt } from "./header-blocks"
import { notesHeaderAt } from "./notes-headers"
import { tidy } from "./quote-text"
import { gluedSeparatorAt, separatorAt, titleAboveQuoteAt } from "./separators"

/** What a mail program wrote above an earlier message, and the lines it takes. */
export type QuoteHeader = {
  kind: "attribution" | "header_block" | "original" | "forward" | "reply_above"
  start: number
  /** The line after the last one. */
  end: number
  /** Where on the start line the header begins; text before it is the person's own. */
  column: number
}

/**
 * The quote header that begins on this line, if one does. `quotedAfter` tells whether the
 * first line with text from `line` on is a quoted one: then less proof is needed.
 */
export function quoteHeaderAt(
  lines: readonly string[],
  at: number,
  quotedAfter: (line: number) => boolean
): QuoteHeader | null {
  const text = tidy(lines[at])
  if (text === "") {
    return null
  }
  return (
    separatorAt(text, at) ??
    gluedSeparatorAt(lines[at], at) ??
    ruledHeaderBlockAt(lines, at, text) ??
    titleAboveQuoteAt(text, at, quotedAfter) ??
    notesHeaderAt(lines, at, text) ??
    attributionAt(lines, at, text, quotedAfter)
  )
}
