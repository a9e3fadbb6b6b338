import { neighbour, readTrail } from "./ticket-trail"

const trail = { ids: ["a", "b", "c"], address: "/crm/tickets?status=open" }

describe("the list an agent came from", () => {
  it("leads to the next ticket and the one before", () => {
    expect(neighbour(trail, "b", 1)).toBe("c")
    expect(neighbour(trail, "b", -1)).toBe("a")
  })

  it("ends, and knows nothing beside a ticket that is not in it", () => {
    expect(neighbour(trail, "c", 1)).toBeNull()
    expect(neighbour(trail, "a", -1)).toBeNull()
    expect(neighbour(trail, "x", 1)).toBeNull()
  })

  it.each([null, "", "{", "null", "[]", '{"ids":[1],"address":""}', '{"ids":["a"]}'])(
    "is empty when %s is stored",
    (stored) => expect(readTrail(stored)).toEqual({ ids: [], address: "" })
  )

  it("is what was kept", () => {
    expect(readTrail(JSON.stringify(trail))).toEqual(trail)
  })
})
