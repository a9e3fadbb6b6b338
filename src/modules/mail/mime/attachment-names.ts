import { cleanLine } from "./clean-text"
import { decodeWords } from "./decode-words"
import { MimePart } from "./parse-mime"
import { cutText } from "../../../cut-text"

/** A name for a file that came without one: what it is, in the words of its format. */
export function nameFor(part: MimePart, number: number): string {
  const known = NAMES[part.mime_type]
  if (known) {
    return known
  }
  if (part.mime_type === "text/calendar") {
    return CALENDAR_NAMES[(part.type_params.method ?? "").toLowerCase()] ?? "calendar.ics"
  }
  if (/^message\/(?:rfc822|global)$/.test(part.mime_type)) {
    return `${subjectOf(part.content) || `message-${number}`}.eml`
  }
  const extension = EXTENSIONS[part.mime_type] ?? extensionOf(part.content)
  return extension === ".asc" ? "encrypted.asc" : `attachment-${number}${extension}`
}

/** The type of a file whose mail does not tell it; text is the default (RFC 2045 5.2). */
export function typeOfName(name: string): string {
  const extension = /\.[^.\s]{1,10}$/.exec(name)?.[0].toLowerCase() ?? ""
  const isFileType = (type: string) => !/^message\/|rfc822/.test(type)
  const types = Object.keys(EXTENSIONS).filter(isFileType)
  return types.find((type) => EXTENSIONS[type] === extension) ?? "text/plain"
}

/** By the first bytes of a file, for "application/octet-stream" and the like. */
function extensionOf(content: Uint8Array): string {
  const start = Buffer.from(content.subarray(0, 64)).toString("latin1")
  return SIGNATURES.find(([bytes]) => start.startsWith(bytes))?.[1] ?? ""
}

function subjectOf(content: Uint8Array): string {
  const head = Buffer.from(
    content.buffer,
    content.byteOffset,
    Math.min(content.length, 8_192)
  )
  const subject = /^subject:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im.exec(
    head.toString("utf8")
  )
  const text = cleanLine(decodeWords((subject?.[1] ?? "").replace(/\r?\n/g, "")))
  const plain = text.replace(/[/\\:*?"<>|]+/g, " ").replace(INVISIBLE, "")
  return cutText(plain.trim(), 80)
}

/** Characters that make a file name look like another one. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** Names that the formats themselves use: RFC 8551 3.2.1, RFC 3156, MS-OXTNEF. */
const NAMES: Record<string, string> = {
  "application/ms-tnef": "winmail.dat",
  "application/vnd.ms-tnef": "winmail.dat",
  "application/pkcs7-mime": "smime.p7m",
  "application/x-pkcs7-mime": "smime.p7m",
  "application/pkcs7-signature": "smime.p7s",
  "application/x-pkcs7-signature": "smime.p7s",
  "application/pgp-signature": "signature.asc",
  "application/pgp-encrypted": "pgp-version.txt",
  "application/pgp-keys": "public-key.asc",
}
/** By the method of RFC 5546. */
const CALENDAR_NAMES: Record<string, string> = {
  request: "invitation.ics",
  publish: "invitation.ics",
  reply: "invitation-reply.ics",
  counter: "invitation-reply.ics",
  cancel: "cancellation.ics",
}
const SIGNATURES: [string, string][] = [
  ["%PDF-", ".pdf"],
  ["\x89PNG", ".png"],
  ["\xff\xd8\xff", ".jpg"],
  ["GIF8", ".gif"],
  ["PK\x03\x04", ".zip"],
  ["-----BEGIN PGP MESSAGE", ".asc"],
]
const EXTENSIONS: Record<string, string> = {
  "application/pdf": ".pdf",
  "application/zip": ".zip",
  "application/json": ".json",
  "application/msword": ".doc",
  "application/rtf": ".rtf",
  "application/vnd.oasis.opendocument.spreadsheet": ".ods",
  "application/vnd.oasis.opendocument.text": ".odt",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
  "application/vnd.ms-excel": ".xls",
  "image/bmp": ".bmp",
  "image/gif": ".gif",
  "image/heic": ".heic",
  "image/jpeg": ".jpg",
  "image/jpg": ".jpg",
  "image/png": ".png",
  "image/svg+xml": ".svg",
  "image/tiff": ".tif",
  "image/webp": ".webp",
  "audio/mpeg": ".mp3",
  "audio/wav": ".wav",
  "video/mp4": ".mp4",
  "video/quicktime": ".mov",
  "message/delivery-status": ".txt",
  "message/disposition-notification": ".txt",
  "message/external-body": ".txt",
  "message/feedback-report": ".txt",
  "message/partial": ".eml",
  "text/rfc822-headers": ".txt",
  "text/calendar": ".ics",
  "application/ics": ".ics",
  "text/csv": ".csv",
  "text/html": ".html",
  "text/plain": ".txt",
  "text/vcard": ".vcf",
  "text/x-vcard": ".vcf",
  "text/xml": ".xml",
}
