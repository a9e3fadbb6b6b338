import { cleanBody } from "./clean-text"
import { decodeText } from "./decode-text"
import { unflow } from "./flowed-text"
import { MimePart } from "./parse-mime"
import { Problems } from "./problems"
import { mailSentence } from "../domain/mail-sentences"

export type BodyParts = {
  /** One entry for every piece of the body, in order; an alternative is one piece. */
  pieces: { text: string | null; html: string | null }[]
  attachments: MimePart[]
}

/**
 * Sorts the leaves of a mail into body and attachments (RFC 2046 5.1, RFC 2183): text and
 * HTML are body unless the sender calls them attachments, or names them behind the body.
 */
export function readBody(root: MimePart, problems: Problems): BodyParts {
  const body: BodyParts = { pieces: [], attachments: [] }
  collect(root, body, null, problems)
  return body
}

type Piece = BodyParts["pieces"][number]

function collect(
  part: MimePart,
  body: BodyParts,
  alternative: Piece | null,
  problems: Problems
): void {
  if (part.children.length > 0 || part.mime_type.startsWith("multipart/")) {
    const piece =
      part.mime_type === "multipart/alternative" ? newPiece(body) : alternative
    for (const child of part.children) {
      collect(child, body, piece, problems)
    }
    return
  }
  const kind = bodyKind(part, body)
  if (kind === null) {
    if (!MACHINE_PARTS.has(part.mime_type)) {
      body.attachments.push(part)
    }
    return
  }
  addText(alternative ?? newPiece(body), kind, textOf(part, kind, problems))
}

function bodyKind(part: MimePart, body: BodyParts): "text" | "html" | null {
  const named = Boolean(part.disposition_params.filename || part.type_params.name)
  const isBody = part.mime_type === "text/plain" || part.mime_type === "text/html"
  if (!isBody || part.disposition === "attachment") {
    return null
  }
  if (part.mime_type === "text/plain") {
    return "text"
  }
  // A page that was attached, not one that was written.
  return named && body.pieces.length > 0 ? null : "html"
}

function textOf(part: MimePart, kind: "text" | "html", problems: Problems): string {
  const most = kind === "text" ? LONGEST_TEXT : LONGEST_HTML
  const content = part.content.subarray(0, most)
  if (part.content.length > most) {
    problems.add(mailSentence("long_text"))
  }
  const charset =
    part.type_params.charset ?? (kind === "html" ? metaCharset(part) : undefined)
  const text = cleanBody(withLineFeeds(decodeText(content, charset, problems)))
  return kind === "text" && /^flowed$/i.test(part.type_params.format ?? "")
    ? unflow(text, /^yes$/i.test(part.type_params.delsp ?? ""))
    : text
}

/** Some gateways end a line with two carriage returns. */
function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\r\n/g, "\n").replace(/\r\n/g, "\n") : text
}

/** `<meta charset>` of an HTML part whose MIME header is silent. */
function metaCharset(part: MimePart): string | undefined {
  const head = Buffer.from(
    part.content.buffer,
    part.content.byteOffset,
    Math.min(part.content.length, 1_024)
  )
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i.exec(head.toString("latin1"))?.[1]
}

/** Parts that say nothing to a reader: what they report stands in the reading itself, or
 * another part says it. */
const MACHINE_PARTS = new Set([
  "message/delivery-status",
  "message/global-delivery-status",
  "text/x-amp-html",
])

function newPiece(body: BodyParts): Piece {
  const piece = { text: null, html: null }
  body.pieces.push(piece)
  return piece
}

function addText(piece: Piece, kind: "text" | "html", text: string): void {
  const before = piece[kind]
  piece[kind] = before === null ? text : `${before}\n${text}`
}

const LONGEST_TEXT = 1_000_000
/** Images written into the HTML make it large; they are taken out before it is read. */
const LONGEST_HTML = 10_000_000
