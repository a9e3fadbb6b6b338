import { createHash } from "node:crypto"
import { cleanLine } from "./clean-text"
import { decodeAs } from "./decode-text"
import { decodeWords } from "./decode-words"
import { nameFor, typeOfName } from "./attachment-names"
import { MimePart, recoverRawHeader } from "./parse-mime"
import { Problems } from "./problems"
import type { EmailAttachment } from "./read-email-types"
import { mailSentence } from "../domain/mail-sentences"
import { cutText } from "../../../cut-text"

/** Parts of a mail that are not its body, named where the sender did not name them. */
export function readAttachments(
  parts: MimePart[],
  raw: Uint8Array,
  isShownInline: (contentId: string) => boolean,
  problems: Problems
): EmailAttachment[] {
  if (parts.length > MOST_ATTACHMENTS) {
    problems.add(
      mailSentence("many_attachments", { count: parts.length, kept: MOST_ATTACHMENTS })
    )
  }
  return parts.slice(0, MOST_ATTACHMENTS).map((part, index) => {
    const content_id = contentIdOf(part)
    const filename = fileName(part, raw) || nameFor(part, index + 1)
    return {
      filename,
      mime_type: mimeType(part, filename),
      size: part.content.length,
      content_id,
      inline:
        part.disposition !== "attachment" && content_id !== null
          ? part.disposition === "inline" || isShownInline(content_id)
          : content_id !== null && isShownInline(content_id),
      sha256: createHash("sha256").update(part.content).digest("hex"),
      content: part.content,
    }
  })
}

/** A `Content-ID` without its brackets (RFC 2392 uses it so in `cid:` addresses). Parts
 * without one may be named by a `Content-Location` instead (RFC 2557). */
export function contentIdOf(part: MimePart): string | null {
  const location = part.headers.find(({ key }) => key === "content-location")?.value
  const id = cleanLine(part.content_id || location || "")
    .replace(/^<+|>+$/g, "")
    .trim()
  return id === "" ? null : cutText(id, 500)
}

/** The name the sender gave: RFC 2231, encoded words or raw bytes, without its path. */
export function fileName(part: MimePart, raw: Uint8Array): string {
  const given = part.disposition_params.filename || part.type_params.name || ""
  const whole = given.includes("\ufffd") ? recoveredName(part, raw) || given : given
  const decoded = decodeFileName(whole)
  const base = cleanLine(decoded)
    .replace(INVISIBLE, "")
    .split(/[/\\]/)
    .filter((piece) => piece !== "" && piece !== "." && piece !== "..")
    .pop()
  return shortened((base ?? "").trim())
}

/** RFC 2047 forbids encoded words in parameters; most programs write them there anyhow. */
function decodeFileName(name: string): string {
  const words = name.replace(/\?=\s*=\?/g, "?= =?")
  const decoded = decodeWords(words)
  const escaped = /^(?:[\w-]+'[\w-]*')(.*%[\da-f]{2}.*)$/i.exec(decoded)
  if (!escaped) {
    return decoded
  }
  const charset = decoded.slice(0, decoded.indexOf("'"))
  const bytes = Buffer.from(
    escaped[1].replace(/%([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16))
    ),
    "latin1"
  )
  return decodeAs(bytes, charset.toLowerCase()) ?? decoded
}

function recoveredName(part: MimePart, raw: Uint8Array): string {
  for (const key of ["content-disposition", "content-type"]) {
    const field = part.headers.find((header) => header.key === key)
    if (field && /name/i.test(field.value) && field.value.includes("\ufffd")) {
      const value = recoverRawHeader(raw, field.value, part.type_params.charset)
      const name = /(?:file)?name\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(value)
      if (name) {
        return (name[1] ?? name[2]).replace(/\\(.)/g, "$1")
      }
    }
  }
  return ""
}

function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) {
    return name
  }
  const extension = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? ""
  return cutText(name, LONGEST_NAME - extension.length) + extension
}

function mimeType(part: MimePart, name: string): string {
  const type = cleanLine(part.mime_type).toLowerCase()
  const isDeclared = part.headers.some(({ key }) => key === "content-type")
  if (!isDeclared && part.disposition === "attachment") {
    return typeOfName(name)
  }
  return /^[\w.+!#$&^-]{1,127}\/[\w.+!#$&^-]{1,127}$/.test(type)
    ? type
    : "application/octet-stream"
}

const MOST_ATTACHMENTS = 500
const LONGEST_NAME = 200
/** Characters that make a file name look like another one. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
