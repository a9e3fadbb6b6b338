import { tidy } from "./quote-text"

/**
 * Where the warning ends that mail servers put above mail from other companies: "CAUTION:
 * This email originated from outside of the organization. Do not click links ...". 0 when
 * there is none, or nothing stands below it. A label of who may read the mail and the head of
 * a text signed with PGP (RFC 4880 7) are no words of the person's either.
 */
export function endOfBanner(texts: readonly string[]): number {
  const start = texts.findIndex((text) => tidy(text) !== "")
  const end = start < 0 ? 0 : endOfMachineLines(texts, start)
  return texts.slice(end).some(hasText) ? end : 0
}

function endOfMachineLines(texts: readonly string[], start: number): number {
  const first = tidy(texts[start]).slice(0, LONGEST_LINE)
  const below = nextBlank(texts, start)
  if (first === PGP_HEAD) {
    return below
  }
  if (READERS_LABEL.test(first)) {
    return below === start + 1 ? below : 0
  }
  return isWarning(texts.slice(start, below)) ? below : 0
}

/** The first blank line from here on, or the end. */
function nextBlank(texts: readonly string[], from: number): number {
  let at = from
  while (at < texts.length && hasText(texts[at])) {
    at++
  }
  return at
}

function isWarning(banner: readonly string[]): boolean {
  if (banner.length > MOST_LINES) {
    return false
  }
  const lines = banner.map((text) => tidy(text).slice(0, LONGEST_LINE))
  const whole = lines.join(" ")
  return WARNS.test(lines[0]) && OUTSIDE.test(whole) && ADVICE.test(whole)
}

function hasText(text: string): boolean {
  return tidy(text) !== ""
}

const PGP_HEAD = "-----BEGIN PGP SIGNED MESSAGE-----"
/** "[AMD Official Use Only - General]", "Classification: Internal" */
const READERS_LABEL =
  /^\[[^\]]{0,40}\b(?:use only|public use|confidential|internal)\b[^\]]{0,40}\]$|^(?:classification|sensitivity): ?(?:public|internal|general|confidential|restricted)[\w -]{0,20}$/i
const WARNS =
  /^[^\p{L}]*(?:external|caution|warning|attention|be careful|this (?:e-?mail|message)|you don['’]t often|achtung|vorsicht|warnung|extern|diese (?:e-?mail|nachricht)|ce (?:message|courriel|mail)|avertissement|atención|precaución|atenção|attenzione|let op|deze (?:e-?mail|mail))/iu
const OUTSIDE =
  /\bexternal\b|outside (?:of )?(?:the|your|our|this|my)\b|you don['’]t often get email from|\bextern|außerhalb|extérieur|\bexterne\b|fuera de|fora da|all['’]esterno|\besterna?\b|van buiten/iu
const ADVICE =
  /\bclick|\blinks?\b|attachments?|learn why this is important|klicken|anhäng|anlagen|cliqu|pièces? jointes?|adjuntos?|enlaces?|clique|anexos?|\bclic|allegat|klik|bijlagen?/iu
const MOST_LINES = 6
const LONGEST_LINE = 400
