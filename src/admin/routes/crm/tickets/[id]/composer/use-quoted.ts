import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { quoteMessage } from "../../../../../lib/quote-message"
import { useQuote } from "./quote-context"

/** Hands over what is quoted in the conversation, once. */
export function useQuoted(
  onQuote: (quote: { html: string; text: string }) => void
): void {
  const { t, i18n } = useTranslation("crmDesk")
  const { quoted, quote } = useQuote()

  useEffect(() => {
    if (quoted) {
      const { from, created_at } = quoted

      onQuote(
        quoteMessage(
          quoted,
          t("composer.wrote", {
            name: from.name || from.email,
            date: new Date(created_at).toLocaleString(i18n.language),
          })
        )
      )
      quote(null)
    }
  }, [quoted])
}
