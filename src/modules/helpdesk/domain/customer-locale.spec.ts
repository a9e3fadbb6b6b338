import { customerLocale } from "./customer-locale"

describe("the language a customer reads", () => {
  it.each([
    [{ order_locale: "fr-FR", country_code: "de" }, "fr-FR"],
    [{ order_locale: "de_de" }, "de-DE"],
    [{ country_code: "de", store_locale: "en-US" }, "de-DE"],
    [{ country_code: "us" }, "en-US"],
    [{ country_code: "CH" }, "de-CH"],
    [{ order_locale: "not a locale", store_locale: "it-IT" }, "it-IT"],
    [{ country_code: "x1", order_locale: null }, null],
    [{}, null],
  ])("of %j is %s", (known, locale) => {
    expect(customerLocale(known)).toBe(locale)
  })
})
