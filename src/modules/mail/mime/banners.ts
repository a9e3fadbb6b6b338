import { tidy } from "./quote-text"

/**
 * Where the warning ends that mail servers put above mail from other companies: "CAUTION:
 * This email originated from outside of the organization. Do not click links ...". 0 when
 * there is none, or nothing stands below it.
 */
export function endOfBanner(texts: readonly string[]): number {
  const start = texts.findIndex((text) => tidy(text) !== "")
  if (start < 0 || !WARNS.test(tidy(texts[start]).slice(0, LONGEST_LINE))) {
    return 0
  }
  let end = start
  let banner = ""
  while (end < texts.length && end - start < MOST_LINES && tidy(texts[end]) !== "") {
    banner += ` ${tidy(texts[end]).slice(0, LONGEST_LINE)}`
    end++
  }
  const isWhole = tidy(texts[end] ?? "") === "" && texts.slice(end).some(hasText)
  return isWhole && OUTSIDE.test(banner) && ADVICE.test(banner) ? end : 0
}

function hasText(text: string): boolean {
  return tidy(text) !== ""
}

const WARNS =
  /^[^\p{L}]*(?:external|caution|warning|attention|be careful|this (?:e-?mail|message)|you don['’]t often|achtung|vorsicht|warnung|extern|diese (?:e-?mail|nachricht)|ce (?:message|courriel|mail)|avertissement|atención|precaución|atenção|attenzione|let op|deze (?:e-?mail|mail))/iu
const OUTSIDE =
  /\bexternal\b|outside (?:of )?(?:the|your|our|this|my)\b|you don['’]t often get email from|\bextern|außerhalb|extérieur|\bexterne\b|fuera de|fora da|all['’]esterno|\besterna?\b|van buiten/iu
const ADVICE =
  /\bclick|\blinks?\b|attachments?|learn why this is important|klicken|anhäng|anlagen|cliqu|pièces? jointes?|adjuntos?|enlaces?|clique|anexos?|\bclic|allegat|klik|bijlagen?/iu
const MOST_LINES = 6
const LONGEST_LINE = 400
