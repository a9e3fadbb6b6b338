import { linkify } from "./linkify"

const hrefs = (text: string) => linkify(text).flatMap(({ href }) => href ?? [])

describe("a text with addresses in it", () => {
  it("loses nothing", () => {
    const text = "See https://shop.test/a?b=1, or mailto:help@shop.test.\n\nBye"
    expect(
      linkify(text)
        .map((part) => part.text)
        .join("")
    ).toBe(text)
  })

  it("links addresses without the punctuation around them", () => {
    expect(hrefs("(see https://shop.test/a.) and https://shop.test/b!")).toEqual([
      "https://shop.test/a",
      "https://shop.test/b",
    ])
  })

  it("keeps a bracket that the address opened", () => {
    expect(hrefs("https://en.wikipedia.org/wiki/Bean_(film)")).toEqual([
      "https://en.wikipedia.org/wiki/Bean_(film)",
    ])
  })

  it("links no other scheme", () => {
    expect(hrefs("javascript:alert(1) data:text/html,x file:///etc/passwd")).toEqual([])
  })

  it("stays fast on a long line without a space", () => {
    const text = "https://".repeat(20_000)
    expect(
      linkify(text)
        .map((part) => part.text)
        .join("")
    ).toBe(text)
  })
})
