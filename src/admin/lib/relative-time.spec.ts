import { absoluteTime, calendarDay, duration, relativeTime } from "./relative-time"

const now = Date.parse("2026-06-01T12:00:00.000Z")
const before = (seconds: number) => new Date(now - seconds * 1000).toISOString()

describe("the age of a message", () => {
  it("is now below a minute", () => {
    expect(relativeTime(before(59), now, "en")).toBe("now")
  })

  it("is counted in whole units of the largest that fits", () => {
    expect(relativeTime(before(60), now, "en")).toBe("1 min. ago")
    expect(relativeTime(before(3 * 3600 + 1800), now, "en")).toBe("3 hr. ago")
    expect(relativeTime(before(26 * 3600), now, "en")).toBe("yesterday")
    expect(relativeTime(before(400 * 24 * 3600), now, "en")).toBe("last yr.")
  })

  it("is said in the reader's language", () => {
    expect(relativeTime(before(3 * 3600), now, "de")).toBe("vor 3 Std.")
  })

  it("looks ahead for what is due", () => {
    expect(relativeTime(before(-3 * 24 * 3600), now, "en")).toBe("in 3 days")
  })

  it("is nothing for what is no date", () => {
    expect(relativeTime("soon", now, "en")).toBe("")
    expect(absoluteTime("soon", "en")).toBe("")
    expect(calendarDay("soon", "en")).toBe("")
  })
})

describe("a length of time", () => {
  it("is said in the largest unit that fits, in the agent's language", () => {
    expect(duration(42, "en")).toBe("42 seconds")
    expect(duration(7300, "en")).toBe("2 hours")
    expect(duration(60, "de")).toBe("1 Minute")
  })
})
