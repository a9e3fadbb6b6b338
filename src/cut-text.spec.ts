import { cutText } from "./cut-text"

describe("cutting a text", () => {
  it("leaves no half of an emoji at the end", () => {
    const cut = cutText(`${"a".repeat(499)}\u{1f600}`, 500)
    expect(cut).toBe("a".repeat(499))
  })

  it("keeps an emoji that just fits, and a text that is short enough", () => {
    expect(cutText("ab\u{1f600}cd", 4)).toBe("ab\u{1f600}")
    expect(cutText("ab", 4)).toBe("ab")
  })
})
