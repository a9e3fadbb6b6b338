import { milestones } from "./milestones"

const ticket = (...kinds: ("customer" | "agent" | "note" | "system")[]) => ({
  created_at: "2026-03-01T08:00:00.000Z",
  closed_at: null,
  messages: kinds
    .map((kind, hour) => ({ kind, created_at: `2026-03-01T0${hour}:00:00.000Z` }))
    .reverse(),
})

describe("when a ticket was first answered (M-03)", () => {
  it("is when an agent first wrote after the customer", () => {
    expect(
      milestones(ticket("customer", "system", "note", "agent", "agent")).first_answered
    ).toBe("2026-03-01T03:00:00.000Z")
  })

  it("is not what an agent opened the ticket with", () => {
    expect(milestones(ticket("agent", "customer")).first_answered).toBeNull()
    expect(milestones(ticket("agent")).first_answered).toBeNull()
  })

  it("is no automatic answer and no note", () => {
    expect(milestones(ticket("customer", "system", "note")).first_answered).toBeNull()
  })
})
