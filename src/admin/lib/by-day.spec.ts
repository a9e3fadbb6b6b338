import { byDay } from "./by-day"

const at = (day: number, hour: number) => ({
  created_at: new Date(2026, 2, day, hour).toISOString(),
})

describe("a history by days", () => {
  it("keeps its order and opens a group with each new day", () => {
    const events = [at(3, 9), at(2, 23), at(2, 1), at(1, 12)]

    expect(byDay(events).map(({ items }) => items)).toEqual([
      [events[0]],
      [events[1], events[2]],
      [events[3]],
    ])
  })

  it("is empty when nothing happened", () => {
    expect(byDay([])).toEqual([])
  })
})
