import { assertLater } from "./later"

const now = new Date("2026-11-24T12:00:00Z")
const check = (moment: string) => () =>
  assertLater(new Date(moment), now, "The ticket cannot sleep")

describe("a time that something is put off to", () => {
  it.each(["2026-11-24T12:00:01Z", "2027-11-24T12:00:00Z"])("may be %s", (moment) => {
    expect(check(moment)).not.toThrow()
  })

  it("is refused in the past, and now", () => {
    expect(check("2026-11-24T12:00:00Z")).toThrow(
      "The ticket cannot sleep at 2026-11-24T12:00:00.000Z: that is in the past. Choose a time ahead"
    )
  })

  it("is refused more than a year ahead", () => {
    expect(check("2027-12-24T12:00:00Z")).toThrow(/more than a year ahead/)
  })
})
