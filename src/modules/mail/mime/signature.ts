import { isLegalText } from "./legal-notices"
import { isRule, tidy } from "./quote-text"
import { DISCLAIMER, THANKS, isClosing, isSignOff } from "./sign-offs"
import { firstWithText, isSentence, isShortBlock, withText } from "./text-blocks"
import type { TextLine } from "./text-lines"
import {
  isCardAtTheEnd,
  isCardBelowRule,
  isSignatureBlock,
  isVisitingCard,
} from "./visiting-cards"

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
  if (PGP_SIGNATURE.test(text)) {
    return at > first
  }
  if (DELIMITER.test(text)) {
    return at === first || isBelowDelimiter(lines, at, to)
  }
  if (DELIMITED_NAME.test(text)) {
    return at > first && withText(lines, at + 1, to).length <= 4 && !isItem(lines, at)
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
  if (at > first && isClosing(text)) {
    return isSignatureBlock(lines, at + 1, to)
  }
  if (at > first && THANKS.test(text)) {
    return isSignatureBlock(lines, at + 1, to) && isVisitingCard(lines, at + 1, to)
  }
  if (isCardAtTheEnd(lines, first, at, to)) {
    return true
  }
  return at > first && DISCLAIMER.test(text) && isLegalText(lines, at, to)
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
    /^\s*--\s?\S/.test(lines[near]?.text ?? "")
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

/** A footer speaks of a list, a link or an address, not to the reader. */
function isFooter(lines: readonly TextLine[], from: number, to: number): boolean {
  const texts = withText(lines, from, to)
  return (
    texts.some((text) => LIST_WORDS.test(text)) ||
    (texts.some((text) => /\S@\S|https?:\/\/|www\./i.test(text)) &&
      !texts.some(isSentence))
  )
}

/** RFC 4880 7. */
const PGP_SIGNATURE = /^-----BEGIN PGP SIGNATURE-----$/
const DELIMITER = /^--\s*$/
const DELIMITED_NAME =
  /^--\s?\p{Lu}[\p{L}'’.-]{1,20}(?: (?:\p{Ll}{2,3} ){0,2}\p{Lu}[\p{L}'’.-]{0,20}){0,2}$/u
const LIST_WORDS = /mailing list|unsubscribe|listinfo|@lists?\.|googlegroups/i
const LONGEST_SIGNATURE = 15
const LONGEST_FOOTER = 20
