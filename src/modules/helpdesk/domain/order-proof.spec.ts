import { mayBeTold, ORDER_PROOFS, proofOf } from "./order-proof"

const MIA = "mia@shopper.test"

describe("an order named in a mail", () => {
  it.each([
    ["pass", "verified_email"],
    ["none", "address_match"],
    ["fail", "suggestion"],
  ] as const)("of the sender's own address is, after a %s, %s", (check, proof) => {
    expect(proofOf("Mia@Shopper.test", [null, MIA], check)).toBe(proof)
  })

  it.each(["pass", "none", "fail"] as const)(
    "of somebody else stays a suggestion after a %s",
    (check) => {
      expect(proofOf("eve@elsewhere.test", [MIA], check)).toBe("suggestion")
      expect(proofOf(null, [MIA, null], check)).toBe("suggestion")
    }
  )
})

describe("what a reply may say of an order", () => {
  it("is nothing while its owner was not checked and no agent put it there (X-01 AC2)", () => {
    expect(ORDER_PROOFS.filter(mayBeTold)).toEqual(["agent", "account", "verified_email"])
  })
})
