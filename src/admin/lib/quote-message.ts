import { escapeHtml, lineBreaks } from "../../modules/helpdesk/domain/fill-text"

/** Somebody's words below a line that says whose they are. */
export function quoteMessage(
  { body_text }: { body_text: string },
  intro: string
): { html: string; text: string } {
  const words = harmless(body_text.trim())

  return {
    html: [
      `<p>${escapeHtml(intro)}</p>`,
      `<blockquote>${words
        .split(/\n{2,}/)
        .map((paragraph) => `<p>${lineBreaks(escapeHtml(paragraph))}</p>`)
        .join("")}</blockquote>`,
      "<p></p>",
    ].join(""),
    text: `${intro}\n${words
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n")}\n\n`,
  }
}

/** What a customer wrote is no variable of ours, whatever it looks like. */
const harmless = (text: string) => text.replace(/\{\{/g, "{ {")
