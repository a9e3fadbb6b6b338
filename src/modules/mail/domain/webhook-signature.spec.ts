import { checkDelivery, signDelivery } from "./webhook-signature"

const secret = "a secret of the account"
const NOW = Date.UTC(2026, 10, 24, 12, 0, 0)
const signed = (at: number, sha256 = "ab".repeat(32)) => {
  const delivery = { timestamp: String(at / 1000), sha256 }

  return { ...delivery, signature: signDelivery(secret, delivery) }
}

describe("a delivery over the webhook", () => {
  it("is taken when it was signed now", () => {
    expect(checkDelivery(secret, signed(NOW), NOW)).toBe("signed")
  })

  it("is taken from a clock that is five minutes off, either way, and not more", () => {
    expect(checkDelivery(secret, signed(NOW - 300_000), NOW)).toBe("signed")
    expect(checkDelivery(secret, signed(NOW + 300_000), NOW)).toBe("signed")
    expect(checkDelivery(secret, signed(NOW - 301_000), NOW)).toBe("stale")
    expect(checkDelivery(secret, signed(NOW + 301_000), NOW)).toBe("stale")
  })

  it.each([
    ["another secret", { signature: signDelivery("another", signed(NOW)) }],
    ["another mail", { sha256: "cd".repeat(32) }],
    ["another time", { timestamp: String(NOW / 1000 + 1) }],
    ["no signature", { signature: "" }],
    ["a signature with one flipped bit", { signature: flipped(signed(NOW).signature) }],
  ])("is forged with %s", (_, change) => {
    expect(checkDelivery(secret, { ...signed(NOW), ...change }, NOW)).toBe("forged")
  })

  it("is never taken with a time that is none", () => {
    const delivery = { timestamp: "soon", sha256: "ab".repeat(32) }

    expect(
      checkDelivery(
        secret,
        { ...delivery, signature: signDelivery(secret, delivery) },
        NOW
      )
    ).toBe("stale")
  })
})

function flipped(hex: string) {
  return (parseInt(hex[0], 16) ^ 1).toString(16) + hex.slice(1)
}
