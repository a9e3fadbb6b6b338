import PostalMime from "postal-mime"
import { cleanLine } from "./clean-text"
import { decodeWords } from "./decode-words"
import { HeaderField } from "./parse-mime"
import { Problems } from "./problems"
import type { Address } from "./read-email-types"
import { mailSentence } from "../domain/mail-sentences"
import { cutText } from "../../../cut-text"

/** Fields by lower-case name, each value as it stands in the mail (unfolded, undecoded). */
export class Headers {
  private readonly fields = new Map<string, string[]>()

  constructor(fields: HeaderField[]) {
    for (const { key, value } of fields) {
      const values = this.fields.get(key)
      if (values) {
        values.push(value)
      } else {
        this.fields.set(key, [value])
      }
    }
  }

  all(name: string): string[] {
    return this.fields.get(name) ?? []
  }

  first(name: string): string | null {
    return this.fields.get(name)?.[0] ?? null
  }

  has(name: string): boolean {
    return this.fields.has(name)
  }

  /** Decoded (RFC 2047), on one line. Empty when missing. */
  text(name: string): string {
    return headerText(this.first(name) ?? "")
  }

  names(): IterableIterator<string> {
    return this.fields.keys()
  }
}

export function headerText(value: string): string {
  return cleanLine(decodeWords(value.slice(0, LONGEST_VALUE)))
}

/** Mailboxes of an address header (RFC 5322 3.4), groups taken apart. Addresses that
 * could not be written to, or that hide a line break, become a problem instead. */
export function readAddresses(values: string[], problems: Problems): Address[] {
  const addresses: Address[] = []
  for (const value of values) {
    for (const mailbox of parseMailboxes(value, problems)) {
      const address = validAddress(mailbox.address) ?? lastAddress(mailbox.address)
      if (address !== null) {
        addresses.push({ name: cutText(cleanLine(mailbox.name), LONGEST_NAME), address })
      } else if (mailbox.address.trim() !== "") {
        problems.add(
          mailSentence("no_address", { address: cutText(cleanLine(mailbox.address), 80) })
        )
      }
      if (addresses.length >= MOST_ADDRESSES) {
        problems.add(mailSentence("many_addresses", { count: MOST_ADDRESSES }))
        return addresses
      }
    }
  }
  return addresses
}

/** The address with its domain in lower case, or null when it is none (RFC 5321 4.1.2). */
export function validAddress(text: string): string | null {
  const address = text.trim()
  const at = address.lastIndexOf("@")
  const local = address.slice(0, at)
  const domain = address.slice(at + 1).toLowerCase()
  if (at < 1 || address.length > 320 || FORBIDDEN.test(address)) {
    return null
  }
  const localIsValid =
    /^"(?:[^"\\]|\\.)*"$/.test(local) || !/[\s"(),:;<>@[\\\]]/.test(local)
  const domainIsValid =
    /^[^\s"(),:;<>@[\\\]]+$/.test(domain) || /^\[[\da-z:.]+\]$/.test(domain)
  return localIsValid && domainIsValid ? `${local}@${domain}` : null
}

/** "<example.org ann@example.org>": what stands last in the brackets is the address. */
function lastAddress(text: string): string | null {
  return FORBIDDEN.test(text) || text.length > 320
    ? null
    : validAddress(text.trim().split(/\s+/).pop() ?? "")
}

/** Message ids in angle brackets, in the order of the header, each once. */
export function readMessageIds(value: string | null): string[] {
  if (!value) {
    return []
  }
  const text = cleanLine(value.slice(0, LONGEST_VALUE))
  const bracketed = text.match(/<[^<>\s]{1,990}>/g)
  const ids = bracketed ?? text.split(/[\s,]+/).filter((id) => /^[^<>]+@[^<>]+$/.test(id))
  const named = ids.map((id) => (id.startsWith("<") ? id : `<${id}>`))
  return [...new Set(named)].slice(-MOST_REFERENCES)
}

/** `Message-ID`, which some programs write without brackets or with spaces in it. */
export function readMessageId(value: string | null): string | null {
  const text = cleanLine((value ?? "").slice(0, LONGEST_MESSAGE_ID))
  if (text === "") {
    return null
  }
  const bracketed = /<([^<>]+)>/.exec(text)
  const id = (bracketed ? bracketed[1] : text).replace(/[\s<>]+/g, "")
  return id === "" ? null : `<${id}>`
}

/** The claimed date as ISO 8601, or null when no date can be made of it. */
export function readDate(value: string | null): string | null {
  if (!value) {
    return null
  }
  const text = cleanLine(value.slice(0, 200))
  for (const candidate of [text, text.replace(/\([^)]*\)/g, " "), plainDate(text)]) {
    const time = Date.parse(candidate)
    if (!Number.isNaN(time)) {
      return new Date(time).toISOString()
    }
  }
  return null
}

/** Day, month, year, time and zone alone: what remains when a weekday or a zone is odd. */
function plainDate(text: string): string {
  const parts = DATE.exec(text)
  return parts
    ? `${parts[1]} ${parts[2]} ${parts[3]} ${parts[4].replace(/\./g, ":")} ${parts[5] ?? "+0000"}`
    : ""
}

function parseMailboxes(value: string, problems: Problems) {
  if (value.length > LONGEST_VALUE) {
    problems.add(mailSentence("long_addresses"))
  }
  // The parser would drop control characters in silence and leave another address.
  const text = value.slice(0, LONGEST_VALUE).replace(CONTROLS, "\ufffd")
  const parsed = PostalMime.addressParser(text, { flatten: true })
  return parsed.map(({ name, address }) => ({
    name: decodeWords(name),
    address: address ?? "",
  }))
}

const LONGEST_VALUE = 100_000
const LONGEST_MESSAGE_ID = 1_000
const LONGEST_NAME = 500
const MOST_ADDRESSES = 1_000
const MOST_REFERENCES = 1_000
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\ufffd\u2028\u2029]/
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f]/g
const DATE =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})[\s,]+(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)\s*([+-]\d{4})?/i
