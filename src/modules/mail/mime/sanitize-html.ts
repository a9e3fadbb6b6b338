import sanitize from "sanitize-html"
import { filterStyle } from "./filter-style"
import { markOf } from "./html-marks"

export type SanitizedHtml =
  { html: string; too_complex: false } | { html: null; too_complex: true }

/**
 * Mail HTML that can be shown: a strict allow list of tags and attributes, links only to
 * http(s), mailto and tel, styles by property.
 *
 * Nothing in the result loads anything: `cid:` images keep their `src` (they are parts of
 * the same mail), every other image has its address in `data-src` until the agent asks
 * for remote images. Quoted history and signatures carry `data-mail="quote"` and so on
 * ({@link HtmlMark}), so that a reader can fold them.
 *
 * HTML that is too large or too deeply nested is refused: the time of every sanitizer
 * grows with the square of the depth.
 */
export function sanitizeHtml(
  source: string,
  isPartOfMail: (contentId: string) => boolean = () => false
): SanitizedHtml {
  const lean = source.length > LARGEST_HTML ? withoutEmbeddedFiles(source) : source
  if (lean.length > LARGEST_HTML || isTooDeep(lean)) {
    return { html: null, too_complex: true }
  }
  const html = sanitize(lean, {
    ...OPTIONS,
    transformTags: {
      "*": (tag, attributes) => toHarmless(tag, attributes, isPartOfMail),
    },
  })
  return { html, too_complex: false }
}

function toHarmless(
  tagName: string,
  attributes: Record<string, string>,
  isPartOfMail: (contentId: string) => boolean
) {
  const attribs: Record<string, string> = {}
  for (const name in attributes) {
    if (KEPT_ATTRIBUTES.has(name)) {
      // Old browsers took a backtick for a quote, and checkers take any "on...=" for code.
      attribs[name] = attributes[name].replace(/[<>`=]+/g, " ")
    }
  }
  const style = attributes.style ? filterStyle(attributes.style) : ""
  if (style !== "") {
    attribs.style = style
  }
  const mark = markOf(tagName, attributes)
  if (mark) {
    attribs["data-mail"] = mark
  }
  if (tagName === "a") {
    addLink(attribs, attributes.href)
  }
  if (tagName === "img") {
    addImage(attribs, attributes.src, isPartOfMail)
  }
  return { tagName, attribs }
}

function addLink(attribs: Record<string, string>, href: string | undefined): void {
  const address = (href ?? "").trim()
  if (LINK.test(address) && !HIDDEN_CHARACTER.test(address)) {
    attribs.href = address.replace(/`/g, "%60")
    attribs.rel = "noopener noreferrer nofollow"
    attribs.target = "_blank"
  }
}

function addImage(
  attribs: Record<string, string>,
  src: string | undefined,
  isPartOfMail: (contentId: string) => boolean
): void {
  const address = (src ?? "").trim()
  if (/^cid:[^\s"'<>`]+$/i.test(address)) {
    attribs.src = `cid:${contentIdIn(address)}`
  } else if (/^https?:\/\//i.test(address) && !HIDDEN_CHARACTER.test(address)) {
    attribs["data-src"] = address.replace(/`/g, "%60")
  } else if (isPartOfMail(address)) {
    // Some programs name the part without the "cid:" scheme.
    attribs.src = `cid:${address}`
  }
}

/** `cid:` addresses are URLs, so their id may be escaped (RFC 2392). */
function contentIdIn(address: string): string {
  const id = address.slice(4)
  const plain = id.replace(/%([2-7][\da-f])/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16))
  )
  return /^[^\s"'<>`]+$/.test(plain) ? plain : id
}

/** Images written into the HTML itself are dropped anyhow, and make it large. */
function withoutEmbeddedFiles(source: string): string {
  return source.replace(/(["'])data:[^"']{1000,}\1/g, '""')
}

/**
 * Whether tags nest deeper than mail does. One pass, no tree: `<p>`, `<li>` and the like
 * close the one before them, as they do in HTML.
 */
function isTooDeep(source: string): boolean {
  const open: string[] = []
  TAG.lastIndex = 0
  for (let match = TAG.exec(source); match; match = TAG.exec(source)) {
    const tag = match[2].toLowerCase()
    if (VOID_TAGS.has(tag)) {
      continue
    }
    if (match[1] === "/") {
      const at = open.lastIndexOf(tag)
      if (at >= 0) {
        open.length = at
      }
    } else if (!(SELF_CLOSING_BY_NEXT.has(tag) && open[open.length - 1] === tag)) {
      open.push(tag)
      if (open.length > DEEPEST) {
        return true
      }
    }
  }
  return false
}

const LARGEST_HTML = 1_000_000
const DEEPEST = 1_500
const TAG = /<(\/?)([a-z][\w:-]*)/gi
const LINK = /^(?:https?:\/\/|mailto:|tel:)/i
const HIDDEN_CHARACTER = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e]/
const VOID_TAGS = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" ")
)
const SELF_CLOSING_BY_NEXT = new Set(
  "p li td th tr tbody thead tfoot dt dd option optgroup".split(" ")
)
const KEPT_ATTRIBUTES = new Set(
  (
    "align alt bgcolor border cellpadding cellspacing color colspan dir face height lang " +
    "rowspan size span start title valign width"
  ).split(" ")
)
const OPTIONS: sanitize.IOptions = {
  allowedTags: (
    "a abbr address article aside b bdi bdo big blockquote br caption center cite code col " +
    "colgroup dd del dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 " +
    "header hr i img ins kbd li main mark ol p pre q s samp section small span strike " +
    "strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr"
  ).split(" "),
  allowedAttributes: {
    "*": [...KEPT_ATTRIBUTES, "style", "data-mail"],
    a: ["href", "rel", "target"],
    img: ["src", "data-src"],
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesByTag: { img: ["cid"] },
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  parseStyleAttributes: false,
  nonTextTags: (
    "applet embed frameset iframe math noembed noframes noscript object option plaintext " +
    "script select style svg template textarea title xmp xml"
  ).split(" "),
}
