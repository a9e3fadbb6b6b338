import { matchingColleagues, mentionBefore, withMention } from "./mention-query"

const before = (text: string) => mentionBefore(text, text.length)

describe("a mention that is being typed", () => {
  it.each([
    ["@", { from: 0, query: "" }],
    ["ask @Ad", { from: 4, query: "Ad" }],
    ["ask @Ada Ag", { from: 4, query: "Ada Ag" }],
    ["(@bö", { from: 1, query: "bö" }],
  ])("is seen in %j", (text, found) => {
    expect(before(text)).toEqual(found)
  })

  it.each(["", "hello", "mia@shop", "@Ada Agent please look", "@Ada,"])(
    "is none in %j",
    (text) => {
      expect(before(text)).toBeNull()
    }
  )

  it("becomes the name, and the cursor goes on behind it", () => {
    const query = { from: 4, query: "ad" }

    expect(withMention("ask @ad now", 7, query, "Ada Agent")).toEqual({
      text: "ask @Ada Agent now",
      cursor: 15,
    })
  })

  it("offers who has a word that begins so", () => {
    const ada = { name: "Ada Agent", email: "ada@shop.test" }
    const bo = { name: "Bo Berg", email: "agent2@shop.test" }

    expect(matchingColleagues([ada, bo], "ag")).toEqual([ada, bo])
    expect(matchingColleagues([ada, bo], "ber")).toEqual([bo])
    expect(matchingColleagues([ada, bo], "")).toEqual([ada, bo])
  })
})
