import { isBackscatter } from "./backscatter"

const report = (changes: object = {}) => ({
  automated: { kind: "bounce" as const, reason: null },
  bounce: { recipients: [], original_message_id: "theirs@elsewhere.test" },
  return_path: "",
  from: { name: "", address: "mailer-daemon@mx.test" },
  ...changes,
})

describe("a delivery failure", () => {
  it("of another program's mail is backscatter", () => {
    expect(isBackscatter(report(), false)).toBe(true)
  })

  it("is known by the server's name where the null sender was not kept", () => {
    expect(isBackscatter(report({ return_path: null }), false)).toBe(true)
  })

  it("of one of our mails is none", () => {
    expect(isBackscatter(report(), true)).toBe(false)
  })

  it("that does not say of which mail may be one of ours", () => {
    const bounce = { recipients: [], original_message_id: null }

    expect(isBackscatter(report({ bounce }), false)).toBe(false)
  })

  it("that a person passes on is a person's mail", () => {
    const from = { name: "Mia", address: "mia@shopper.test" }

    expect(isBackscatter(report({ from, return_path: "mia@shopper.test" }), false)).toBe(
      false
    )
  })
})
