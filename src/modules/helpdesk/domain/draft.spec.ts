import { afterPosting, changesSince, type DraftTicket } from "./draft"

const then: DraftTicket = {
  status_category: "open",
  department_id: "dep_sales",
  is_merged: false,
  is_deleted: false,
}

describe("a draft on a ticket that changed meanwhile", () => {
  it.each([
    ["was closed", { status_category: "closed" as const }, ["closed"]],
    ["was moved", { department_id: "dep_returns" }, ["moved"]],
    [
      "was merged",
      { is_merged: true, status_category: "closed" as const },
      ["merged", "closed"],
    ],
    ["was deleted", { is_deleted: true }, ["deleted"]],
    ["stayed as it was", {}, []],
  ])("says that it %s", (_, change, said) => {
    expect(changesSince(then, { ...then, ...change })).toEqual(said)
  })

  it("says nothing of what was so at its first word", () => {
    const closed = { ...then, status_category: "closed" as const }

    expect(changesSince(closed, closed)).toEqual([])
  })
})

describe("what is left of a draft", () => {
  const note = { body_text: "She called." }

  it("after its reply was sent is its note", () => {
    expect(
      afterPosting({ body_text: "Dear Mia", cc: ["a@b.test"], note }, "agent")
    ).toEqual({
      note,
    })
    expect(afterPosting({ body_text: "Dear Mia" }, "agent")).toBeNull()
  })

  it("after its note was added is its reply", () => {
    expect(afterPosting({ body_text: "Dear Mia", note }, "note")).toEqual({
      body_text: "Dear Mia",
    })
    expect(afterPosting({ note }, "note")).toBeNull()
  })
})
