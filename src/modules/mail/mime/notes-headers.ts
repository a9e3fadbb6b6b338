import type { QuoteHeader } from "./quote-headers"
import { roleOfLabel } from "./header-labels"
import { hasDate, hasTime, tidy } from "./quote-text"

/**
 * HCL (Lotus) Notes: "Ann Lee ---03/05/2024 10:00:00 AM---Dear Bob, ...", or the sender
 * and the date on two lines and below them labels without a colon, each on its own line.
 */
export function notesHeaderAt(
  lines: readonly string[],
  at: number,
  text: string
): QuoteHeader | null {
  if (text.length > LONGEST_LINE || !/@|--/.test(text)) {
    return null
  }
  const end = isDateBetweenDashes(text) ? at + 1 : endOfColumn(lines, at, text)
  return end === null ? null : { kind: "header_block", start: at, end, column: 0 }
}

function isDateBetweenDashes(text: string): boolean {
  const date = DATE_BETWEEN_DASHES.exec(text)?.[1] ?? ""
  return hasDate(date) && hasTime(date)
}

function endOfColumn(lines: readonly string[], at: number, sender: string) {
  if (!/[^\s@]@[^\s@]/.test(sender) || !isBareDate(tidy(lines[at + 1] ?? ""))) {
    return null
  }
  const roles = new Set<string>()
  for (
    let line = at + 2;
    line < Math.min(lines.length, at + 2 + LONGEST_COLUMN);
    line++
  ) {
    const role = roleOfLabel(tidy(lines[line]))
    if (role) {
      roles.add(role)
    }
    if (role === "subject" && roles.has("to")) {
      return line + 1
    }
  }
  return null
}

function isBareDate(text: string): boolean {
  return text.length < 40 && /^\d/.test(text) && hasDate(text) && hasTime(text)
}

const DATE_BETWEEN_DASHES = /^[^-\d][^-]{1,60}-{2,4}\s?(\d[^-]{8,30}?)-{2,4}/
const LONGEST_LINE = 500
const LONGEST_COLUMN = 12
