/** What a browser works on: the wire format of ALTCHA's first version. */
type Solution = {
  algorithm: "SHA-256"
  challenge: string
  number: number
  salt: string
  signature: string
}

/** Its types are those of an ES module, which only a dynamic import may have here. */
const library = () => import("altcha-lib/v1")

/** Long enough for a slow telephone and a long message; the client asks for another one later. */
const MINUTES = 20

/** A challenge that counts for one form, once, for some minutes. */
export const challengeFor = async (
  form: string,
  { key, maxNumber, now }: { key: string; maxNumber: number; now: Date }
) =>
  (await library()).createChallenge({
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
  const { extractParams, verifySolution } = await library()
  const payload = solutionIn(answer)

  if (!payload || !(await verifySolution(payload, key, true))) {
    return null
  }
  return extractParams(payload).form === form
    ? { id: payload.signature, seconds: MINUTES * 60 + 60 }
    : null
}

const LONGEST = 4096

function solutionIn(answer: string): Solution | null {
  if (answer.length > LONGEST) {
    return null
  }
  try {
    const payload: unknown = JSON.parse(Buffer.from(answer, "base64").toString("utf8"))

    return isSolution(payload) ? payload : null
  } catch {
    return null
  }
}

const isSolution = (value: unknown): value is Solution =>
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
