import { cutText } from "../../../cut-text"
const SIGNATURES: [string, (bytes: Uint8Array) => boolean][] = [
  ["image/png", startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ["image/jpeg", startsWith(0xff, 0xd8, 0xff)],
  ["image/gif", startsWith(0x47, 0x49, 0x46, 0x38)],
  [
    "image/webp",
    (bytes) =>
      startsWith(0x52, 0x49, 0x46, 0x46)(bytes) &&
      startsWith(0x57, 0x45, 0x42, 0x50)(bytes.subarray(8)),
  ],
  ["application/pdf", startsWith(0x25, 0x50, 0x44, 0x46, 0x2d)],
  ["application/zip", startsWith(0x50, 0x4b, 0x03, 0x04)],
  ["image/heic", isMedia("heic", "heix", "mif1", "heim")],
  ["video/quicktime", isMedia("qt  ")],
  ["video/mp4", isMedia("isom", "iso2", "mp41", "mp42", "avc1")],
]

/** What shoppers may send unless the shop says otherwise: photos, films, documents, plain text. */
export const SHOPPER_FILE_TYPES = [
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/heic",
  "video/mp4",
  "video/quicktime",
  "application/pdf",
  "text/plain",
] as const

function startsWith(...signature: number[]) {
  return (bytes: Uint8Array) => signature.every((byte, index) => bytes[index] === byte)
}

/** ISO media: `ftyp` and the brand, after four bytes of length. */
function isMedia(...brands: string[]) {
  return (bytes: Uint8Array) =>
    startsWith(0x66, 0x74, 0x79, 0x70)(bytes.subarray(4)) &&
    brands.includes(Buffer.from(bytes.subarray(8, 12)).toString("latin1"))
}

/** Text that a person may have written: UTF-8 without control characters. */
export function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)

    return !/[^\P{Cc}\t\n\r\f]/u.test(text)
  } catch {
    return false
  }
}

/** What a file is, by its first bytes: names and declared types are the sender's word only. */
export const typeByContent = (bytes: Uint8Array): string =>
  SIGNATURES.find(([, matches]) => matches(bytes))?.[0] ?? "application/octet-stream"

const LONGEST_NAME = 200

/**
 * A name that is safe to show and to save under: no path, no control or invisible characters, no
 * reversed text, not empty.
 */
export function safeFilename(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .split(/[\\/]/)
    .pop()
    ?.replace(/^[.\s]+|[.\s]+$/g, "")

  if (!plain) {
    return "file"
  }
  if (plain.length <= LONGEST_NAME) {
    return plain
  }
  const [extension] = /\.[A-Za-z0-9]{1,10}$/.exec(plain) ?? [""]

  return cutText(plain, LONGEST_NAME - extension.length) + extension
}
