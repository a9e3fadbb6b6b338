import { nextAttempt, nextPollAfterFailure } from "./retry-schedule"

const START = new Date("2026-11-22T09:00:00Z")
const minutesUntil = (date: Date | null) =>
  date && (date.getTime() - START.getTime()) / 60_000

describe("a mail that could not be sent", () => {
  it.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [9, 240],
  ])(
    "after attempt %s is tried again in %s minutes, give or take",
    (attempts, minutes) => {
      expect(minutesUntil(nextAttempt(attempts, START, START, 0.5))).toBe(minutes)
      expect(minutesUntil(nextAttempt(attempts, START, START, 0))).toBeCloseTo(
        minutes * 0.8
      )
      expect(minutesUntil(nextAttempt(attempts, START, START, 1))).toBeCloseTo(
        minutes * 1.2
      )
    }
  )

  it("is given up after three days", () => {
    const threeDaysOn = new Date(START.getTime() + 72 * 3_600_000)

    expect(nextAttempt(20, START, threeDaysOn, 0)).toBeNull()
  })
})

describe("an account that fails", () => {
  it.each([
    [1, 60_000, 2],
    [2, 60_000, 4],
    [10, 60_000, 15],
    [1000, 5_000, 15],
    [1, 3_600_000, 60],
  ])(
    "%s times at every %s ms is looked into again in %s minutes",
    (failures, interval, minutes) => {
      expect(minutesUntil(nextPollAfterFailure(failures, interval, START))).toBe(minutes)
    }
  )
})

it("an account whose login is refused is logged in to three times in the first ten minutes", () => {
  let minutes = 0
  let logins = 1

  for (let failures = 1; minutes < 10; failures++) {
    minutes += minutesUntil(nextPollAfterFailure(failures, 1_000, START, true)) ?? 0
    logins += minutes < 10 ? 1 : 0
  }
  expect(logins).toBe(3)
})
