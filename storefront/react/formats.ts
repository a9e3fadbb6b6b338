/** @param iso a time in ISO 8601 */
export const dayOf = (iso: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(new Date(iso))

export const momentOf = (iso: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(iso)
  )

/** @param amount in whole units, as Medusa keeps it: 12.5 is twelve and a half */
export const moneyOf = (amount: number, currency: string, locale: string) =>
  new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount)
