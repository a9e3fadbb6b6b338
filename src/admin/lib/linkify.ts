export type TextPart = { text: string; href?: string }

const LINK = /\b(?:https?:\/\/|mailto:)[^\s<>"'`]+/gi
const TRAILING = /[.,;:!?)\]}»”’]+$/

/** Text cut into plain parts and links; only http, https and mailto ever become links. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0

  for (const match of text.matchAll(LINK)) {
    const href = withoutTrailing(match[0])

    if (!isLink(href)) {
      continue
    }
    if (match.index > from) {
      parts.push({ text: text.slice(from, match.index) })
    }
    parts.push({ text: href, href })
    from = match.index + href.length
  }
  if (from < text.length) {
    parts.push({ text: text.slice(from) })
  }
  return parts
}

/** The full stop that ends the sentence is not part of the address. */
function withoutTrailing(link: string): string {
  const cut = link.replace(TRAILING, "")
  // "https://en.wikipedia.org/wiki/Bean_(film)" keeps the bracket it opened itself.
  return link.startsWith(`${cut})`) && cut.includes("(") && !cut.includes(")")
    ? `${cut})`
    : cut
}

function isLink(href: string): boolean {
  try {
    return ["http:", "https:", "mailto:"].includes(new URL(href).protocol)
  } catch {
    return false
  }
}
