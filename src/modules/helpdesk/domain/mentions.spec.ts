import { mentionedIn, type Mentionable } from "./mentions"

const agent = (first: string, last: string, has_left = false): Mentionable => ({
  id: `user_${first}_${last}`.toLowerCase(),
  name: `${first} ${last}`,
  first_name: first,
  email: `${first}.${last}@shop.test`.toLowerCase(),
  has_left,
})
const agents = [
  agent("Ada", "Agent"),
  agent("Ada", "Agentsson"),
  agent("Bo", "Berg"),
  agent("Cleo", "Gone", true),
]
const named = (text: string) => mentionedIn(text, agents)

describe("a mention", () => {
  it.each([
    ["by full name", "@Ada Agent, please look", ["user_ada_agent"]],
    ["by the longer of two names", "ask @Ada Agentsson", ["user_ada_agentsson"]],
    ["by address", "(@bo.berg@shop.test)", ["user_bo_berg"]],
    ["by a first name only one has", "@bo: yours", ["user_bo_berg"]],
    ["in any case", "@BO BERG", ["user_bo_berg"]],
    ["twice", "@Bo and again @Bo", ["user_bo_berg"]],
    ["at the end", "thanks @Bo", ["user_bo_berg"]],
  ])("%s is found", (_, text, ids) => {
    expect(named(text)).toEqual({ ids, gone: [] })
  })

  it.each([
    ["a first name two agents have", "@Ada"],
    ["a name that goes on", "@Bobby"],
    ["the address of a customer", "write to mia@bo.test"],
    ["a handle of nobody", "see @dhl_help"],
    ["an at sign", "3 @ 5 EUR"],
  ])("is not %s", (_, text) => {
    expect(named(text)).toEqual({ ids: [], gone: [] })
  })

  it("of somebody who left is told apart", () => {
    expect(named("@Cleo Gone knows")).toEqual({ ids: [], gone: ["Cleo Gone"] })
  })

  it("of a name that a newcomer shares with one who left is the newcomer", () => {
    const newcomer = { ...agent("Cleo", "Gone"), id: "user_new" }

    expect(mentionedIn("@Cleo Gone", [...agents, newcomer])).toEqual({
      ids: ["user_new"],
      gone: [],
    })
  })

  it("is looked for in two megabytes of at signs without delay to speak of", () => {
    expect(named("@a".repeat(1_000_000))).toEqual({ ids: [], gone: [] })
  })
})
