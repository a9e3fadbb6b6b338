import { createHmac, timingSafeEqual } from "node:crypto"

/** How long a code that was sent to the order's address can be used. */
export const CODE_MINUTES = 15
/** How long what the code opened stays open. */
export const SESSION_MINUTES = 30

/** Wrong codes in fifteen minutes: for one code, and for all codes of one order together. */
export const MOST_TRIES = 5
/** Codes that are sent for one order in fifteen minutes, however often they are asked for. */
export const MOST_CODES_PER_ORDER = 5
/** Codes that one network may ask for in fifteen minutes, and wrong ones it may try. */
export const MOST_PER_NETWORK = 30

const DIGITS = 6

/**
 * The one-time code of a request for access. It follows from the request's id and a key that is not
 * in the database, so that no code is kept anywhere, not even hashed: a million hashes are soon tried.
 */
export function codeFor(accessId: string, key: Buffer): string {
  const digest = createHmac("sha256", key).update(`code|${accessId}`).digest()

  return String(digest.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, "0")
}

/** Compares in constant time. Spaces and dashes are how people read digits from a mail. */
export function isCode(given: string, accessId: string, key: Buffer): boolean {
  const hashed = (code: string) => createHmac("sha256", key).update(code).digest()

  return timingSafeEqual(
    hashed(given.replace(/[\s-]/g, "")),
    hashed(codeFor(accessId, key))
  )
}

/** `#1042`, ` 1042` and `1042` are the same number. Null: no order has such a number. */
export function orderNumberOf(written: string): number | null {
  const [, digits] = /^#?\s*(\d{1,9})$/.exec(written.trim()) ?? []

  return digits ? Number(digits) : null
}
