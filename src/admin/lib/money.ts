export const money = (amount: number, currencyCode: string, language: string): string =>
  new Intl.NumberFormat(language, { style: "currency", currency: currencyCode }).format(
    amount
  )
