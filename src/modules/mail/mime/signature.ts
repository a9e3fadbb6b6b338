import { isRule, tidy } from "./quote-text"
import { CLOSING, DISCLAIMER, THANKS, isSignOff } from "./sign-offs"
import type { TextLine } from "./text-lines"

/**
 * Where in `lines[from..to)` the signature begins; `to` when there is none. A signature
 * is what a program or a habit sets apart: after a "-- " line or a rule, in a signature
 * element, a device's sign-off, a list's footer, a visiting card at the end, a closing
 * formula above a block of titles and numbers. A thank you and a name typed at the end
 * are part of what was said.
 */
export function signatureStart(
  lines: readonly TextLine[],
  from: number,
  to: number
): number {
  const first = firstWithText(lines, from, to)
  for (let at = first; at < to; at++) {
    const text = tidy(lines[at].text)
    if (text === "" || lines[at].quoted) {
      continue
    }
    if (beginsSignature(lines, at, first, to, text)) {
      return at
    }
  }
  return to
}

function beginsSignature(
  lines: readonly TextLine[],
  at: number,
  first: number,
  to: number,
  text: string
): boolean {
  if (lines[at].mark === "signature") {
    return true
  }
  if (DELIMITER.test(text)) {
    return at === first || isBelowDelimiter(lines, at, to)
  }
  if (DELIMITED_NAME.test(text)) {
    return (
      at > first &&
      withText(lines, at + 1, to).length <= 4 &&
      !isItem(lines, at) &&
      (text.startsWith("--") || isParagraphAfterSentence(lines, first, at))
    )
  }
  if (isSignOff(text)) {
    return at > first && standsApart(lines, at, to)
  }
  if (/^_{2,}$/.test(text) && isShortBlock(lines, at + 1, to, LONGEST_FOOTER)) {
    return isFooter(lines, at + 1, to) || isCardBelowRule(lines, first, at, to)
  }
  if (at > first && (isRule(text) || /^-{3,}$/.test(text))) {
    return isCardBelowRule(lines, first, at, to)
  }
  if (at > first && CLOSING.test(text)) {
    return isSignatureBlock(lines, at + 1, to)
  }
  if (at > first && THANKS.test(text)) {
    return isSignatureBlock(lines, at + 1, to) && isVisitingCard(lines, at + 1, to)
  }
  if (NAME.test(text) && isCardAtTheEnd(lines, first, at, to)) {
    return true
  }
  return at > first && DISCLAIMER.test(text) && isLegalText(lines, at, to)
}

/** A name, and below it how to reach the person: "Thanks" alone may stand above anything. */
function isVisitingCard(lines: readonly TextLine[], from: number, to: number): boolean {
  const [name, ...rest] = withText(lines, from, to)
  return NAME.test(name) && rest.some((text) => CONTACT.test(text))
}

/** A rule with a blank line or a closing formula above, and below it names, titles and how
 * to reach the person: no words, no prices. */
function isCardBelowRule(
  lines: readonly TextLine[],
  first: number,
  at: number,
  to: number
): boolean {
  const above = at > first ? tidy(lines[at - 1].text) : ""
  const apart = above === "" || CLOSING.test(above) || THANKS.test(above)
  return (
    at > first &&
    apart &&
    isShortBlock(lines, at + 1, to, LONGEST_FOOTER) &&
    isCard(withText(lines, at + 1, to), 1)
  )
}

/**
 * Names and titles with two ways to reach the person, one of them a web site, below the
 * last sentence. A customer who gives her address or telephone has no web site in it.
 */
function isCardAtTheEnd(
  lines: readonly TextLine[],
  first: number,
  at: number,
  to: number
): boolean {
  if (!isParagraphAfterSentence(lines, first, at)) {
    return false
  }
  const texts = withText(lines, at, to)
  return isCard(texts, 2) && texts.some((text) => WEB_SITE.test(text))
}

function isCard(texts: string[], contacts: number): boolean {
  const card = texts.filter((text) => !isSignOff(text))
  return (
    card.length > contacts &&
    card.length <= LONGEST_SIGNATURE &&
    card.every((text) => text.length <= LONGEST_CARD_LINE && !isSentence(text)) &&
    !card.some((text) => PRICE.test(text) || isAboutAnOrder(text)) &&
    !CONTACT.test(card[0]) &&
    card.filter((text) => CONTACT.test(text)).length >= contacts
  )
}

/** Below a blank line, above which a sentence or a word ends and no list is announced. */
function isParagraphAfterSentence(
  lines: readonly TextLine[],
  first: number,
  at: number
): boolean {
  if (at <= first || tidy(lines[at - 1].text) !== "") {
    return false
  }
  let above = at - 1
  while (above > first && tidy(lines[above].text) === "") {
    above--
  }
  return /[.!?)\]…。！？\p{Extended_Pictographic}]$/u.test(tidy(lines[above].text))
}

/** Only such notices follow to the end, or what belongs to a signature. */
function isLegalText(lines: readonly TextLine[], from: number, to: number): boolean {
  const above = tidy(lines[from - 1].text)
  return (
    (above === "" || isRule(above) || isSignOff(above)) &&
    isShortBlock(lines, from, to, LONGEST_NOTICE) &&
    paragraphs(lines, from, to).every(
      (text) => DISCLAIMER.test(text) || isSignOff(text) || !isSentence(text)
    )
  )
}

function paragraphs(lines: readonly TextLine[], from: number, to: number): string[] {
  const found: string[] = []
  let open = false
  for (let at = from; at < to; at++) {
    const text = tidy(lines[at].text)
    if (text === "" || isRule(text)) {
      open = false
    } else if (open) {
      found[found.length - 1] += ` ${text}`
    } else {
      found.push(text)
      open = true
    }
  }
  return found
}

/** A sign-off ends a mail or has a line to itself; inside a paragraph it is cited. */
function standsApart(lines: readonly TextLine[], at: number, to: number): boolean {
  const above = tidy(lines[at - 1].text)
  const apart = above === "" || isSignOff(above) || DELIMITER.test(above)
  return (
    isShortBlock(lines, at + 1, to, LONGEST_SIGNATURE) &&
    (apart || withText(lines, at + 1, to).every(isSignOff))
  )
}

/** One of several lines that begin with dashes. */
function isItem(lines: readonly TextLine[], at: number): boolean {
  return [at - 2, at - 1, at + 1, at + 2].some((near) =>
    /^\s*--?\s?[^\s-]/.test(lines[near]?.text ?? "")
  )
}

/** "-- " with its space is the delimiter of RFC 3676 4.3; two dashes alone may as well
 * part two paragraphs, so what follows has to stand right below or look like a name. */
function isBelowDelimiter(lines: readonly TextLine[], at: number, to: number): boolean {
  if (!isShortBlock(lines, at + 1, to, LONGEST_SIGNATURE)) {
    return false
  }
  const [name = ""] = withText(lines, at + 1, to).filter((text) => !DELIMITER.test(text))
  const joined = at + 1 < to && tidy(lines[at + 1].text) !== ""
  return /-- $/.test(lines[at].text) || joined || (name.length <= 60 && !isSentence(name))
}

/**
 * The lines after a closing formula: more than a name, and like a visiting card. Companies
 * add what the law asks of them, register and directors and notices, to a page and more:
 * then no line speaks to the reader, and one says how to reach them.
 */
function isSignatureBlock(lines: readonly TextLine[], from: number, to: number): boolean {
  const notice = noticeIn(lines, from, to)
  const texts = withText(lines, from, notice, LONGEST_COMPANY_SIGNATURE).filter(
    (text) => !isSignOff(text)
  )
  const isLong = texts.length > LONGEST_SIGNATURE || notice < to
  return (
    texts.length >= 2 &&
    texts.length <= LONGEST_COMPANY_SIGNATURE &&
    texts.slice(0, 4).every((text) => text.length <= 100 && !isSentence(text)) &&
    !texts.some((text) => /^p\.? ?s\b/i.test(text) || isAboutAnOrder(text)) &&
    (!isLong || (!texts.some(isSentence) && texts.some((text) => CONTACT.test(text))))
  )
}

/** Where the legal notices begin that follow to the end, `to` where none do. */
function noticeIn(lines: readonly TextLine[], from: number, to: number): number {
  let count = 0
  for (let at = from; at < to && count <= LONGEST_COMPANY_SIGNATURE; at++) {
    const text = tidy(lines[at].text)
    count += text === "" ? 0 : 1
    if (DISCLAIMER.test(text) && isLegalText(lines, at, to)) {
      return at
    }
  }
  return to
}

/** "Order 1042", "Größe: XL": what the shop has to know, wherever it stands. */
function isAboutAnOrder(text: string): boolean {
  return /[\d:#]/.test(text) && ABOUT_AN_ORDER.test(text)
}

/** Words to the reader, not a name, a title or a number. */
function isSentence(text: string): boolean {
  if (/[?？]$|[。！，]/.test(text)) {
    return true
  }
  const words = text.split(/\s+/)
  const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length
  return (
    words.length >= 4 &&
    lower * 2 > words.length &&
    !/\S@\S|https?:|www\.|\d{5}/.test(text)
  )
}

/** A footer speaks of a list, a link or an address, not to the reader. */
function isFooter(lines: readonly TextLine[], from: number, to: number): boolean {
  const texts = withText(lines, from, to)
  return (
    texts.some((text) => LIST_WORDS.test(text)) ||
    (texts.some((text) => /\S@\S|https?:\/\/|www\./i.test(text)) &&
      !texts.some(isSentence))
  )
}

function isShortBlock(
  lines: readonly TextLine[],
  from: number,
  to: number,
  most: number
): boolean {
  let count = 0
  for (let at = from; at < to; at++) {
    const text = tidy(lines[at].text)
    count += text === "" ? 0 : 1
    if (count > most) {
      return false
    }
  }
  return true
}

function withText(
  lines: readonly TextLine[],
  from: number,
  to: number,
  most = LONGEST_FOOTER
): string[] {
  const texts: string[] = []
  for (let at = from; at < to && texts.length <= most; at++) {
    const text = tidy(lines[at].text)
    if (text !== "" && !isRule(text)) {
      texts.push(text)
    }
  }
  return texts
}

function firstWithText(lines: readonly TextLine[], from: number, to: number): number {
  let at = from
  while (at < to && tidy(lines[at].text) === "") {
    at++
  }
  return at
}

const NAME = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,4},?$/u
const CONTACT =
  /\S@\S+\.\S|https?:|www\.|^(?:tel|phone|mobile?|cell|fax|handy|telefon|tél|m|t|p)\b.{0,12}\d{3}|^\+?[\d\s()/.-]{7,}$/i
const DELIMITER = /^--\s*$/
const DELIMITED_NAME =
  /^(?:--\s?|-(?!-))\p{Lu}[\p{L}'’.-]{1,20}(?: (?:\p{Ll}{2,3} ){0,2}\p{Lu}[\p{L}'’.-]{0,20}){0,2}$/u
const LIST_WORDS = /mailing list|unsubscribe|listinfo|@lists?\.|googlegroups/i
const WEB_SITE = /https?:|\bwww\.|^[\w-]+(?:\.[\w-]+)+$/i
const ABOUT_AN_ORDER =
  /(?<!\p{L})(?:order|invoice|tracking|parcel|customer (?:no|number|id)|article|item|sku|size|colou?r|bestell|auftrag|rechnung|sendung|paket|kundennummer|artikel|größe|farbe|commande|facture|colis|taille|couleur|pedido|factura|talla|encomenda|fatura|ordine|fattura|taglia|bestelling|factuur|maat|ordre|zamówieni|objednáv|заказ)\p{L}*\.?(?: |:|#|-|$)/iu
const PRICE = /[€$£¥]|\b(?:EUR|USD|GBP|CHF)\b|\d[.,]\d{2}(?!\d)/
const LONGEST_CARD_LINE = 80
const LONGEST_SIGNATURE = 15
const LONGEST_COMPANY_SIGNATURE = 40
const LONGEST_FOOTER = 20
const LONGEST_NOTICE = 80
