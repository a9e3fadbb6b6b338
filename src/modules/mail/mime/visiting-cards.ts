import { noticeIn } from "./legal-notices"
import { tidy } from "./quote-text"
import { THANKS, isClosing, isSignOff } from "./sign-offs"
import { isSentence, isShortBlock, withText } from "./text-blocks"
import type { TextLine } from "./text-lines"

/** A name, and below it how to reach the person: "Thanks" alone may stand above anything. */
export function isVisitingCard(
  lines: readonly TextLine[],
  from: number,
  to: number
): boolean {
  const [name, ...rest] = withText(lines, from, to)
  return NAME.test(name) && rest.some((text) => CONTACT.test(text))
}

/** A rule with a blank line or a closing formula above, and below it names, titles and how
 * to reach the person: no words, no prices. */
export function isCardBelowRule(
  lines: readonly TextLine[],
  first: number,
  at: number,
  to: number
): boolean {
  const above = at > first ? tidy(lines[at - 1].text) : ""
  const apart = above === "" || isClosing(above) || THANKS.test(above)
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
export function isCardAtTheEnd(
  lines: readonly TextLine[],
  first: number,
  at: number,
  to: number
): boolean {
  if (!NAME.test(tidy(lines[at].text)) || !isParagraphAfterSentence(lines, first, at)) {
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
    !card.includes(DELIMITER) &&
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

/**
 * The lines after a closing formula: more than a name, and like a visiting card. Companies
 * add what the law asks of them, register and directors and notices, to a page and more:
 * then no line speaks to the reader, and one says how to reach them.
 */
export function isSignatureBlock(
  lines: readonly TextLine[],
  from: number,
  to: number
): boolean {
  const notice = noticeIn(lines, from, to, LONGEST_COMPANY_SIGNATURE)
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

/** "Order 1042", "Größe: XL": what the shop has to know, wherever it stands. */
function isAboutAnOrder(text: string): boolean {
  return /[\d:#]/.test(text) && ABOUT_AN_ORDER.test(text)
}

const NAME = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,4},?$/u
const CONTACT =
  /\S@\S+\.\S|https?:|www\.|^(?:tel|phone|mobile?|cell|fax|handy|telefon|tél|m|t|p)\b.{0,12}\d{3}|^\+?[\d\s()/.-]{7,}$/i
const WEB_SITE = /https?:|\bwww\.|^[\w-]+(?:\.[\w-]+)+$/i
const ABOUT_AN_ORDER =
  /(?<!\p{L})(?:order|invoice|tracking|parcel|customer (?:no|number|id)|article|item|sku|size|colou?r|bestell|auftrag|rechnung|sendung|paket|kundennummer|artikel|größe|farbe|commande|facture|colis|taille|couleur|pedido|factura|talla|encomenda|fatura|ordine|fattura|taglia|bestelling|factuur|maat|ordre|zamówieni|objednáv|заказ)\p{L}*\.?(?: |:|#|-|$)/iu
const PRICE = /[€$£¥]|\b(?:EUR|USD|GBP|CHF)\b|\d[.,]\d{2}(?!\d)/
/** Below it stands a signature of its own. */
const DELIMITER = "--"
const LONGEST_CARD_LINE = 80
const LONGEST_SIGNATURE = 15
const LONGEST_COMPANY_SIGNATURE = 40
const LONGEST_FOOTER = 20
