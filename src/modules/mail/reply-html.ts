import { MedusaError } from "@medusajs/framework/utils"
import { htmlLines, htmlToText } from "./mime/html-lines"
import { sanitizeHtml } from "./mime/sanitize-html"

/**
 * An agent's HTML as it may be kept and sent, with the plain text that goes beside it (K-11).
 * @throws INVALID_DATA when it is too large or too deeply nested to be checked
 */
export function readReplyHtml(source: string): { html: string; text: string } {
  const { html } = sanitizeHtml(source)

  if (html === null) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The text is too complex to be sent as HTML. Paste it as plain text"
    )
  }
  return { html, text: htmlToText(htmlLines(html).lines) }
}
