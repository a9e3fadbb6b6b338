/**
 * What an HTML element is to a reply, told by the markup mail programs leave:
 * - `quote`: an earlier message, quoted
 * - `attribution`: the line that introduces a quote ("On ... wrote:")
 * - `header`: the fields of an earlier mail, when the text in it looks like one
 * - `history`: from here to the end everything is earlier mail
 * - `signature`: the sender's signature
 */
export type HtmlMark = "quote" | "attribution" | "header" | "history" | "signature"

export function markOf(tag: string, attributes: Record<string, string>): HtmlMark | null {
  const names =
    `${attributes.class ?? ""} ${attributes.id ?? ""} ${attributes.name ?? ""}`.toLowerCase()
  if (tag === "blockquote") {
    return isIndent(names, attributes) || isOfAPage(attributes) ? null : "quote"
  }
  if (names.length > 2) {
    for (const [pattern, mark] of MARKS) {
      if (pattern.test(names)) {
        return mark
      }
    }
  }
  if (
    attributes["data-signatureblock"] === "true" ||
    attributes["data-smartmail"] === "gmail_signature"
  ) {
    return "signature"
  }
  return OUTLOOK_HEADER.test(attributes.style ?? "") ? "header" : null
}

/** An indented paragraph, as the indent button of Gmail and Outlook makes it. */
function isIndent(names: string, attributes: Record<string, string>): boolean {
  return (
    attributes.type !== "cite" &&
    attributes.cite === undefined &&
    !/quote|cite/.test(names) &&
    /border\s*:\s*(?:none|medium none|0)/i.test(attributes.style ?? "")
  )
}

/** Words from a web page. Mail programs name the mail there: `cite="mid:..."`. */
function isOfAPage({ cite = "", type }: Record<string, string>): boolean {
  return type !== "cite" && /^https?:/i.test(cite)
}

/** The line that Outlook for Windows draws above From, Sent, To and Subject. */
const OUTLOOK_HEADER =
  /border-top\s*:\s*solid\s+#[0-9a-f]{6}\s+1\.0pt\s*;\s*padding\s*:\s*3\.0pt/i

/** Names are matched as words; Outlook puts `x_` before names inside what it quotes. */
const MARKS: [RegExp, HtmlMark][] = [
  // Gmail, Thunderbird, Roundcube, Airmail
  [
    /(?:^| )(?:x_)*(?:gmail_attr|moz-cite-prefix|quoteheader|reply-intro|airmail_on|missive_attr|gmail_quote_attribution|edo-meta)(?: |$)/,
    "attribution",
  ],
  // Outlook on the web, Outlook for Windows, Mac and mobile
  [
    /(?:^| )(?:x_)*(?:divrplyfwdmsg|mail-editor-reference-message-container|olk_src_body_section|isreplycontent|outlookmessageheader)(?: |$)/,
    "history",
  ],
  // Yahoo, AOL, Hotmail, Zimbra, Lotus, Infomaniak, Aliyun, NetEase: elements that hold
  // history without a blockquote.
  // Containers that hold an attribution and a blockquote are not named here: people answer
  // inside them, between the quotes.
  [
    /(?:^| )(?:yahoo_quoted|ydp\w*yahoo_quoted|aolreplacedbody|aol_replaced_body|stopspelling|zwchr|inoteshistory|edo-original|hmquote|ecxhmquote|replyforwardheader|ik_mail_quote|orimsghtmlseperator|ntes-mailmaster-quote)(?: |$)/,
    "history",
  ],
  [/(?:^| )yahoo_quoted_\d+(?: |$)/, "history"],
  [
    /(?:^| )(?:signature|messagesignaturesection|composer_signature|gmail_signature|moz-signature|protonmail_signature_block|ms-outlook-mobile-signature|yahoo_signature|tutanota_signature|front-signature|zimbra_signature|sh-signature|missive_signature|editorusersignature|gmail_signature_prefix)(?: |$)/,
    "signature",
  ],
]
