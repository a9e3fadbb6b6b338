import { columnsToRestore, type PostedState } from "./taken-back"

const before: PostedState = {
  status_id: "s_open",
  status_category: "open",
  closed_at: null,
  held_by_id: null,
  locked_by_id: "user_ada",
  awaiting: "agent",
  last_agent_id: "user_bo",
  snoozed_until: null,
  snoozed_by_id: null,
  last_message_at: "2026-11-24T10:00:00.000Z",
}
const after: PostedState = {
  ...before,
  status_id: "s_closed",
  status_category: "closed",
  closed_at: "2026-11-24T12:00:00.000Z",
  locked_by_id: null,
  awaiting: "customer",
  last_agent_id: "user_ada",
  last_message_at: "2026-11-24T12:00:00.000Z",
}

describe("a reply that is taken back", () => {
  it("gives back all that it changed", () => {
    expect({ ...after, ...columnsToRestore(before, after, after) }).toEqual(before)
  })

  it("leaves what the customer's mail changed since, and gives back the rest", () => {
    const reopened = {
      ...after,
      status_id: "s_open",
      status_category: "open",
      closed_at: null,
      awaiting: "agent",
      last_message_at: "2026-11-24T13:00:00.000Z",
    }

    expect(columnsToRestore(before, after, reopened)).toEqual({
      locked_by_id: "user_ada",
      last_agent_id: "user_bo",
    })
  })

  it("leaves the claim that a colleague made since", () => {
    const claimed = { ...after, locked_by_id: "user_bo" }

    expect(columnsToRestore(before, after, claimed)).not.toHaveProperty("locked_by_id")
  })

  it("that changed nothing gives nothing back", () => {
    expect(columnsToRestore(before, before, before)).toEqual({})
  })
})
