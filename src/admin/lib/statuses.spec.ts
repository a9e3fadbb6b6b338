import type { Status } from "../../api/admin/crm/statuses/contract"
import { statusColor, statusLabel, statusOptions, statusValue } from "./statuses"

const t = (key: string) => `<${key}>`
const aStatus = (status: Partial<Status>): Status => ({
  id: "st_1",
  name: "Open",
  category: "open",
  position: 0,
  is_default: true,
  ...status,
})

describe("a status's name", () => {
  it("is translated while it is the one we ship", () => {
    expect(statusLabel({ name: "On hold", category: "on_hold" }, t)).toBe(
      "<status.on_hold>"
    )
  })

  it("is the merchant's own once it was renamed", () => {
    expect(statusLabel({ name: "Completed", category: "closed" }, t)).toBe("Completed")
  })
})

describe("the choice of a status", () => {
  const statuses = [
    aStatus({ id: "st_open" }),
    aStatus({ id: "st_closed", name: "Completed", category: "closed" }),
    aStatus({ id: "st_spam", name: "Spam", category: "closed", is_default: false }),
  ]

  it("offers a category by name and the other statuses by id", () => {
    expect(statusOptions(statuses, t)).toEqual([
      { value: "open", label: "<status.open>" },
      { value: "closed", label: "Completed" },
      { value: "st_spam", label: "Spam" },
    ])
  })

  it("offers the four categories until the statuses are known", () => {
    expect(statusOptions(undefined, t).map(({ value }) => value)).toEqual([
      "open",
      "pending",
      "on_hold",
      "closed",
    ])
  })

  it("shows a default status as its category", () => {
    expect(statusValue("st_closed", statuses)).toBe("closed")
    expect(statusValue("st_spam", statuses)).toBe("st_spam")
    expect(statusValue("unchanged", statuses)).toBe("unchanged")
  })
})

describe("a status's colour", () => {
  it("tells the categories apart", () => {
    expect(statusColor("open")).toBe("orange")
    expect(statusColor("closed")).toBe("grey")
  })
})
