import { afterMerge } from "./after-merge"

describe("a ticket that others are merged into", () => {
  it.each(["open", "pending", "on_hold"] as const)(
    "is opened again when it was closed and the other is %s",
    (merged) => expect(afterMerge("closed", merged)).toBe("open")
  )

  it("stays closed when the other is closed, too", () => {
    expect(afterMerge("closed", "closed")).toBeNull()
  })

  it.each(["open", "pending", "on_hold"] as const)(
    "stays %s, whatever the other is",
    (survivor) => {
      expect(afterMerge(survivor, "open")).toBeNull()
      expect(afterMerge(survivor, "closed")).toBeNull()
    }
  )
})
