import { OwnAddresses } from "./own-addresses"

const own = new OwnAddresses(["support@shop.test", "Sales+eu@shop.test"])

describe("the desk's own addresses", () => {
  it.each([
    "support@shop.test",
    "SUPPORT@Shop.Test",
    "support+orders@shop.test",
    "support+a+b@shop.test",
    "sales+eu@shop.test",
  ])("%s is one", (address) => {
    expect(own.has(address)).toBe(true)
  })

  it.each([
    "sales@shop.test",
    "support@shop.test.evil.test",
    "support@evil.test",
    "mysupport@shop.test",
    "+@shop.test",
    "",
  ])("%s is none", (address) => {
    expect(own.has(address)).toBe(false)
  })
})
