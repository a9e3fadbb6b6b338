import { mayBeTold, ORDER_PROOFS, proofOf } from "./order-proof"
import { senderCheck } from "./sender-check"

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

describe("the check of a sender", () => {
  const result = (authserv_id: string, dmarc: string) => ({
    authserv_id,
    dmarc,
    dkim: "none",
    spf: "none",
  })

  it("believes the topmost result of the configured server", () => {
    expect(
      senderCheck(
        [result("mx.shop.test", "fail"), result("mx.shop.test", "pass")],
        "MX.shop.test"
      )
    ).toBe("fail")
  })

  it("does not believe another server's pass", () => {
    expect(senderCheck([result("mx.evil.test", "pass")], "mx.shop.test")).toBe("none")
  })

  it("without a configured server believes no pass, but a failure", () => {
    expect(senderCheck([result("mx.any.test", "pass")], null)).toBe("none")
    expect(senderCheck([result("mx.any.test", "fail")], null)).toBe("fail")
    expect(senderCheck([], null)).toBe("none")
  })
})

describe("what a reply may say of an order", () => {
  it("is nothing while its owner was not checked and no agent put it there (X-01 AC2)", () => {
    expect(ORDER_PROOFS.filter(mayBeTold)).toEqual(["agent", "account", "verified_email"])
  })
})
