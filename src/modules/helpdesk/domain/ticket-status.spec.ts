import { statusAfter, type Status } from "./ticket-status"

const statuses: Status[] = [
  { id: "s_open", name: "Open", category: "open", is_default: true },
  { id: "s_done", name: "Completed", category: "closed", is_default: false },
  { id: "s_closed", name: "Closed", category: "closed", is_default: true },
]

describe("the status after a post", () => {
  it("is none for unchanged", () => {
    expect(statusAfter("unchanged", statuses)).toBeNull()
  })

  it("is the default of a category", () => {
    expect(statusAfter("closed", statuses)?.id).toBe("s_closed")
  })

  it("is the very status that is named by id", () => {
    expect(statusAfter("s_done", statuses)?.name).toBe("Completed")
  })

  it("is refused when it names neither", () => {
    expect(() => statusAfter("solved", statuses)).toThrow(
      `"solved" is no ticket status. Use "unchanged", "open", "pending", "on_hold", "closed" or the id of a status`
    )
  })

  it("is refused for a category without a status", () => {
    expect(() => statusAfter("pending", statuses)).toThrow(
      `No ticket status has the category "pending"`
    )
  })
})
