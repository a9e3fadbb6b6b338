import { beginCall, callBegan, callLength, endCall, secondsSince } from "./phone-timer"

const aBrowser = () => {
  const kept = new Map<string, string>()

  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

describe("the phone timer", () => {
  it("goes on over a reload, for its ticket only, until the call ends (V-74)", () => {
    const browser = aBrowser()
    beginCall("tick_1", 1_000, browser)

    expect(callBegan("tick_1", browser)).toBe(1_000)
    expect(callBegan("tick_2", browser)).toBeNull()
    endCall("tick_1", browser)
    expect(callBegan("tick_1", browser)).toBeNull()
  })

  it("counts whole seconds, and stops after a day", () => {
    expect(secondsSince(1_000, 3_999)).toBe(2)
    expect(secondsSince(5_000, 1_000)).toBe(0)
    expect(secondsSince(0, 10 ** 9)).toBe(86_400)
  })

  it("is not upset by what somebody else left in the browser", () => {
    const browser = aBrowser()
    browser.setItem("crm-desk:call:tick_1", "yesterday")

    expect(callBegan("tick_1", browser)).toBeNull()
  })

  it.each([
    [0, "0:00"],
    [65, "1:05"],
    [3_729, "1:02:09"],
  ])("shows %i seconds as %s", (seconds, text) => {
    expect(callLength(seconds)).toBe(text)
  })
})
