import { draftOf, formBody, keyOf, moved, newField } from "./form-draft"

const aDraft = () => ({ ...draftOf(undefined, "crmdep_1"), name: "Spare parts" })

describe("a form that is built", () => {
  it("begins with what every contact form asks", () => {
    expect(aDraft().fields.map(({ key }) => key)).toEqual(["name", "email", "message"])
  })

  it("is called in URLs as it is called by agents, unless they say otherwise", () => {
    expect(formBody(aDraft()).handle).toBe("spare-parts")
    expect(formBody({ ...aDraft(), handle: "parts" }).handle).toBe("parts")
  })

  it("leaves out languages and texts that say nothing", () => {
    const draft = aDraft()
    const { texts, fields } = formBody({
      ...draft,
      texts: { en: { title: "Parts", intro: "" }, de: { title: " " } },
      fields: [
        { ...draft.fields[0], texts: { en: { label: "Name" }, de: { label: "" } } },
      ],
    })
    expect(texts).toEqual({ en: { title: "Parts" } })
    expect(fields[0].texts).toEqual({ en: { label: "Name" } })
  })
})

describe("a field of a form", () => {
  it("gets its key from its label", () => {
    const field = { ...newField("en"), texts: { en: { label: "Serial number" } } }

    expect(keyOf(field, "en")).toBe("serial_number")
  })

  it("moves up and down, and not beyond the ends", () => {
    const { fields } = aDraft()
    const keys = (row: number, by: 1 | -1) => moved(fields, row, by).map(({ key }) => key)

    expect(keys(fields[0].row, 1)).toEqual(["email", "name", "message"])
    expect(keys(fields[0].row, -1)).toEqual(["name", "email", "message"])
    expect(keys(fields[2].row, 1)).toEqual(["name", "email", "message"])
  })
})
