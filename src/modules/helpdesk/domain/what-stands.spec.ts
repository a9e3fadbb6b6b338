import { whatStands } from "./what-stands"

const CLOSED_AT = new Date("2026-03-01T10:00:00Z")
const before = {
  subject: "Parcel",
  status_id: "crmstat_open",
  status_category: "open",
  held_by_id: null,
  closed_at: null,
  locked_by_id: "user_ada",
}
const after = {
  subject: "Lost parcel",
  status_id: "crmstat_closed",
  status_category: "closed",
  held_by_id: null,
  closed_at: CLOSED_AT.toISOString(),
  locked_by_id: null,
}

describe("what an undo restores", () => {
  it("is everything, when nobody changed anything since", () => {
    expect(whatStands(before, after, { ...after, closed_at: CLOSED_AT })).toEqual(before)
  })

  it("leaves out what somebody changed again", () => {
    const now = { ...after, subject: "Parcel of order 12" }

    expect(whatStands(before, after, now)).not.toHaveProperty("subject")
    expect(whatStands(before, after, now)).toHaveProperty("status_id", "crmstat_open")
  })

  it("leaves the whole status alone when the customer reopened the ticket", () => {
    const now = {
      ...after,
      status_id: "crmstat_open",
      status_category: "open",
      closed_at: null,
    }

    expect(Object.keys(whatStands(before, after, now))).toEqual([
      "subject",
      "locked_by_id",
    ])
  })

  it("does not take a claim from the agent who has it now", () => {
    expect(
      whatStands(before, after, { ...after, locked_by_id: "user_bo" })
    ).not.toHaveProperty("locked_by_id")
  })

  it("takes nothing for undone that the action did not touch", () => {
    expect(
      whatStands({ url: null }, { url: "https://a.test" }, { url: "https://a.test" })
    ).toEqual({
      url: null,
    })
  })

  it("is nothing when only a claim that nobody had would come back", () => {
    const nobody = { locked_by_id: null }

    expect(whatStands(nobody, nobody, nobody)).toEqual({})
  })
})
