import { addressesOf, looksLikeAddress } from "./addresses"

describe("a line of addresses", () => {
  it("may be separated as people do", () => {
    expect(addressesOf("a@x.test, B@x.test; c@x.test\nd@x.test")).toEqual([
      "a@x.test",
      "b@x.test",
      "c@x.test",
      "d@x.test",
    ])
  })

  it("names each address once", () => {
    expect(addressesOf("a@x.test, A@x.test,")).toEqual(["a@x.test"])
  })
})

describe("an address", () => {
  it("has two halves and a dot", () => {
    expect(looksLikeAddress(" anna@example.com ")).toBe(true)
    expect(looksLikeAddress("anna@example")).toBe(false)
    expect(looksLikeAddress("anna")).toBe(false)
  })
})
