import { checkAnswer, isSafePattern, type AskedField } from "./field-answer"

const asks = (field: Partial<AskedField>, answer: unknown) =>
  checkAnswer({ key: "a", type: "text", label: "A", required: false, ...field }, answer)

describe("an answer in a form", () => {
  it.each([undefined, null, "", "  ", [], false])(
    "left empty as %j is none",
    (answer) => {
      expect(asks({}, answer)).toEqual({ value: null })
      expect(asks({ required: true }, answer)).toEqual({ refused: `"A" is missing` })
    }
  )

  it("that has to be agreed to says so", () => {
    expect(asks({ type: "consent", required: true }, false)).toEqual({
      refused: `"A" has to be agreed to`,
    })
    expect(asks({ type: "consent" }, true)).toEqual({ value: true })
  })

  it.each([
    [{ type: "email" }, "Mia@Example.com", "mia@example.com"],
    [{ type: "number" }, "1,5", 1.5],
    [{ type: "date" }, "2028-02-29", "2028-02-29"],
    [{ type: "choice", choices: ["a", "b"] }, "a", "a"],
    [{ type: "multi_choice", choices: ["a", "b"] }, ["a", "a"], ["a"]],
    [{ type: "file" }, ["crmatt_1"], ["crmatt_1"]],
    [{ type: "long_text" }, " one\r\ntwo ", "one\ntwo"],
    [{ type: "text" }, "one\ntwo", "one two"],
    [{ type: "text" }, "a\u0000b\u202ec", "abc"],
  ] as const)("of %j given as %j is kept as %j", (field, answer, value) => {
    expect(asks({ ...field, choices: ["a", "b"] }, answer)).toEqual({ value })
  })

  it.each([
    [{ type: "email" }, "mia@example", "is no e-mail address, like name@example.com"],
    [{ type: "email" }, "a@b.de, c@d.de", "is no e-mail address, like name@example.com"],
    [{ type: "number" }, "many", "has to be a number"],
    [{ type: "number", min: 2 }, 1, "has to be at least 2"],
    [{ type: "date" }, "2026-02-29", "is no date, like 2026-12-31"],
    [{ type: "text", max: 3 }, "four", "has to be at most 3 characters long"],
    [{ type: "text", min: 3 }, "no", "has to be at least 3 characters long"],
    [
      { type: "text", pattern: "[0-9]+" },
      "4a",
      "does not have the form that is asked for",
    ],
    [{ type: "text" }, { $ne: 1 }, "has to be a text"],
    [{ type: "text" }, "x".repeat(1001), "has to be at most 1000 characters long"],
    [{ type: "file" }, "crmatt_1", "takes the ids of uploaded files"],
    [{ type: "file", max: 1 }, ["a", "b"], "takes at most 1"],
    [{ type: "choice" }, "c", "has no such choice"],
    [{ type: "multi_choice" }, ["a", "c"], "has no such choice"],
  ] as const)("of %j given as %j is refused: it %s", (field, answer, why) => {
    expect(asks({ choices: ["a", "b"], ...field }, answer)).toEqual({
      refused: `"A" ${why}`,
    })
  })
})

describe("a pattern that a merchant writes", () => {
  it.each(["[A-Z]{2}[0-9]{4}", "\\d+", "(AB|CD)-[0-9]+"])("is used: %s", (pattern) => {
    expect(isSafePattern(pattern)).toBe(true)
  })

  it.each(["(a+)+", "(a|a)*", "(a)\\1", "(?=a)", "[", "x".repeat(201)])(
    "is refused when it is broken or could keep the server busy: %s",
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(false)
    }
  )
})
