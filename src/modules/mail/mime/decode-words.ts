import PostalMime from "postal-mime"
import { decodeAs, normalizeCharset } from "./decode-text"

/** Encoded words of a header value (RFC 2047) as text. postal-mime decodes them; words in
 * a charset it lacks (UTF-7, DOS code pages) are decoded here first. */
export function decodeWords(value: string): string {
  if (!value.includes("=?")) {
    return value
  }
  const prepared = value.replace(ENCODED_WORD, (word, charset, encoding, text) => {
    if (isForeign(charset)) {
      return decodeForeign(word, charset, encoding, text)
    }
    return NOT_ASCII.test(text) ? decodeMixed(charset, encoding, text) : word
  })
  return PostalMime.decodeWords(prepared)
}

/** A word with raw characters between its encoded ones: those are text already. */
function decodeMixed(charset: string, encoding: string, text: string): string {
  return text
    .split(/([^\u0000-\u007f]+)/)
    .map((piece) =>
      piece === "" || NOT_ASCII.test(piece)
        ? piece
        : PostalMime.decodeWords(`=?${charset}?${encoding}?${piece}?=`)
    )
    .join("")
}

function decodeForeign(word: string, charset: string, encoding: string, text: string) {
  const bytes = /b/i.test(encoding)
    ? Buffer.from(text, "base64")
    : Buffer.from(
        text
          .replace(/_/g, " ")
          .replace(/=([0-9a-f]{2})/gi, (_, hex: string) =>
            String.fromCharCode(parseInt(hex, 16))
          ),
        "latin1"
      )
  return decodeAs(bytes, normalizeCharset(charset)) ?? word
}

function isForeign(charset: string): boolean {
  const label = normalizeCharset(charset)
  const known = foreign.get(label)
  if (known !== undefined) {
    return known
  }
  const answer = !canTextDecoder(label) && decodeAs(new Uint8Array(0), label) !== null
  if (foreign.size < 100) {
    foreign.set(label, answer)
  }
  return answer
}

function canTextDecoder(label: string): boolean {
  try {
    return new TextDecoder(label) !== null
  } catch {
    return false
  }
}

const foreign = new Map<string, boolean>()
const NOT_ASCII = /[^\u0000-\u007f]/
const ENCODED_WORD = /=\?([^?\s]{1,60})\?([QqBb])\?([^?]*)\?=/g
