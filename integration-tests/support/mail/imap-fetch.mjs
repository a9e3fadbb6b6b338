/** The items of FETCH (RFC 3501, section 6.4.5). */
import { internalDate, serialize, textOf } from "./imap-syntax.mjs"
import { bodyStructureOf, envelopeOf, parseParts, sectionOf } from "./mime-tree.mjs"

const MACROS = {
  FAST: ["FLAGS", "INTERNALDATE", "RFC822.SIZE"],
  ALL: ["FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE"],
  FULL: ["FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE", "BODY"],
}

/** What older names stand for, and whether they mark the mail as seen. */
const OLD_NAMES = {
  RFC822: { section: "", peek: false },
  "RFC822.HEADER": { section: "HEADER", peek: true },
  "RFC822.TEXT": { section: "TEXT", peek: false },
}

/**
 * @typedef {{ name: string, section?: string, peek?: boolean, partial?: [number, number] }} Item
 * @param {import("./imap-syntax.mjs").Token} token
 * @returns {Item[]}
 */
export function fetchItems(token, { withUid }) {
  const names = (Array.isArray(token) ? token : [token]).map(textOf)
  const items = names
    .flatMap((name) => MACROS[name.toUpperCase()] ?? [name])
    .map(readItem)
  const hasUid = items.some(({ name }) => name === "UID")
  return withUid && !hasUid ? [{ name: "UID" }, ...items] : items
}

function readItem(text) {
  const name = text.toUpperCase()
  if (name in OLD_NAMES) return { name, ...OLD_NAMES[name] }
  const body = /^BODY(\.PEEK)?\[(.*)\](?:<(\d+)\.(\d+)>)?$/is.exec(text)
  if (!body) return { name }
  const [, peek, section, from, count] = body
  return {
    name: `BODY[${section.toUpperCase()}]${from ? `<${from}>` : ""}`,
    section,
    peek: Boolean(peek),
    ...(from && { partial: [Number(from), Number(count)] }),
  }
}

/** @param {Item[]} items */
export const marksSeen = (items) =>
  items.some(({ section, peek }) => section !== undefined && !peek)

/**
 * @param {import("./mailbox.mjs").Mail} mail @param {Item[]} items
 * @returns {(string | Buffer)[]} the answer in pieces, bodies as they are
 */
export function fetchAnswer(mail, seq, items) {
  const view = lazyView(mail)
  const pieces = [`* ${seq} FETCH (`]
  items.forEach((item, index) => {
    if (index) pieces.push(" ")
    pieces.push(`${item.name} `, ...valueOf(item, mail, view))
  })
  pieces.push(")\r\n")
  return pieces
}

function valueOf({ name, section, partial }, mail, view) {
  if (section !== undefined) return literal(bodyOf(view, section), partial)
  switch (name) {
    case "UID":
      return [String(mail.uid)]
    case "FLAGS":
      return [`(${[...mail.flags].join(" ")})`]
    case "INTERNALDATE":
      return [internalDate(mail.internalDate)]
    case "RFC822.SIZE":
      return [String(mail.size)]
    case "ENVELOPE":
      return [serialize(envelopeOf(view.parts))]
    case "BODYSTRUCTURE":
      return [serialize(bodyStructureOf(view.parts, true))]
    case "BODY":
      return [serialize(bodyStructureOf(view.parts, false))]
    default:
      throw new SyntaxError(`Unknown fetch item ${name}`)
  }
}

const bodyOf = (view, section) =>
  section === "" ? view.raw : sectionOf(view.parts, section)

function literal(bytes, partial) {
  if (!bytes) return ["NIL"]
  const part = partial ? bytes.subarray(partial[0], partial[0] + partial[1]) : bytes
  return [`{${part.length}}\r\n`, part]
}

/** The bytes are read, and taken apart, only when an item needs them. */
function lazyView(mail) {
  let raw, parts
  return {
    get raw() {
      return (raw ??= mail.raw)
    },
    get parts() {
      return (parts ??= parseParts(this.raw))
    },
  }
}
