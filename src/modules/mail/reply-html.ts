import { MedusaError } from "@medusajs/framework/utils"
import { compile } from "html-to-text"
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
      "The text is too long or too complex to be sent as HTML. Switch to plain text, or send it as a file"
    )
  }
  return { html, text: textOf(html) }
}

/** The plain alternative of safe HTML: lists, links and quotes stay what they are. */
export const textOf = (html: string): string => toText(html).trim()

const toText = compile({
  wordwrap: false,
  limits: { maxInputLength: 2_000_000 },
  selectors: [
    {
      selector: "a",
      options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["<", ">"] },
    },
    { selector: "img", format: "skip" },
    { selector: "ul", options: { itemPrefix: "- " } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
      selector,
      options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 },
    })),
    { selector: "table", options: { uppercaseHeaderCells: false } },
  ],
})
