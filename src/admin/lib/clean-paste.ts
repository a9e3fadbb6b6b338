/**
 * HTML from the clipboard without what Word and Outlook put around it. What the editor has no place
 * for it drops by itself; here goes what would come through as text: conditional comments, style
 * sheets, and the bullets that Word writes as letters.
 */
export const cleanPaste = (html: string): string =>
  wordLists(
    html
      // Word's own comments, and the list bullets it hides from others in `<![if !supportLists]>`.
      .replace(/<!--\[if [^]*?<!\[endif\]-->/gi, "")
      .replace(/<!\[if !supportLists\]>[^]*?<!\[endif\]>/gi, "")
      .replace(/<!--[^]*?-->/g, "")
      .replace(/<!\[[^\]]*\]>/g, "")
      .replace(/<(style|script|xml|title|head)\b[^]*?<\/\1\s*>/gi, "")
      .replace(/<\/?(?:o|v|w|m|st1):[a-z][^>]*>/gi, "")
      // A picture of another computer's disk, or one too large for a text.
      .replace(/<img\b[^>]*\bsrc=["'](?:file|data|blob):[^>]*>/gi, "")
      .replace(/&nbsp;/g, " ")
  )

/** Word writes a list as paragraphs of the class MsoListParagraph. */
function wordLists(html: string): string {
  return html.replace(
    /(?:<p\b[^>]*\bclass=["']?MsoListParagraph[^>]*>[^]*?<\/p>\s*)+/gi,
    (paragraphs) => {
      const items = [...paragraphs.matchAll(/<p\b([^>]*)>([^]*?)<\/p>/gi)]
      const isNumbered = /^\s*(?:<[^>]*>\s*)*(?:\d+|[a-z])[.)]/i.test(items[0]?.[2] ?? "")
      const tag = isNumbered ? "ol" : "ul"

      return `<${tag}>${items
        .map(([, , text]) => `<li><p>${withoutBullet(text)}</p></li>`)
        .join("")}</${tag}>`
    }
  )
}

const withoutBullet = (text: string) =>
  text.replace(
    /^((?:\s|<[^>]*>)*)(?:[·•o§-]|(?:\d{1,3}|[a-z])[.)])(?=[\s<])(?:\s)*/i,
    "$1"
  )

/** Whether a paste is words rather than a picture: Excel and Word offer both. */
export const hasWords = (html: string): boolean =>
  html
    .replace(/<(style|script|xml|head)\b[^]*?<\/\1\s*>/gi, "")
    .replace(/<!--[^]*?-->/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .trim() !== ""
