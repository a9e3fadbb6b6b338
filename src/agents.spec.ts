import { agentNamesToShow } from "./agents"

/** A shop's users, and how often they were asked for. */
function someUsers(names: Record<string, string>) {
  const asked: string[][] = []
  const query = {
    graph: async ({ filters: { id } }: { filters: { id: string[] } }) => {
      asked.push(id)
      return {
        data: id
          .filter((known) => names[known])
          .map((known) => ({ id: known, email: "", first_name: names[known] })),
      }
    },
  }
  return { asked, query: query as unknown as Parameters<typeof agentNamesToShow>[0] }
}

describe("names of agents that are only shown", () => {
  it("are asked for once in half a minute", async () => {
    const { asked, query } = someUsers({ user_1: "Ada", user_2: "Bo" })

    await agentNamesToShow(query, ["user_1", null], 0)
    const names = await agentNamesToShow(query, ["user_1", "user_2"], 29_000)

    expect([...names]).toEqual([
      ["user_1", "Ada"],
      ["user_2", "Bo"],
    ])
    expect(asked).toEqual([["user_1"], ["user_2"]])
    await agentNamesToShow(query, ["user_1"], 31_000)
    expect(asked.at(-1)).toEqual(["user_1"])
  })

  it("leave out who was removed, and ask again", async () => {
    const { asked, query } = someUsers({})

    expect(await agentNamesToShow(query, ["user_gone"], 0)).toEqual(new Map())
    await agentNamesToShow(query, ["user_gone"], 1)
    expect(asked).toHaveLength(2)
  })
})
