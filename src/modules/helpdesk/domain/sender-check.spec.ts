import { senderCheck } from "./sender-check"

const MIA = "mia@shopper.test"
const result = (authserv_id: string, dmarc: string, dmarc_domain?: string) => ({
  authserv_id,
  dmarc,
  dmarc_domain,
})
const ours = (dmarc: string, domain?: string) => result("mx.shop.test", dmarc, domain)
const checked = (...results: ReturnType<typeof result>[]) =>
  senderCheck(results, "MX.shop.test", MIA)

describe("the check of a sender", () => {
  it("believes the topmost pass of the configured server", () => {
    expect(checked(ours("pass"))).toBe("pass")
    expect(checked(ours("none"), ours("pass"))).toBe("none")
  })

  it("believes its failure in whichever of its headers it stands", () => {
    expect(checked(ours("fail"), ours("pass"))).toBe("fail")
    expect(checked(ours("none"), ours("fail"))).toBe("fail")
  })

  it("believes a pass only of the sender's own domain, or the one above it", () => {
    expect(checked(ours("pass", "shopper.test"))).toBe("pass")
    expect(
      senderCheck([ours("pass", "shopper.test")], "mx.shop.test", "mia@eu.shopper.test")
    ).toBe("pass")
    expect(checked(ours("pass", "evil.test"))).toBe("none")
    expect(checked(ours("pass", "test"))).toBe("none")
    expect(senderCheck([ours("pass", "shopper.test")], "mx.shop.test", null)).toBe("none")
    expect(
      senderCheck([ours("pass", "shopper.test")], "mx.shop.test", "mia@evilshopper.test")
    ).toBe("none")
  })

  it("does not believe another server's pass", () => {
    expect(checked(result("mx.evil.test", "pass"))).toBe("none")
  })

  it("believes a failure of a server without a name when it is the nearest", () => {
    expect(checked(result("", "fail"))).toBe("fail")
    expect(checked(result("", "pass"))).toBe("none")
    expect(checked(ours("pass"), result("", "fail"))).toBe("pass")
  })

  it("without a configured server believes no pass, but a failure", () => {
    expect(senderCheck([result("mx.any.test", "pass")], null, MIA)).toBe("none")
    expect(senderCheck([result("mx.any.test", "fail")], null, MIA)).toBe("fail")
    expect(senderCheck([], null, MIA)).toBe("none")
  })
})
