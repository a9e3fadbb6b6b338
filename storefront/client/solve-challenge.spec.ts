import { createHash } from "node:crypto"
import { challengeOf, solveChallenge, type Challenge } from "./solve-challenge"

const SALT = "5a17?expires=1800000000"

const aChallenge = (number: number, maxnumber = 2_000): Challenge => ({
  algorithm: "SHA-256",
  challenge: createHash("sha256").update(`${SALT}${number}`).digest("hex"),
  salt: SALT,
  signature: "signed",
  maxnumber,
})

describe("a challenge of ALTCHA", () => {
  it.each([0, 499, 500, 1_234, 2_000])("is solved: the number was %d", async (number) => {
    const challenge = aChallenge(number)
    const { answer, expires_at } = await solveChallenge(challenge)

    expect(JSON.parse(Buffer.from(answer, "base64").toString())).toEqual({
      algorithm: "SHA-256",
      challenge: challenge.challenge,
      number,
      salt: SALT,
      signature: "signed",
    })
    expect(expires_at).toBe(1_800_000_000_000)
  })

  it("without a solution is given up", async () => {
    await expect(solveChallenge(aChallenge(2_001))).rejects.toThrow(
      "No number solves this challenge"
    )
  })

  it("is left alone when nobody waits for it any more", async () => {
    await expect(
      solveChallenge(aChallenge(1), { signal: AbortSignal.abort() })
    ).rejects.toMatchObject({ name: "AbortError" })
  })

  it("is recognised before any work is done", () => {
    expect(challengeOf(aChallenge(1))).toEqual(aChallenge(1))
    expect(() => challengeOf({ ...aChallenge(1), algorithm: "MD5" })).toThrow(
      "The server sent no challenge"
    )
    expect(() => challengeOf(null)).toThrow("The server sent no challenge")
  })
})
