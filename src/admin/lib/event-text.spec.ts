import { eventText } from "./event-text"

const t = (key: string, values: Record<string, unknown> = {}) =>
  `${key} ${["from", "to", "status", "channel"]
    .flatMap((name) =>
      values[name] && values[name] !== "–" ? [String(values[name]).trim()] : []
    )
    .join("|")}`.trim()
const nameOf = (id: string) => ({ dep_1: "Sales", dep_2: "Returns" })[id]

describe("a line of the history", () => {
  it("names departments instead of their ids", () => {
    expect(
      eventText({ type: "moved", data: { from: "dep_1", to: "dep_2" } }, t, nameOf)
    ).toBe("events.moved Sales|Returns")
  })

  it("names the status, the merchant's name first", () => {
    const data = { from: "open", to: "closed", status: "Completed" }

    expect(eventText({ type: "status_changed", data }, t, nameOf)).toContain("Completed")
    expect(
      eventText(
        { type: "status_changed", data: { from: "closed", to: "open" } },
        t,
        nameOf
      )
    ).toContain("status.open")
  })

  it("says where a ticket came from", () => {
    expect(eventText({ type: "created", data: { channel: "email" } }, t, nameOf)).toBe(
      "events.created channel.email"
    )
  })

  it("names the agent a ticket was given to, and says when it was taken away", () => {
    const given = { type: "assigned", data: { to: "user_bo", to_name: "Bo Agent" } }

    expect(eventText(given, t, nameOf)).toBe("events.assigned Bo Agent")
    expect(eventText({ type: "assigned", data: { to: null } }, t, nameOf)).toBe(
      "events.unassigned"
    )
  })

  it("shows a moment as people write it", () => {
    const due = { type: "due_date_changed", data: { to: "2026-03-01T12:00:00.000Z" } }

    expect(eventText(due, t, nameOf, "en")).toContain("Mar 1, 2026")
  })

  it("says what was taken back", () => {
    expect(eventText({ type: "undone", data: { kind: "merge" } }, t, nameOf)).toBe(
      "events.undone_merge"
    )
  })

  it("shows what it does not know under its own name", () => {
    expect(eventText({ type: "sent_to_the_moon", data: {} }, t, nameOf)).toBe(
      "sent to the moon"
    )
  })
})
