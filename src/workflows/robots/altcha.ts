import { createChallenge, extractParams, verifySolution } from "altcha-lib/v1"
import type { Challenge, Payload } from "altcha-lib/v1/types"

/** Long enough for a slow telephone and a long message; the client asks for another one later. */
const MINUTES = 20

/** A challenge that counts for one form, once, for some minutes. */
export const challengeFor = (
  form: string,
  { key, maxNumber, now }: { key: string; maxNumber: number; now: Date }
): Promise<Challenge> =>
  createChallenge({
    algorithm: "SHA-256",
    hmacKey: key,
    maxnumber: maxNumber,
    expires: new Date(now.getTime() + MINUTES * 60_000),
    params: { form },
  })

/**
 * Checks a solution: its work, our signature, its time and the form it was made for.
 * @returns what is to be remembered as used, or null for a solution that does not count
 */
export async function readSolution(
  answer: string,
  form: string,
  key: string
): Promise<{ id: string; seconds: number } | null> {
  const payload = payloadOf(answer)

  if (!payload || !(await verifySolution(payload, key, true))) {
    return null
  }
  return extractParams(payload).form === form
    ? { id: payload.signature, seconds: MINUTES * 60 + 60 }
    : null
}

const LONGEST = 4096

function payloadOf(answer: string): Payload | null {
  if (answer.length > LONGEST) {
    return null
  }
  try {
    const payload: unknown = JSON.parse(Buffer.from(answer, "base64").toString("utf8"))

    return isPayload(payload) ? payload : null
  } catch {
    return null
  }
}

const isPayload = (value: unknown): value is Payload =>
  typeof value === "object" &&
  value !== null &&
  "algorithm" in value &&
  value.algorithm === "SHA-256" &&
  "number" in value &&
  typeof value.number === "number" &&
  "challenge" in value &&
  typeof value.challenge === "string" &&
  "salt" in value &&
  typeof value.salt === "string" &&
  "signature" in value &&
  typeof value.signature === "string"
