import PostalMime from "postal-mime"
import { decodeRawHeader } from "./decode-text"
import { PlainBytes, decoderOf } from "./part-bytes"
import { Problems } from "./problems"
import { mailSentence } from "../domain/mail-sentences"

export type HeaderField = { key: string; value: string }

export type MimePart = {
  mime_type: string
  type_params: Record<string, string>
  disposition: string
  disposition_params: Record<string, string>
  content_id: string | null
  headers: HeaderField[]
  /** Decoded from its transfer encoding, still in its charset. Empty for a multipart. */
  content: Uint8Array
  children: MimePart[]
}

/**
 * The tree of a mail's parts (RFC 2045, 2046), read by postal-mime. A mail that goes
 * beyond the limits is read as far as they allow. Never throws.
 */
export async function parseMime(raw: Uint8Array, problems: Problems): Promise<MimePart> {
  const bytes = withinLimits(raw, problems)
  const tree = await parseTree(bytes)
  if (!(tree instanceof Error)) {
    const root = rootPart(tree, bytes)
    await findLostParts(root, problems, MOST_REPAIRS)
    return root
  }
  problems.add(mailSentence("broken_structure", { words: tree.message }))
  const shortened = flattened(bytes)
  const second = await parseTree(shortened)
  return second instanceof Error ? emptyPart() : rootPart(second, shortened)
}

/** The decoded value of a header parameter such as a file name may hold U+FFFD where its
 * bytes were 8-bit and not UTF-8; the raw mail still knows them. */
export function recoverRawHeader(
  raw: Uint8Array,
  damaged: string,
  charset: string | undefined
): string {
  const known = damaged.slice(0, damaged.indexOf("\ufffd"))
  if (known.length < 8) {
    return damaged
  }
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length)
  const start = bytes.indexOf(known, 0, "utf8")
  if (start < 0) {
    return damaged
  }
  let end = start
  while (end < bytes.length && end - start < LONGEST_HEADER) {
    if (bytes[end] === LF && bytes[end + 1] !== SPACE && bytes[end + 1] !== TAB) {
      break
    }
    end++
  }
  return decodeRawHeader(bytes.subarray(start, end), charset).replace(/\r?\n/g, "")
}

function withinLimits(raw: Uint8Array, problems: Problems): Uint8Array {
  let bytes = raw
  let start = 0
  while (start < bytes.length && (bytes[start] === CR || bytes[start] === LF)) {
    start++
  }
  bytes = bytes.subarray(start)
  if (bytes.length > LARGEST_MAIL) {
    problems.add(mailSentence("large_mail"))
    bytes = bytes.subarray(0, LARGEST_MAIL)
  }
  const end = endOfLines(bytes)
  if (end < bytes.length) {
    problems.add(mailSentence("many_lines"))
    bytes = bytes.subarray(0, end)
  }
  return bytes
}

/** Where too many lines, or too many nearly empty ones, have gone by: lines cost more than
 * bytes. */
function endOfLines(bytes: Uint8Array): number {
  if (bytes.length <= MOST_SHORT_LINES) {
    return bytes.length
  }
  let lines = 0
  let short = 0
  let last = -1
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    short += at - last < SHORT_LINE ? 1 : 0
    last = at
    if (++lines >= MOST_LINES || short >= MOST_SHORT_LINES) {
      return at
    }
  }
  return bytes.length
}

/**
 * postal-mime as a parser of the tree only. Its own result joins the text parts and drops
 * their bytes, so what comes after the tree is switched off; and the lines of a body, which
 * it takes one by one, are handed to it up to the next one that may be a boundary. Both
 * rest on its inner parts, so its version is pinned and a spec compares the outcome.
 */
class MimeTree extends PostalMime {
  declare readonly root: PostalNode
  declare currentNode: PostalNode
  declare boundaries: unknown[]
  declare av: Uint8Array<ArrayBuffer>
  declare readPos: number

  collectNode(): void {}

  renderTextContent(): void {}

  buildMessage(): object {
    return {}
  }

  readLine(): PostalLine {
    const start = this.readPos
    const decoder = this.currentNode.state === "body" ? this.ownDecoder() : null
    const inBody = decoder !== null && !isBoundaryLike(this.av, start)
    const end = inBody ? this.endOfBody(start) : this.endOfLine(start)
    const last = withoutLineEnd(this.av, start, end)
    this.readPos = Math.min(end + 1, this.av.length)
    decoder?.endsWith(this.av.subarray(last, this.readPos))
    return {
      bytes: this.av.subarray(start, last),
      done: this.readPos >= this.av.length,
    }
  }

  /** Ours in place of postal-mime's: the content is decoded as a whole. */
  private ownDecoder(): PlainBytes {
    const { contentTransferEncoding, contentDecoder } = this.currentNode
    if (contentDecoder instanceof PlainBytes) return contentDecoder
    const decoder = decoderOf(contentTransferEncoding.encoding)
    this.currentNode.contentDecoder = decoder
    return decoder
  }

  /** The line feed before the next line that begins with two dashes, or the end. */
  private endOfBody(start: number): number {
    const bytes = Buffer.from(this.av.buffer, this.av.byteOffset, this.av.length)
    const at = this.boundaries.length > 0 ? bytes.indexOf("\n--", start, "latin1") : -1
    const last = bytes.length - 1
    return at >= 0 ? at : bytes[last] === LF ? last : bytes.length
  }

  private endOfLine(start: number): number {
    const at = this.av.indexOf(LF, start)
    return at < 0 ? this.av.length : at
  }
}

type PostalLine = { bytes: Uint8Array; done: boolean }

function isBoundaryLike(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === DASH && bytes[at + 1] === DASH
}

function withoutLineEnd(bytes: Uint8Array, start: number, end: number): number {
  let last = end
  while (last > start && bytes[last - 1] === CR) {
    last--
  }
  return last
}

/** The part of postal-mime's tree we read. */
type PostalNode = {
  state: string
  contentType: { parsed: PostalHeader }
  contentDisposition: { parsed: PostalHeader }
  contentTransferEncoding: { encoding: string }
  contentId?: string
  contentDecoder: object | null
  headers: HeaderField[]
  content: ArrayBuffer | null
  childNodes: PostalNode[]
}

type PostalHeader = { value: string; params: Record<string, string> }

async function parseTree(bytes: Uint8Array): Promise<PostalNode | Error> {
  const tree = new MimeTree()
  try {
    await tree.parse(bytes)
    return tree.root
  } catch (error) {
    return error instanceof Error ? error : new Error("unknown fault")
  }
}

function rootPart(node: PostalNode, raw: Uint8Array): MimePart {
  const part = toPart(node)
  if (part.headers.some((field) => field.value.includes("\ufffd"))) {
    part.headers = repairedHeaders(part.headers, raw, charsetHint(part))
  }
  return part
}

function toPart(node: PostalNode): MimePart {
  return {
    mime_type: node.contentType.parsed.value || "text/plain",
    type_params: node.contentType.parsed.params,
    disposition: node.contentDisposition.parsed.value,
    disposition_params: node.contentDisposition.parsed.params,
    content_id: node.contentId ?? null,
    headers: node.headers,
    content: node.content ? new Uint8Array(node.content) : new Uint8Array(0),
    children: node.childNodes.map(toPart),
  }
}

/**
 * A multipart whose boundary is missing or wrong has its parts in its own content. The
 * first line that looks like a boundary is taken for it; failing that, it is text.
 */
async function findLostParts(
  part: MimePart,
  problems: Problems,
  repairs: number
): Promise<void> {
  if (part.mime_type.startsWith("multipart/") && part.children.length === 0) {
    const content = Buffer.from(part.content)
    const boundary = BOUNDARY_LINE.exec(content.toString("latin1"))?.[1]
    problems.add(mailSentence("lost_boundary"))
    const head = `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`
    const tree =
      boundary && repairs > 0
        ? await parseTree(Buffer.concat([Buffer.from(head, "latin1"), content]))
        : null
    if (tree && !(tree instanceof Error) && tree.childNodes.length > 0) {
      part.children = tree.childNodes.map(toPart)
    } else {
      part.mime_type = "text/plain"
    }
  }
  for (const child of part.children) {
    await findLostParts(child, problems, repairs - 1)
  }
}

function charsetHint(part: MimePart): string | undefined {
  return (
    part.type_params.charset ??
    part.children.map((child) => child.type_params.charset).find((charset) => charset)
  )
}

/** The same fields in the same order, decoded from the raw bytes where UTF-8 failed. */
function repairedHeaders(
  headers: HeaderField[],
  raw: Uint8Array,
  charset: string | undefined
): HeaderField[] {
  const lines = headerLines(raw)
  if (lines.length !== headers.length) {
    return headers
  }
  return headers.map((field, index) => {
    if (!field.value.includes("\ufffd")) {
      return field
    }
    const line = decodeRawHeader(Buffer.from(lines[index], "latin1"), charset)
    return { key: field.key, value: line.slice(line.indexOf(":") + 1).trim() }
  })
}

function headerLines(raw: Uint8Array): string[] {
  const bytes = Buffer.from(
    raw.buffer,
    raw.byteOffset,
    Math.min(raw.length, LONGEST_BLOCK)
  )
  const lines: string[] = []
  for (const ended of bytes.toString("latin1").split("\n")) {
    const line = ended.replace(/\r+$/, "")
    if (line === "") {
      break
    }
    if (lines.length > 0 && /^[ \t]/.test(line)) {
      lines[lines.length - 1] += line
    } else {
      lines.push(line)
    }
  }
  return lines
}

/** The first headers and the body as plain text, for mails nested or headed beyond reason. */
function flattened(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = /\r?\n\r?\n/.exec(text.subarray(0, LONGEST_BLOCK).toString("latin1"))
  const head = text.subarray(0, end ? Math.min(end.index, READ_HEADERS) : READ_HEADERS)
  const kept = head
    .toString("latin1")
    .split(/\r?\n(?![ \t])/)
    .filter((line) => !/^content-/i.test(line))
    .map((line) => line.slice(0, 10_000))
    .slice(0, 500)
    .join("\r\n")
  const body = end ? text.subarray(end.index + end[0].length) : Buffer.alloc(0)
  return Buffer.concat([
    Buffer.from(kept, "latin1"),
    Buffer.from("\r\n\r\n"),
    body.subarray(0, READ_BODY),
  ])
}

function emptyPart(): MimePart {
  return {
    mime_type: "text/plain",
    type_params: {},
    disposition: "",
    disposition_params: {},
    content_id: null,
    headers: [],
    content: new Uint8Array(0),
    children: [],
  }
}

const BOUNDARY_LINE = /^--([^\s"](?:[^\r\n"]{0,68}[^\s"])?)[ \t]*\r?\ncontent-[a-z-]+:/im
const MOST_REPAIRS = 3
const CR = 0x0d
const LF = 0x0a
const SPACE = 0x20
const TAB = 0x09
const DASH = 0x2d
const LARGEST_MAIL = 50 * 1024 * 1024
const MOST_LINES = 1_000_000
const MOST_SHORT_LINES = 60_000
const SHORT_LINE = 12
const LONGEST_HEADER = 20_000
const LONGEST_BLOCK = 2 * 1024 * 1024
const READ_HEADERS = 256 * 1024
const READ_BODY = 256 * 1024
