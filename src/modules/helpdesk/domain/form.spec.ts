import { fillForm, formLocale, formProblem, localField, type Definition } from "./form"

const aForm = (changes: Partial<Definition> = {}): Definition => ({
  default_locale: "en",
  texts: { en: { title: "Contact" }, "de-AT": { title: "Kontakt" } },
  fields: [
    { key: "email", type: "email", required: true, texts: { en: { label: "E-mail" } } },
    { key: "subject", type: "text", required: false, texts: { en: { label: "About" } } },
    {
      key: "size",
      type: "choice",
      required: false,
      choices: ["s", "l"],
      texts: { en: { label: "Size", choices: { s: "Small" } } },
    },
    {
      key: "message",
      type: "long_text",
      required: true,
      texts: { en: { label: "Message" } },
    },
  ],
  ...changes,
})
const ANSWERS = { email: "mia@example.com", message: "Hello" }
const fill = (given: Record<string, unknown>, uploads: string[] = [], form = aForm()) =>
  fillForm(form, "en", given, uploads)

describe("the language of a form", () => {
  it.each([
    ["en", "en"],
    ["de-AT", "de-AT"],
    ["de", "de-AT"],
    ["de_AT", "de-AT"],
    ["EN-us", "en"],
    ["fr", "en"],
    [null, "en"],
  ])("for %s is %s", (wanted, locale) => {
    expect(formLocale(aForm(), wanted)).toBe(locale)
  })

  it("says in the default language what it does not say itself", () => {
    const { label, choices } = localField(aForm().fields[2], "de-AT", "en")

    expect(label).toBe("Size")
    expect(choices).toEqual([
      { value: "s", label: "Small" },
      { value: "l", label: "l" },
    ])
  })
})

describe("a form that was filled in", () => {
  it("is a ticket with subject, text and values", () => {
    expect(fill({ ...ANSWERS, subject: "My order", size: "s" })).toMatchObject({
      email: "mia@example.com",
      subject: "My order",
      body: "Hello\n\nE-mail: mia@example.com\nSize: Small",
      values: { size: { label: "Size", type: "choice", value: "s" } },
    })
  })

  it("without a subject is called as the form is", () => {
    expect(fill(ANSWERS)).toMatchObject({ subject: "Contact" })
  })

  it("takes nothing that was not asked for", () => {
    expect(fill({ ...ANSWERS, constructor: "x" })).toEqual({
      refused: `This form has no field "constructor"`,
    })
    expect(fill(ANSWERS, ["crmatt_1"])).toEqual({
      refused: "This form takes no files.",
    })
  })
})

describe("a form that cannot be saved", () => {
  it("has no title in its default language", () => {
    expect(formProblem(aForm({ default_locale: "fr" }))).toBe(
      `A form needs a title in "fr", its default language`
    )
  })

  it("asks for more than it allows", () => {
    const [email] = aForm().fields

    expect(formProblem(aForm({ fields: [{ ...email, min: 5, max: 2 }] }))).toBe(
      `Field "email" asks for at least 5 and at most 2`
    )
  })

  it("is no other", () => {
    expect(formProblem(aForm())).toBeNull()
  })
})
