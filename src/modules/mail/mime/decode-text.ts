import { isUtf8 } from "node:buffer"
import { TextDecoder } from "node:util"
import iconv from "iconv-lite"
import { Problems } from "./problems"
import { mailSentence } from "../domain/mail-sentences"

/**
 * Bytes of a text part as a string. The declared charset counts when the bytes can be
 * read in it; where senders are known to declare wrongly (nothing, us-ascii, an unknown
 * name, utf-8 for 8-bit bytes) the bytes decide. Never throws.
 */
export function decodeText(
  bytes: Uint8Array,
  charset: string | undefined,
  problems: Problems
): string {
  const label = normalizeCharset(charset ?? "")
  if (isUtf8(bytes)) {
    // Plain ASCII lands here too, except where ASCII bytes carry a 7-bit encoding.
    if (SEVEN_BIT_ENCODINGS.test(label)) {
      return decodeAs(bytes, label) ?? utf8(bytes)
    }
    if (label === "" || UTF8_COMPATIBLE.test(label) || isAscii(bytes)) {
      return stripBom(
        isWide(label) ? (decodeAs(bytes, label) ?? utf8(bytes)) : utf8(bytes)
      )
    }
    const declared = decodeAs(bytes, label)
    if (declared === null) {
      problems.add(mailSentence("unknown_charset_utf8", { charset: label }))
      return stripBom(utf8(bytes))
    }
    return declared
  }
  return decodeEightBit(bytes, label, problems)
}

/**
 * Header bytes that are not UTF-8 (RFC 6532 would demand it): read in the charset the
 * mail uses elsewhere, else as windows-1252, the commonest by far.
 */
export function decodeRawHeader(bytes: Uint8Array, hint: string | undefined): string {
  const asUtf8 = utf8(bytes)
  if (isMostlyUtf8(asUtf8)) {
    return asUtf8
  }
  const label = normalizeCharset(hint ?? "")
  const useful = label !== "" && !UTF8_COMPATIBLE.test(label) && !isWide(label)
  return (useful ? decodeAs(bytes, label) : null) ?? windows1252(bytes)
}

/** Strict decoding for callers that have a fallback of their own: null when it cannot. */
export function decodeAs(bytes: Uint8Array, label: string): string | null {
  const decoder = textDecoder(label)
  if (decoder) {
    return decoder.decode(bytes)
  }
  if (label.length < 40 && iconv.encodingExists(label)) {
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), label)
  }
  return null
}

export function normalizeCharset(charset: string): string {
  const label = charset
    .trim()
    .replace(/^["']+|["']+$/g, "")
    .toLowerCase()
    // RFC 2231 may append a language: "utf-8*en".
    .replace(/\*.*$/, "")
  return ALIASES[label] ?? label.replace(/^(?:x-)?cp-?(125\d|874)$/, "windows-$1")
}

function decodeEightBit(bytes: Uint8Array, label: string, problems: Problems): string {
  if (label !== "" && !UTF8_COMPATIBLE.test(label) && label !== "utf-7") {
    const declared = decodeAs(bytes, label)
    if (declared !== null) {
      return declared
    }
    problems.add(mailSentence("unknown_charset", { charset: label.slice(0, 40) }))
  }
  const asUtf8 = utf8(bytes)
  if (isMostlyUtf8(asUtf8)) {
    problems.add(mailSentence("replaced_bytes"))
    return stripBom(asUtf8)
  }
  if (label.startsWith("utf")) {
    problems.add(mailSentence("not_utf8"))
  }
  return windows1252(bytes)
}

/** Whether the characters that could be decoded outweigh those that could not. */
function isMostlyUtf8(decoded: string): boolean {
  const sample = decoded.slice(0, LONGEST_SAMPLE)
  const broken = sample.match(/\ufffd/g)?.length ?? 0
  const whole = (sample.match(MULTI_BYTE_CHARACTERS)?.length ?? 0) - broken
  return broken === 0 || 2 * whole >= broken
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8")
}

function windows1252(bytes: Uint8Array): string {
  return decodeAs(bytes, "windows-1252") ?? utf8(bytes)
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80)
}

function isWide(label: string): boolean {
  return /^(?:utf-?16|utf-?32|ucs-)/.test(label)
}

function stripBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function textDecoder(label: string): TextDecoder | null {
  const known = decoders.get(label)
  if (known !== undefined) {
    return known
  }
  const decoder = newTextDecoder(label)
  if (decoders.size < 100) {
    decoders.set(label, decoder)
  }
  return decoder
}

function newTextDecoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}

const LONGEST_SAMPLE = 100_000
const decoders = new Map<string, TextDecoder | null>()
const UTF8_COMPATIBLE =
  /^(?:utf-?8|unicode-1-1-utf-8|us-ascii|ascii|ansi_x3\.4-1968|646)$/
const SEVEN_BIT_ENCODINGS =
  /^(?:utf-7|utf-7-imap|unicode-1-1-utf-7|iso-2022-|csiso2022|hz-gb)/
const MULTI_BYTE_CHARACTERS = /[^\u0000-\u007f]/g

/** Names seen in mail that neither the WHATWG list nor iconv-lite knows. */
const ALIASES: Record<string, string> = {
  utf8: "utf-8",
  utf7: "utf-7",
  "unicode-1-1-utf-7": "utf-7",
  "x-unicode-2-0-utf-7": "utf-7",
  "unicode-2-0-utf-8": "utf-8",
  "utf-8-mac": "utf-8",
  utf8mb4: "utf-8",
  "cp-850": "cp850",
  ibm850: "cp850",
  "iso-8859-8-i": "iso-8859-8",
  "iso-8859-8-e": "iso-8859-8",
  "iso-8859-6-e": "iso-8859-6",
  "iso-8859-6-i": "iso-8859-6",
  "x-gbk": "gbk",
  "gb-2312": "gb2312",
  "ansi-1252": "windows-1252",
  "8bit": "",
  "7bit": "",
  default: "",
  unknown: "",
  "unknown-8bit": "",
  "x-unknown": "",
  "_iso-2022-jp$esc": "iso-2022-jp",
  "iso-2022-jp-1": "iso-2022-jp",
  "iso-2022-jp-2": "iso-2022-jp",
  "iso-2022-jp-ms": "iso-2022-jp",
  cp50220: "iso-2022-jp",
  cp50221: "iso-2022-jp",
  cp932: "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
  ks_c_5601: "euc-kr",
  macroman: "macintosh",
  "x-mac-roman": "macintosh",
}
