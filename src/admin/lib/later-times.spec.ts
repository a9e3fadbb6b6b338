import { laterTimes, localInputValue, momentOf } from "./later-times"

/** By the clock on the wall, whatever the zone. */
const at = (local: string) => new Date(local)
const offered = (now: string) =>
  laterTimes(at(now)).map(({ key, at: moment }) => [key, localInputValue(moment)])

describe("times to put something off to", () => {
  it("are the usual ones, on the hour and in the morning", () => {
    // A Tuesday.
    expect(offered("2026-11-24T10:20")).toEqual([
      ["laterToday", "2026-11-24T13:00"],
      ["tomorrow", "2026-11-25T09:00"],
      ["monday", "2026-11-30T09:00"],
      ["nextWeek", "2026-12-01T09:00"],
    ])
  })

  it.each(["2026-11-24T16:30", "2026-11-24T22:30"])(
    "leave out later today in the evening, at %s",
    (now) => {
      expect(offered(now)[0][0]).toBe("tomorrow")
    }
  )

  it("say tomorrow once on a Sunday, and Monday once on a Monday", () => {
    expect(offered("2026-11-29T10:00").map(([key]) => key)).toEqual([
      "laterToday",
      "tomorrow",
      "nextWeek",
    ])
    expect(offered("2026-11-30T10:00").map(([key]) => key)).toEqual([
      "laterToday",
      "tomorrow",
      "monday",
    ])
  })

  it("of one's own come and go through the field", () => {
    const moment = at("2026-12-24T18:30")

    expect(momentOf(localInputValue(moment))).toBe(moment.toISOString())
    expect(momentOf("")).toBeNull()
    expect(momentOf("soon")).toBeNull()
  })
})
