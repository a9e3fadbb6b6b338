/** Writes mails byte by byte, in charsets and encodings a sending library no longer offers. */
import iconv from "iconv-lite"
import { encode as quotedPrintable, wrap } from "nodemailer/lib/qp"

const CRLF = "\r\n"
/** RFC 2047: an encoded word has at most 75 characters. */
const BYTES_OF_A_WORD = 36

/** @param {{ name: string, value: string }[]} headers @param {string} body @returns {Buffer} */
export const mail = (headers, body) =>
  Buffer.from(
    headers.map(({ name, value }) => `${name}: ${value}`).join(CRLF) + CRLF + body,
    "latin1"
  )

/** A leaf: its headers, an empty line, its content. */
export function textPart(subtype, text, { charset, encoding }) {
  const bytes = iconv.encode(text.replace(/\r?\n/g, CRLF), charset)
  const content = {
    "quoted-printable": () => wrap(quotedPrintable(bytes), 76),
    base64: () => base64(bytes),
    "8bit": () => bytes.toString("latin1"),
  }[encoding]()

  return part(
    [
      `Content-Type: text/${subtype}; charset=${charset}`,
      `Content-Transfer-Encoding: ${encoding}`,
    ],
    content
  )
}

/** @param {{ filename: string, type: string, bytes: Buffer, contentId?: string }} file */
export const filePart = ({ filename, type, bytes, contentId }) =>
  part(
    [
      `Content-Type: ${type}; name="${filename}"`,
      "Content-Transfer-Encoding: base64",
      `Content-Disposition: ${contentId ? "inline" : "attachment"}; filename="${filename}"`,
      ...(contentId ? [`Content-ID: <${contentId}>`] : []),
    ],
    base64(bytes)
  )

export const multipart = (subtype, boundary, parts) =>
  part(
    [`Content-Type: multipart/${subtype}; boundary="${boundary}"`],
    [
      ...parts.map((content) => `--${boundary}${CRLF}${content}`),
      `--${boundary}--`,
      "",
    ].join(CRLF)
  )

const part = (headers, content) => [...headers, "", content].join(CRLF)

const base64 = (bytes) => bytes.toString("base64").replace(/.{76}(?=.)/g, `$&${CRLF}`)

/** A header's text: as it is while it is ASCII, in encoded words otherwise. */
export function headerText(text, charset) {
  if (/^[\x20-\x7e]*$/.test(text)) return text

  const words = []
  let pending = ""
  for (const character of text) {
    if (iconv.encode(pending + character, charset).length > BYTES_OF_A_WORD) {
      words.push(pending)
      pending = ""
    }
    pending += character
  }
  return [...words, pending]
    .map((word) => `=?${charset}?B?${iconv.encode(word, charset).toString("base64")}?=`)
    .join(`${CRLF} `)
}
