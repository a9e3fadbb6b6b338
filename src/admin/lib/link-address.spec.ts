import { linkAddress } from "./link-address"

describe("an address that is typed in for a link", () => {
  it.each([
    ["https://shop.test/a?b=c", "https://shop.test/a?b=c"],
    ["shop.test/returns", "https://shop.test/returns"],
    ["mia@shopper.test", "mailto:mia@shopper.test"],
    ["tel:+49301234", "tel:+49301234"],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["two words", null],
    ["", null],
  ])("%s is %s", (typed, address) => {
    expect(linkAddress(typed)).toBe(address)
  })
})
