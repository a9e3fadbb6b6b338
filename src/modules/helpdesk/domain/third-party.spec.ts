import { isThirdParty, putInCopy } from "./third-party"

const match = (is_third_party: boolean) => ({
  ticket_id: "tick_1",
  by: "signed_reference" as const,
  is_third_party,
})
const mail = (changes: object = {}) => ({
  automated: null,
  sender_check: "none" as const,
  sender_claim: null,
  cc: ["bo@shopper.test"],
  ...changes,
})

describe("a stranger's mail on a ticket", () => {
  it("is a third party's", () => {
    expect(isThirdParty(mail(), match(true))).toBe(true)
    expect(isThirdParty(mail(), match(false))).toBe(false)
  })

  it("is not when it is a bounce, or an agent's whose address was checked", () => {
    expect(isThirdParty(mail({ automated: "bounce" }), match(true))).toBe(false)
    expect(
      isThirdParty(mail({ sender_claim: "agent", sender_check: "pass" }), match(true))
    ).toBe(false)
  })

  it.each(["none", "fail"] as const)(
    "is when it only claims an agent's address: %s",
    (sender_check) => {
      expect(
        isThirdParty(mail({ sender_claim: "agent", sender_check }), match(true))
      ).toBe(true)
    }
  )
})

describe("those a mail puts in copy", () => {
  it("of a new ticket have read it", () => {
    expect(putInCopy(mail(), null)).toEqual(["bo@shopper.test"])
  })

  it("of a new ticket from a forged sender are nobody", () => {
    expect(putInCopy(mail({ sender_check: "fail" }), null)).toEqual([])
  })

  it("of an existing ticket are added by a participant whose address was checked", () => {
    expect(putInCopy(mail({ sender_check: "pass" }), match(false))).toEqual([
      "bo@shopper.test",
    ])
  })

  it.each([
    ["an unchecked participant", { sender_check: "none" }, false],
    ["a forged participant", { sender_check: "fail" }, false],
    ["a third party", { sender_check: "pass" }, true],
    ["a machine", { sender_check: "pass", automated: "auto_reply" }, false],
  ])("of an existing ticket are nobody when %s writes", (_who, changes, isStranger) => {
    expect(putInCopy(mail(changes), match(isStranger))).toEqual([])
  })

  it("are fifty at most", () => {
    const cc = Array.from({ length: 60 }, (_, index) => `${index}@shopper.test`)

    expect(putInCopy(mail({ cc }), null)).toHaveLength(50)
  })
})
