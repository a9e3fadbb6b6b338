import { refusalsOf } from "./check-servers"

const refused = (error: string) => ({ ok: false as const, error })

describe("what servers refuse", () => {
  it("stands in sentences, however the servers end theirs", () => {
    expect(
      refusalsOf({ imap: refused("Is this the right port?"), smtp: refused("No TLS") })
    ).toBe("IMAP: Is this the right port? SMTP: No TLS")
    expect(refusalsOf({ imap: refused("No TLS"), smtp: refused("Go away.") })).toBe(
      "IMAP: No TLS. SMTP: Go away."
    )
  })

  it("is said of the one that refuses, and nothing where none does", () => {
    expect(refusalsOf({ imap: { ok: true }, smtp: refused("Go away") })).toBe(
      "SMTP: Go away"
    )
    expect(refusalsOf({ imap: null, smtp: { ok: true } })).toBeNull()
  })
})
