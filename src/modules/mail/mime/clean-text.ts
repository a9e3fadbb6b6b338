/**
 * Text that a database and a browser accept: no NUL (Postgres refuses it in `text` and
 * `jsonb`) and no lone surrogates (no UTF-8 can carry them).
 */
export function cleanText(text: string): string {
  if (!UNSTORABLE.test(text)) {
    return text
  }
  return text
    .replace(/\0/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, "\ufffd")
    .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
}

/** {@link cleanText} on one line: line breaks and control characters become a space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(CONTROLS, " ").trim()
}

/** Bodies: `\n` line ends, no control characters but tab and line feed. */
export function cleanBody(text: string): string {
  const clean = cleanText(text)
  return BODY_CONTROLS.test(clean)
    ? clean.replace(/\r\n?/g, "\n").replace(BODY_CONTROLS_ALL, "")
    : clean
}

const UNSTORABLE = /[\0\ud800-\udfff]/
const CONTROLS = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g
const BODY_CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/
const BODY_CONTROLS_ALL = /[\u0000-\u0008\u000b-\u001f\u007f]/g
