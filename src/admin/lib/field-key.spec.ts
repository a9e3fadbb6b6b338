import { keyFrom, linesOf } from "./field-key"

describe("the key of a field", () => {
  it.each([
    ["Serial number", "serial_number"],
    ["Größe (cm)", "grosse_cm"],
    ["2nd choice", "nd_choice"],
    ["日本", ""],
    ["x".repeat(60), "x".repeat(40)],
  ])("is made of its label: %s", (label, key) => {
    expect(keyFrom(label)).toBe(key)
  })
})

describe("choices that are typed in", () => {
  it("are one a line, each once", () => {
    expect(linesOf(" red \n\nblue\nred")).toEqual(["red", "blue"])
  })
})
