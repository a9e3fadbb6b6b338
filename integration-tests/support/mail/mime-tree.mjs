/**
 * The parts of a mail by their position in its bytes: what ENVELOPE, BODYSTRUCTURE and
 * `BODY[1.2.HEADER]` are made of (RFC 3501, sections 6.4.5 and 7.4.2).
 */
import addressparser from "nodemailer/lib/addressparser"
import { Concatenated } from "./imap-syntax.mjs"

const MAX_DEPTH = 20

/**
 * @typedef {{ raw: Buffer, start: number, bodyStart: number, end: number,
 *   headers: [name: string, value: string][], type: string, subtype: string,
 *   params: Record<string, string>, children: Part[], message: Part | null }} Part
 */

/** @param {Buffer} raw @returns {Part} */
export const parseParts = (raw) => parsePart(raw, 0, raw.length, "text/plain", 0)

function parsePart(raw, start, end, defaultType, depth) {
  const bodyStart = endOfHeader(raw, start, end)
  const headers = parseHeaders(raw.toString("latin1", start, bodyStart))
  const field = parseField(headerOf(headers, "content-type") ?? "")
  const [type, subtype] = /^[^/\s]+\/[^/\s]+$/.test(field.value)
    ? field.value.toLowerCase().split("/")
    : defaultType.split("/")
  const part = {
    raw,
    start,
    bodyStart,
    end,
    headers,
    type,
    subtype,
    params: field.params,
  }

  const nested = depth < MAX_DEPTH
  const inner = subtype === "digest" ? "message/rfc822" : "text/plain"
  part.children =
    nested && type === "multipart" && field.params.boundary
      ? bodiesBetween(raw, bodyStart, end, field.params.boundary).map(([from, to]) =>
          parsePart(raw, from, to, inner, depth + 1)
        )
      : []
  part.message =
    nested && type === "message" && subtype === "rfc822"
      ? parsePart(raw, bodyStart, end, "text/plain", depth + 1)
      : null
  return part
}

/** The position after the empty line, or the end when there is no body. */
function endOfHeader(raw, start, end) {
  for (let at = start; at < end;) {
    const newline = raw.indexOf(0x0a, at)
    if (newline < 0 || newline >= end) return end
    const length = newline - at
    if (length === 0 || (length === 1 && raw[at] === 0x0d)) return newline + 1
    at = newline + 1
  }
  return end
}

/** Unfolded, in their order, names in lower case. */
function parseHeaders(block) {
  const fields = block.replace(/\r?\n(?=[ \t])/g, "").split(/\r?\n/)
  return fields.flatMap((line) => {
    const colon = line.indexOf(":")
    return colon > 0
      ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]]
      : []
  })
}

/** @param {[string, string][]} headers */
export const headerOf = (headers, name) =>
  headers.find(([key]) => key === name)?.[1] ?? null

/** `text/plain; charset="utf-8"` */
function parseField(text) {
  const [value = "", ...rest] = text.match(/(?:"(?:\\.|[^"\\])*"|[^;"])+/g) ?? []
  const params = {}
  for (const piece of rest) {
    const equals = piece.indexOf("=")
    if (equals < 0) continue
    const name = piece.slice(0, equals).trim().toLowerCase()
    params[name] ??= piece
      .slice(equals + 1)
      .trim()
      .replace(/^"([\s\S]*)"$/, "$1")
      .replace(/\\(.)/g, "$1")
  }
  return { value: value.trim(), params }
}

/** From and to of each body part; the line break before a boundary belongs to the boundary. */
function bodiesBetween(raw, start, end, boundary) {
  const marker = Buffer.from(`--${boundary}`, "latin1")
  const parts = []
  let open = null

  for (let at = raw.indexOf(marker, start); at >= 0 && at < end;) {
    const after = at + marker.length
    const lineEnd = raw.indexOf(0x0a, after)
    const stop = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1
    const rest = raw.toString("latin1", after, stop).trimEnd()
    const atLineStart = at === start || raw[at - 1] === 0x0a

    if (atLineStart && (rest === "" || rest === "--")) {
      if (open !== null) parts.push([open, Math.max(open, beforeLineBreak(raw, at))])
      open = rest === "" ? stop : null
      if (open === null) return parts
    }
    at = raw.indexOf(marker, after)
  }
  if (open !== null) parts.push([open, end])
  return parts
}

const beforeLineBreak = (raw, at) => (raw[at - 2] === 0x0d ? at - 2 : at - 1)

/** @param {Part} part @returns the value of ENVELOPE */
export function envelopeOf({ headers }) {
  const addresses = (name) => addressList(headerOf(headers, name))
  const from = addresses("from")
  return [
    headerOf(headers, "date"),
    headerOf(headers, "subject"),
    from,
    addresses("sender") ?? from,
    addresses("reply-to") ?? from,
    addresses("to"),
    addresses("cc"),
    addresses("bcc"),
    headerOf(headers, "in-reply-to"),
    headerOf(headers, "message-id"),
  ]
}

function addressList(value) {
  if (!value) return null
  const list = addressparser(value).flatMap((entry) =>
    entry.group
      ? [
          [null, null, entry.name, null],
          ...entry.group.map(addressOf),
          [null, null, null, null],
        ]
      : [addressOf(entry)]
  )
  return list.length ? list : null
}

function addressOf({ name, address = "" }) {
  const at = address.lastIndexOf("@")
  const [local, domain] =
    at < 0 ? [address, ""] : [address.slice(0, at), address.slice(at + 1)]
  return [name || null, null, local, domain]
}

/** @param {Part} part @returns the value of BODYSTRUCTURE, or of BODY when not `extended` */
export function bodyStructureOf(part, extended) {
  const { type, subtype, params, headers, children, message } = part
  const extension = extended
    ? [
        dispositionOf(headerOf(headers, "content-disposition")),
        headerOf(headers, "content-language"),
        headerOf(headers, "content-location"),
      ]
    : []

  if (children.length) {
    const parts = children.map((child) => bodyStructureOf(child, extended))
    const own = [
      subtype.toUpperCase(),
      ...(extended ? [paramList(params), ...extension] : []),
    ]
    return [new Concatenated(parts), ...own]
  }
  const body = part.raw.subarray(part.bodyStart, part.end)
  return [
    type.toUpperCase(),
    subtype.toUpperCase(),
    paramList(params),
    headerOf(headers, "content-id"),
    headerOf(headers, "content-description"),
    (headerOf(headers, "content-transfer-encoding") ?? "7BIT").toUpperCase(),
    body.length,
    ...(message
      ? [envelopeOf(message), bodyStructureOf(message, extended), linesIn(body)]
      : type === "text"
        ? [linesIn(body)]
        : []),
    ...(extended ? [headerOf(headers, "content-md5"), ...extension] : []),
  ]
}

function paramList(params) {
  const list = Object.entries(params).flatMap(([name, value]) => [
    name.toUpperCase(),
    value,
  ])
  return list.length ? list : null
}

function dispositionOf(value) {
  if (!value) return null
  const field = parseField(value)
  return [field.value.toUpperCase(), paramList(field.params)]
}

function linesIn(body) {
  let lines = 0
  for (let at = body.indexOf(0x0a); at >= 0; at = body.indexOf(0x0a, at + 1)) lines++
  return lines
}

/**
 * The bytes of a section, e.g. `""`, `HEADER`, `1.2.MIME`, `HEADER.FIELDS (FROM TO)`.
 * @param {Part} root @param {string} section @returns {Buffer | null} null when there is none
 */
export function sectionOf(root, section) {
  const [, path, rest] = /^((?:\d+\.?)*)(.*)$/s.exec(section)
  const numbers = path.split(".").filter(Boolean).map(Number)
  const inPart = numbers.length > 0
  const part = inPart ? numbers.reduce(descend, { message: root }) : root
  if (!part) return null

  const wanted = rest.toUpperCase()
  if (wanted === "") return slice(part, inPart ? part.bodyStart : part.start, part.end)
  if (wanted === "MIME") return inPart ? slice(part, part.start, part.bodyStart) : null

  const message = inPart ? part.message : part
  if (!message) return null
  if (wanted === "TEXT") return slice(message, message.bodyStart, message.end)
  const header = slice(message, message.start, message.bodyStart)
  if (wanted === "HEADER") return header

  const fields = /^HEADER\.FIELDS(\.NOT)? \((.*)\)$/.exec(wanted)
  return fields ? chosenFields(header, fields[2].split(/\s+/), !fields[1]) : null
}

/** Part 1 of a mail that is not a multipart is the mail's own body. */
function descend(part, number) {
  const holder = part?.message ?? part
  if (!holder) return null
  if (holder.children.length) return holder.children[number - 1] ?? null
  return number === 1 ? holder : null
}

const slice = ({ raw }, start, end) => raw.subarray(start, end)

function chosenFields(header, names, chosen) {
  const wanted = new Set(names.map((name) => name.replace(/^"|"$/g, "").toLowerCase()))
  const fields =
    header.toString("latin1").match(/[^\r\n][^\n]*\n(?:[ \t][^\n]*\n)*/g) ?? []
  const kept = fields.filter((field) => {
    const name = field.slice(0, field.indexOf(":")).trim().toLowerCase()
    return wanted.has(name) === chosen
  })
  return Buffer.from(`${kept.join("")}\r\n`, "latin1")
}
