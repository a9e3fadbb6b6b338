type FrameOptions = {
  /** Pictures of the mail itself: content id without brackets -> a blob: or data: address. */
  pictures: ReadonlyMap<string, string>
  /** The agent asked for the pictures that lie on other servers. */
  showRemote: boolean
  /** A mail that brings no colours of its own takes on the dark ones of the page. */
  isDark: boolean
}

/** The server leaves a remote picture as `data-src`, so that opening a mail tells nobody. */
const REMOTE = /(<img\b[^>]*?\s)data-src(=["']https:)/gi
const EMBEDDED = /(<img\b[^>]*?\s)src=(["'])cid:([^"'>]*)\2/gi

/** In a tag: words of the text are no colours. */
const OWN_COLOURS = /<style\b|<[^>]*\b(?:bgcolor|color|background(?:-color)?)\s*[=:]/i

const LIGHT = `
:root { color-scheme: light }
html, body { background: #fff; color: #18181b }
`
/** Medusa's dark component surface; the links of the browser's dark scheme are readable on it. */
const DARK = `
:root { color-scheme: dark }
html, body { background: #2c2c2f; color: #e4e4e7 }
a { color: #8ab4f8 }
`
const STYLE = `
html, body { height: auto !important; min-height: 0 !important }
body { margin: 0; padding: 16px; font: 14px/1.5 Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere }
img { max-width: 100%; height: auto }
table { max-width: 100% }
pre { white-space: pre-wrap }
blockquote { margin: 0 0 0 8px; padding-left: 12px; border-left: 2px solid #d4d4d8 }
`

export const hasOwnColours = (html: string): boolean => OWN_COLOURS.test(html)

export const hasRemotePictures = (html: string): boolean => html.search(REMOTE) >= 0

/**
 * A mail's HTML as a document of its own. The server has sanitised it; the policy here is the
 * second lock: nothing runs, nothing is sent anywhere, nothing is loaded unasked.
 */
export function frameDocument(
  html: string,
  { pictures, showRemote, isDark }: FrameOptions
): string {
  const sources = showRemote ? "data: blob: https:" : "data: blob:"
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src ${sources}; base-uri 'none'; form-action 'none'`

  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<base target="_blank">',
    `<style>${isDark && !hasOwnColours(html) ? DARK : LIGHT}${STYLE}</style></head><body>`,
    withEmbedded(showRemote ? html.replace(REMOTE, "$1src$2") : html, pictures),
    "</body></html>",
  ].join("")
}

const withEmbedded = (html: string, pictures: ReadonlyMap<string, string>): string =>
  html.replace(EMBEDDED, (_, before: string, quote: string, id: string) => {
    const address = pictures.get(contentId(id.replaceAll("&amp;", "&")))

    // Left as it is, the browser would try to load it and complain.
    return address
      ? `${before}src=${quote}${address}${quote}`
      : `${before}data-cid=${quote}${id}${quote}`
  })

/** RFC 2392: the address is the percent-encoded id without its angle brackets. */
export function contentId(id: string): string {
  const bare = id.trim().replace(/^<|>$/g, "")

  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}
