import { choicesOf, defaultQuestion, RATING_SCALES, toneOf } from "./rating"

describe("a scale", () => {
  it.each(RATING_SCALES)(
    "%s has as many bad answers as good ones, and a middle",
    (scale) => {
      const tones = choicesOf(scale, "en").map(({ value }) => toneOf(value, scale))
      const count = (tone: string) => tones.filter((other) => other === tone).length

      expect(count("bad")).toBe(count("good"))
      expect(count("neutral")).toBe(1)
    }
  )

  it("has no other values", () => {
    expect([0, 4, 1.5, -1, NaN].map((value) => toneOf(value, "three"))).toEqual(
      Array(5).fill(null)
    )
  })

  it("speaks the shopper's language, and English to the others", () => {
    expect(choicesOf("three", "de-AT")[1]).toEqual({ value: 2, label: "In Ordnung" })
    expect(choicesOf("three", "dene")[1].label).toBe("Okay")
    expect(defaultQuestion(null)).toBe("How was our help?")
  })
})
