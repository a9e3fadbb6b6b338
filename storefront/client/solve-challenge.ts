/** A challenge of ALTCHA: which number, after the salt, has this hash? */
export type Challenge = {
  algorithm: "SHA-256" | "SHA-384" | "SHA-512"
  /** In hex. */
  challenge: string
  salt: string
  signature: string
  maxnumber: number
}

/** Enough at once to keep the browser busy, few enough to stop soon after the answer. */
const AT_ONCE = 500
const ALGORITHMS: readonly string[] = ["SHA-256", "SHA-384", "SHA-512"]

/**
 * Tries the numbers in turn. Needs https, or localhost, where browsers offer SubtleCrypto.
 * @returns the answer as ALTCHA wants it, base64 of JSON, and until when it counts (ms since 1970)
 * @throws when no number fits, or with the signal's reason
 */
export async function solveChallenge(
  challenge: Challenge,
  { signal }: { signal?: AbortSignal } = {}
): Promise<{ answer: string; expires_at: number | null }> {
  const { algorithm, salt, signature, maxnumber } = challenge
  const wanted = challenge.challenge.toLowerCase()

  for (let first = 0; first <= maxnumber; first += AT_ONCE) {
    signal?.throwIfAborted()
    const numbers = range(first, Math.min(first + AT_ONCE - 1, maxnumber))
    const hashes = await Promise.all(numbers.map((n) => hash(algorithm, `${salt}${n}`)))
    const found = hashes.indexOf(wanted)
    if (found >= 0) {
      const answer = {
        algorithm,
        challenge: challenge.challenge,
        number: first + found,
        salt,
        signature,
      }
      return { answer: btoa(JSON.stringify(answer)), expires_at: expiryOf(salt) }
    }
  }
  throw new Error("No number solves this challenge")
}

/** Reads what the server sent. @throws when it is no challenge of ALTCHA */
export function challengeOf(sent: unknown): Challenge {
  const inner = isRecord(sent) && isRecord(sent.challenge) ? sent.challenge : sent
  if (!isChallenge(inner)) throw new Error("The server sent no challenge")
  return inner
}

const isChallenge = (value: unknown): value is Challenge =>
  isRecord(value) &&
  typeof value.algorithm === "string" &&
  ALGORITHMS.includes(value.algorithm) &&
  typeof value.maxnumber === "number" &&
  [value.challenge, value.salt, value.signature].every((part) => typeof part === "string")

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null

/** ALTCHA puts it into the salt: `<random>?expires=<seconds since 1970>`. */
function expiryOf(salt: string): number | null {
  const expires = new URLSearchParams(salt.split("?")[1] ?? "").get("expires")
  return expires ? Number(expires) * 1000 : null
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

async function hash(algorithm: string, text: string) {
  const bytes = await crypto.subtle.digest(algorithm, new TextEncoder().encode(text))
  return Array.from(new Uint8Array(bytes), (byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")
}
