import type { killIngest } from "./kill-ingest"

/** What must hold after any ingest that was killed again and again. */
export function describeKilledIngest(
  what: string,
  exact: number,
  run: () => ReturnType<typeof killIngest>
) {
  describe(`an ingest of ${what}`, () => {
    let outcome: Awaited<ReturnType<typeof killIngest>>

    beforeAll(async () => {
      outcome = await run()
    }, 1_800_000)

    it("was killed in the middle of its work", () => {
      expect(outcome.killsAtWork).toBeGreaterThan(5)
    })

    it("was killed at each of the exact points", () => {
      expect(Object.values(outcome.exactKills)).toEqual([1, 2, 3, 4, 5].map(() => exact))
    })

    it("has every mail as exactly one message", () => {
      const times = new Map(outcome.sent.map((token) => [token, 0]))
      for (const { mail_message_id } of outcome.messages) {
        const token = tokenOf(mail_message_id)
        times.set(token, (times.get(token) ?? 0) + 1)
      }
      expect([...times].filter(([, count]) => count !== 1)).toEqual([])
    })

    it("has each mail's own words in its message", () => {
      const strangers = outcome.messages.filter(
        ({ mail_message_id, body_text }) => !body_text.includes(tokenOf(mail_message_id))
      )
      expect(strangers).toEqual([])
    })

    it("has as many tickets as there were threads", () => {
      expect(outcome.tickets).toBe(outcome.expected.tickets)
    })

    it("ends every mail as ticketed, none lost on the way and none in quarantine", () => {
      expect(outcome.ledger).toEqual([
        { state: "ticketed", reason: null, count: outcome.expected.messages },
      ])
    })

    it("has every attachment once, with its file", () => {
      expect(outcome.attachments).toHaveLength(outcome.expected.attachments)
      expect(
        outcome.attachments.filter(
          ({ file_id, size }) => outcome.files.get(file_id) !== size
        )
      ).toEqual([])
    })

    it("leaves no file behind that no message has, but for empty ones", () => {
      const known = new Set(outcome.attachments.map(({ file_id }) => file_id))
      const strays = [...outcome.files].filter(([name]) => !known.has(name))

      // Opened when the process died, before it was noted and before it had a byte.
      expect(strays.filter(([, size]) => size > 0)).toEqual([])
    })

    it("answers each address once", () => {
      expect(
        new Map(outcome.autoReplies.map(({ address, count }) => [address, count]))
      ).toEqual(new Map(outcome.senders.map((address) => [address, 1])))
    })
  })
}

const tokenOf = (messageId: string) => messageId.replace(/^<|@.*$/g, "")
