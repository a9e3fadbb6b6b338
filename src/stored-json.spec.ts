import { toStoredJson } from "./stored-json"

describe("JSON for the database", () => {
  it("holds no half of a surrogate pair and no NUL", () => {
    expect(toStoredJson(["a\ud83d", "\ude00b", "c\0d"])).toBe(
      String.raw`["a\ufffd","\ufffdb","c\ufffdd"]`
    )
  })

  it.each([
    ["an emoji", "\u{1f600}"],
    ["text about an escape", String.raw`\u0000 \ud83d \\ud83d`],
    ["other control characters", "\u0001\n\t"],
  ])("keeps %s", (_, text) => {
    expect(JSON.parse(toStoredJson({ text }))).toEqual({ text })
  })

  it("mends what stands behind a backslash", () => {
    expect(JSON.parse(toStoredJson("\\\ud83d"))).toBe("\\\ufffd")
  })
})
