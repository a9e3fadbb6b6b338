/** What is known of the language a customer reads, the surest first. */
type Known = {
  /** BCP 47, as the storefront kept it with the order. */
  order_locale?: string | null
  /** ISO 3166-1 alpha-2 of the address the order goes to. */
  country_code?: string | null
  /** The shop's default. */
  store_locale?: string | null
}

/**
 * The customer's locale, in BCP 47: the order's own, else the language most people of the country
 * speak (CLDR's likely subtags), else the shop's. Null when nothing is known.
 */
export const customerLocale = ({
  order_locale,
  country_code,
  store_locale,
}: Known): string | null =>
  canonical(order_locale) ?? localeOfCountry(country_code) ?? canonical(store_locale)

function localeOfCountry(code: string | null | undefined): string | null {
  if (!code || !/^[a-z]{2}$/i.test(code)) {
    return null
  }
  const { language, region } = new Intl.Locale(`und-${code}`).maximize()

  // An invented country has no language: CLDR answers English then, which is a guess.
  return language && region && language !== "und" && region === code.toUpperCase()
    ? `${language}-${region}`
    : null
}

function canonical(tag: string | null | undefined): string | null {
  try {
    return tag ? Intl.getCanonicalLocales(tag.replace(/_/g, "-"))[0] : null
  } catch {
    return null
  }
}
