import type { crashDatabase } from "./crash-database"

/** What must hold after an ingest whose database was ended again and again. */
export function describeCrashedDatabase(
  what: string,
  run: () => ReturnType<typeof crashDatabase>
) {
  describe(`an ingest of ${what}`, () => {
    let outcome: Awaited<ReturnType<typeof crashDatabase>>

    beforeAll(async () => {
      outcome = await run()
    }, 1_800_000)

    it("lives through all of it in one process", () => {
      expect(outcome.exitCode).toBe(0)
    })

    it("has every mail once, every thread and every file", () => {
      const { tickets, messages, attachments } = outcome.expected

      expect(outcome.found).toEqual({ tickets, messages, mails: messages, attachments })
    })

    it("has nothing in quarantine, and blames nothing on the mail server", () => {
      expect(outcome.ledger).toEqual([
        { state: "ticketed", reason: null, count: outcome.expected.messages },
      ])
      expect(outcome.account).toEqual({ state: "ok", last_error: null })
    })
  })
}
