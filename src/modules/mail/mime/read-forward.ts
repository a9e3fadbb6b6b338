import { hasDateOrTime, headerBlockAt, quoteHeaderAt, tidy } from "./quote-headers"
import { FORWARD_SUBJECT } from "./quote-phrases"
import { readAddresses } from "./read-headers"
import { Problems } from "./problems"
import type { Address, ForwardedEmail } from "./read-email-types"

export function isForwardSubject(subject: string): boolean {
  return FORWARD_SUBJECT.test(subject)
}

/**
 * The mail that a mail passes on, read from the lines its program wrote above it. `from`
 * is the line where that begins, when it is known already.
 */
export function readForward(
  text: string,
  subject: string,
  from: number | null
): ForwardedEmail | null {
  const lines = text.split("\n")
  const start = from ?? firstHeader(lines)
  if (start === null) {
    return null
  }
  const unquoted = lines.slice(start).map((line) => line.replace(/^ {0,2}(?:> ?)/, ""))
  return readFields(unquoted, subject)
}

function firstHeader(lines: string[]): number | null {
  for (let at = 0; at < Math.min(lines.length, MOST_LINES_ABOVE); at++) {
    if (tidy(lines[at]) !== "" && quoteHeaderAt(lines, at, () => false)) {
      return at
    }
  }
  return null
}

function readFields(lines: string[], subject: string): ForwardedEmail | null {
  for (let at = 0; at < Math.min(lines.length, LINES_BEFORE_FIELDS); at++) {
    const block = headerBlockAt(lines, at)
    if (block) {
      const { fields } = block
      return {
        from: mailboxes(fields.from ?? "")[0] ?? null,
        to: mailboxes(fields.to ?? ""),
        cc: mailboxes(fields.cc ?? ""),
        subject: fields.subject ?? withoutPrefix(subject),
        text: lines.slice(block.end).join("\n").trim(),
      }
    }
    const attribution = quoteHeaderAt(lines, at, () => true)
    if (attribution?.kind === "attribution") {
      return {
        from: senderOf(lines.slice(at, attribution.end).map(tidy).join(" ")),
        to: [],
        cc: [],
        subject: withoutPrefix(subject),
        text: lines.slice(attribution.end).join("\n").trim(),
      }
    }
  }
  return null
}

/** The person an attribution names: "On 5 May, Ann Lee <ann@x.org> wrote:". */
function senderOf(text: string): Address | null {
  const match = /([^<>,]*?)\s*[<([]+(?:mailto:)?([^\s<>()[\]]+@[^\s<>()[\]]+)[>)\]]/.exec(
    text
  )
  if (!match) {
    return null
  }
  const name = hasDateOrTime(match[1]) ? "" : match[1].replace(/^["'\s]+|["'\s]+$/g, "")
  return { name, address: match[2].toLowerCase() }
}

/** Mailboxes as programs print them: parted by commas or semicolons, with brackets of any
 * kind, or a name alone. */
function mailboxes(value: string): Address[] {
  const plain = value
    .replace(/\*+/g, "")
    .replace(/\[mailto:([^\]\s]+)\]/gi, "<$1>")
    .replace(/<mailto:([^>\s]+)>/gi, "<$1>")
    .replace(/\[([^[\]\s]+@[^[\]\s]+)\]/g, "<$1>")
  return plain
    .split(/;|,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .flatMap((piece) => mailbox(piece.trim()))
}

function mailbox(piece: string): Address[] {
  if (piece === "") {
    return []
  }
  const bracketed = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>/.exec(piece)
  if (bracketed) {
    const name = bracketed[1].replace(/^["'\s]+|["'\s]+$/g, "")
    return [
      { name: name === bracketed[2] ? "" : name, address: bracketed[2].toLowerCase() },
    ]
  }
  const bare = readAddresses([piece], new Problems())
  return bare.length > 0
    ? bare
    : [{ name: piece.replace(/^["']+|["']+$/g, ""), address: "" }]
}

function withoutPrefix(subject: string): string {
  let rest = subject
  while (FORWARD_SUBJECT.test(rest)) {
    rest = rest.replace(FORWARD_SUBJECT, "").trim()
  }
  return rest
}

const MOST_LINES_ABOVE = 500
const LINES_BEFORE_FIELDS = 8
