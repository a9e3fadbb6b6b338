import { answersOf, checkValues } from "./check-answers"
import type { FormField } from "./types"

const aField = (field: Partial<FormField>): FormField => ({
  key: "field",
  type: "text",
  label: "Field",
  required: false,
  ...field,
})
const complaintAbout = (
  field: Partial<FormField>,
  value: string | string[] | boolean | undefined
) =>
  checkValues([aField(field)], value === undefined ? {} : { field: value }).get("field")

describe("what a shopper entered", () => {
  it.each([
    ["nothing", undefined],
    ["spaces", "  "],
    ["no choice", []],
    ["no tick", false],
  ])("is missing where it is required: %s", (_what, value) => {
    expect(complaintAbout({ required: true }, value)).toEqual({ reason: "required" })
    expect(complaintAbout({ required: false }, value)).toBeUndefined()
  })

  it("is a consent only when it is ticked", () => {
    const consent = { type: "consent", required: true } as const

    expect(complaintAbout(consent, false)).toEqual({ reason: "consent" })
    expect(complaintAbout(consent, true)).toBeUndefined()
  })

  it.each([
    ["email", "lena@postfach.test", "lena@postfach"],
    ["phone", "+49 (30) 555-0142", "call me"],
    ["number", "1,5", "many"],
    ["date", "2028-02-29", "2027-02-29"],
  ] as const)("has to be a real %s: %s, not %s", (type, good, bad) => {
    expect(complaintAbout({ type }, good)).toBeUndefined()
    expect(complaintAbout({ type }, bad)).toEqual({ reason: type })
  })

  it("keeps to the limits of its field", () => {
    expect(complaintAbout({ type: "number", min: 0 }, "-1")).toEqual({
      reason: "too_small",
      limit: 0,
    })
    expect(complaintAbout({ type: "number", max: 9 }, "10")).toEqual({
      reason: "too_large",
      limit: 9,
    })
    expect(complaintAbout({ min: 3 }, "ab")).toEqual({ reason: "too_short", limit: 3 })
    expect(complaintAbout({ max: 3 }, "abcd")).toEqual({ reason: "too_long", limit: 3 })
    expect(complaintAbout({ type: "multi_choice", max: 1 }, ["a", "b"])).toEqual({
      reason: "too_many",
      limit: 1,
    })
  })

  it("fits the whole pattern; one that no browser can read is left to the server", () => {
    expect(complaintAbout({ pattern: "[A-Z]{2}\\d+" }, "AB12")).toBeUndefined()
    expect(complaintAbout({ pattern: "[A-Z]{2}\\d+" }, "xAB12")).toEqual({
      reason: "pattern",
    })
    expect(complaintAbout({ pattern: "(" }, "anything")).toBeUndefined()
  })
})

describe("what is sent", () => {
  it("is trimmed, typed, and without what was left empty", () => {
    const fields = [
      aField({ key: "name" }),
      aField({ key: "amount", type: "number" }),
      aField({ key: "colours", type: "multi_choice" }),
      aField({ key: "agreed", type: "consent" }),
      aField({ key: "empty" }),
      aField({ key: "photo", type: "file" }),
    ]
    const values = {
      name: "  Lena ",
      amount: "2,5",
      colours: ["rust", "petrol"],
      agreed: true,
      empty: " ",
      photo: ["zip.png"],
    }

    expect(answersOf(fields, values)).toEqual({
      name: "Lena",
      amount: 2.5,
      colours: ["rust", "petrol"],
      agreed: true,
    })
  })
})
