import { nameInAttribution } from "./attributions"
import { anyHeaderBlockAt, isDashedTitle } from "./header-blocks"
import { QuoteHeader, quoteHeaderAt } from "./quote-headers"
import { FORWARD_SUBJECT } from "./quote-phrases"
import { isRule, tidy } from "./quote-text"
import { readAddresses } from "./read-headers"
import { separatorAt } from "./separators"
import { Problems } from "./problems"
import type { Address, ForwardedEmail } from "./read-email-types"
import { cutText } from "../../../cut-text"

/** Whether the subject says that a mail is passed on. "VS:" does in Danish and Norwegian;
 * in Finnish it is an answer. */
export function isForwardSubject(subject: string, text: string): boolean {
  return (
    FORWARD_SUBJECT.test(subject) &&
    !(/^\s*vs\s*:/i.test(subject) && /^\s*>?\s*Lähettäjä\s*:/m.test(text))
  )
}

/**
 * Whether a mail that is no answer to another passes one on without saying so: its
 * history stands below a rule or a title whose words we do not know, or nothing stands
 * above it.
 */
export function isUnmarkedForward(text: string): boolean {
  const lines = text.split("\n")
  const header = firstHeader(lines)
  const first = tidy(lines[header?.start ?? 0])
  return (
    header?.kind === "header_block" &&
    (isRule(first) ||
      isDashedTitle(first) ||
      lines.slice(0, header.start).every((line) => tidy(line) === ""))
  )
}

/** The mail that a mail passes on, read from the lines its program wrote above it. */
export function readForward(text: string, subject: string): ForwardedEmail | null {
  const lines = text.split("\n")
  const header = firstHeader(lines)
  if (header === null) {
    return null
  }
  const below = lines.slice(header.start).map((line) => line.replace(QUOTE_MARK, ""))
  return readFields(withFieldsApart(below), subject)
}

/** The first quote header, be it quoted itself as Apple Mail does. */
function firstHeader(lines: string[]): QuoteHeader | null {
  const unquoted = lines.map((line) => line.replace(QUOTE_MARK, ""))
  for (let at = 0; at < Math.min(lines.length, MOST_LINES_ABOVE); at++) {
    if (tidy(lines[at]) !== "") {
      const header = QUOTE_MARK.test(lines[at])
        ? separatorAt(tidy(unquoted[at]), at)
        : quoteHeaderAt(unquoted, at, (line) => QUOTE_MARK.test(lines[line] ?? ""))
      if (header) {
        return header
      }
    }
  }
  return null
}

/** Yahoo writes the first field behind the dashes; it gets a line of its own. */
function withFieldsApart(lines: string[]): string[] {
  const match = /^(\s*-{2,}[^-]{2,60}-{2,})\s+(\S.*)$/.exec(lines[0])
  return match ? [match[1], match[2], ...lines.slice(1)] : lines
}

function readFields(lines: string[], subject: string): ForwardedEmail | null {
  for (let at = 0; at < Math.min(lines.length, LINES_BEFORE_FIELDS); at++) {
    const block = anyHeaderBlockAt(lines, at, true)
    if (block) {
      const { fields } = block
      return {
        from: mailboxes(fields.from ?? "")[0] ?? null,
        to: mailboxes(fields.to ?? ""),
        cc: mailboxes(fields.cc ?? ""),
        subject: cutText(fields.subject ?? withoutPrefix(subject), LONGEST_SUBJECT),
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
  const match =
    /^(.*?)\s*[<([]+(?:mailto:)?([^\s<>()[\]]+@[^\s<>()[\]]+?)(?:<[^>]*>)?[>)\]]/.exec(
      text
    )
  return match
    ? { name: nameInAttribution(match[1]), address: match[2].toLowerCase() }
    : null
}

/** Mailboxes as programs print them: parted by commas or semicolons, with brackets of any
 * kind, or a name alone. */
function mailboxes(value: string): Address[] {
  const plain = value
    .slice(0, LONGEST_FIELD)
    .replace(/\*+/g, "")
    .replace(/<mailto:[^>\s]+>(?=>)/gi, "")
    .replace(/(@[^\s<>]+)<mailto:[^>\s]+>/gi, "$1")
    .replace(/\[mailto:([^\]\s]+)\]/gi, "<$1>")
    .replace(/<mailto:([^>\s]+)>/gi, "<$1>")
    .replace(/\[([^[\]\s]+@[^[\]\s]+)\]/g, "<$1>")
  return mailboxTexts(plain).flatMap(mailbox)
}

/** Parted by semicolons, or by commas that are not part of a name ("Lee, Ann <a@x.org>"). */
function mailboxTexts(value: string): string[] {
  if (value.includes(";")) {
    return value.split(";")
  }
  const texts: string[] = []
  let text = ""
  for (const piece of value.split(",")) {
    text = text === "" ? piece : `${text},${piece}`
    if (piece.includes("@")) {
      texts.push(text)
      text = ""
    }
  }
  return text.trim() === "" ? texts : [...texts, text]
}

function mailbox(text: string): Address[] {
  const piece = text.trim()
  if (piece === "") {
    return []
  }
  const bracketed = /^([^<]*)<([^<>\s]+@[^<>\s]+)>/.exec(piece)
  if (bracketed) {
    const name = bracketed[1].replace(/^["'\s]+|["'\s]+$/g, "")
    const address = bracketed[2].toLowerCase()
    return [{ name: name.toLowerCase() === address ? "" : name, address }]
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

const QUOTE_MARK = /^ {0,2}> ?/
const LONGEST_SUBJECT = 2_000
const LONGEST_FIELD = 20_000
const MOST_LINES_ABOVE = 500
const LINES_BEFORE_FIELDS = 8
