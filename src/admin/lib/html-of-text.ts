import { escapeHtml, lineBreaks } from "../../modules/helpdesk/domain/fill-text"

/** Plain text as paragraphs for the editor. */
export const htmlOfText = (text: string): string =>
  text.trim()
    ? text
        .split(/\n{2,}/)
        .map((paragraph) => `<p>${lineBreaks(escapeHtml(paragraph))}</p>`)
        .join("")
    : ""
