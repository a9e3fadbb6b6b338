import { findingValues } from "./finding-values"

describe("what the sentences of a finding name", () => {
  it("are lengths of time and moments in the agent's language", () => {
    expect(findingValues({ values: { seconds: 180 } }, "de")).toMatchObject({
      duration: "3 Minuten",
    })
    expect(
      findingValues({ values: { at: "2026-06-01T12:00:00.000Z" } }, "en").time
    ).toMatch(/^Jun 1, 2026/)
  })

  it("is a question mark where a server does not give its name", () => {
    expect(findingValues({ values: { seen: "" } }, "en")).toEqual({ seen: "?" })
  })
})
