/** Where the secret of a mail stands in its text: whoever looks into the outbox reads this. */
export const SECRET_MARK = "••••••"

/** What a sealed secret is tied to: it opens in no other mail. */
export const secretPlace = (reference: string, referenceId: string) =>
  `outbound_mail|${reference}|${referenceId}`

export const withSecret = (text: string, secret: string): string =>
  text.replaceAll(SECRET_MARK, () => secret)
