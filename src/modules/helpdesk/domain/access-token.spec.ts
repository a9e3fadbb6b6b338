import { randomBytes } from "node:crypto"
import { isGenuine, readAccess, signAccess } from "./access-token"

const key = randomBytes(32)
const now = new Date("2026-11-25T10:00:00Z")
const grant = {
  purpose: "ticket_link" as const,
  record_id: "tick_01JDHZ0000000000000000000",
  email: "Mia@Example.com",
  expires_at: new Date("2026-11-25T10:30:00Z"),
}
const token = signAccess(grant, key)

describe("an access token", () => {
  it("opens the one record it was made for, whatever the case of the address", () => {
    const claim = readAccess(token, "ticket_link", now)

    expect(claim).toMatchObject({ record_id: grant.record_id })
    expect(claim && isGenuine(claim, "mia@example.com", key)).toBe(true)
  })

  it("does not say whom it was sent to, and is safe in a URL", () => {
    expect(token).toMatch(/^[\w.-]+$/)
    expect(token.toLowerCase()).not.toContain("mia")
    expect(Buffer.from(token.split(".")[3], "base64url")).toHaveLength(24)
  })

  it("opens nothing for another mailbox, with another key, or for another purpose", () => {
    const claim = readAccess(token, "ticket_link", now)

    expect(claim && isGenuine(claim, "eve@example.com", key)).toBe(false)
    expect(claim && isGenuine(claim, "mia@example.com", randomBytes(32))).toBe(false)
    expect(readAccess(token, "ticket_session", now)).toBeNull()
  })

  it("opens nothing when its record, its time or its purpose was altered", () => {
    const parts = token.split(".")
    const later = Math.floor(Date.parse("2027-01-01") / 1000).toString(36)

    for (const altered of [
      [parts[0], "tick_01JDHZ0000000000000000001", parts[2], parts[3]],
      [parts[0], parts[1], later, parts[3]],
    ]) {
      const claim = readAccess(altered.join("."), "ticket_link", now)

      expect(claim && isGenuine(claim, grant.email, key)).toBe(false)
    }
    const renamed = ["ticket_session", ...parts.slice(1)].join(".")
    const claim = readAccess(renamed, "ticket_session", now)

    expect(claim && isGenuine(claim, grant.email, key)).toBe(false)
  })

  it("is over at its time", () => {
    expect(readAccess(token, "ticket_link", grant.expires_at)).toBeNull()
  })

  it.each(["", "x", "a.b.c.d", "ticket_link.tick_1.zz", `${token}x`, "../../etc", "\0"])(
    "is not %j",
    (text) => {
      expect(readAccess(text, "ticket_link", now)).toBeNull()
    }
  )
})
