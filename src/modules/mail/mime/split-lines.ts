import { endOfBanner } from "./banners"
import { QuoteHeader, quoteHeaderAt } from "./quote-headers"
import { isRule, tidy } from "./quote-text"
import { separatorAt } from "./separators"
import { signatureStart } from "./signature"
import type { TextLine } from "./text-lines"

export type LineRole = "reply" | "signature" | "quoted"

export type SplitLines = {
  /** One for every line. */
  roles: LineRole[]
  /** A line that is the person's own up to this column, and quoted from there. */
  shared: { line: number; column: number } | null
  /** The line where a mail that is passed on begins; then nothing is cut. */
  forward: number | null
}

/**
 * Which lines a person wrote now, which sign the mail and which are earlier mail.
 *
 * Only what surely is history is taken away: what stands below the last thing the person
 * wrote, and one quote with its attribution above an answer. A mail that answers between
 * quoted lines keeps those it answers. Where the rules are not sure, the line stays.
 */
export function splitLines(lines: readonly TextLine[]): SplitLines {
  const view = new QuoteView(lines)
  const { headers, historyFrom, forward } = findHeaders(view)
  if (forward !== null) {
    return { roles: lines.map(() => "reply"), shared: null, forward }
  }
  const quoted = quotedLines(view, headers)
  const end = withoutRuleAbove(view, historyFrom?.start ?? lines.length)
  const roles = assignRoles(view, blocksOf(view, quoted, headers, end), end)
  if (!view.quoted[view.next(0)]) {
    fill(roles, 0, endOfBanner(view.texts.slice(0, end)), "signature")
  }
  const shared =
    historyFrom && historyFrom.column > 0
      ? { line: historyFrom.start, column: historyFrom.column }
      : sharedLine(headers, roles)
  if (shared === null && isAllHidden(view, roles)) {
    // A person who adds nothing is rare; one who writes into the quoted text is not.
    return { roles: lines.map(() => "reply"), shared: null, forward: null }
  }
  return { roles, shared, forward: null }
}

function isAllHidden(view: QuoteView, roles: LineRole[]): boolean {
  return (
    roles.includes("quoted") &&
    !roles.some((role, at) => role === "reply" && !view.blank[at])
  )
}

/** The lines with what is asked of them again and again worked out once. */
class QuoteView {
  readonly texts: string[]
  readonly blank: boolean[]
  readonly quoted: boolean[]
  private readonly nextText: Int32Array

  constructor(readonly lines: readonly TextLine[]) {
    this.texts = lines.map((line) => line.text)
    this.blank = lines.map((line) => tidy(line.text) === "")
    this.quoted = lines.map((line) => line.quoted)
    this.joinBrokenLines()
    this.nextText = new Int32Array(lines.length + 1)
    this.nextText[lines.length] = lines.length
    for (let at = lines.length - 1; at >= 0; at--) {
      this.nextText[at] = this.blank[at] ? this.nextText[at + 1] : at
    }
  }

  /** The first line from here on that has text. */
  next(at: number): number {
    return this.nextText[Math.min(at, this.lines.length)]
  }

  quotedAfter = (at: number): boolean => {
    const next = this.next(at)
    return next < this.lines.length && this.quoted[next]
  }

  /** Quoted lines that were wrapped on the way have lost their `>` from there on. */
  private joinBrokenLines(): void {
    for (let at = 1; at < this.lines.length - 1; at++) {
      if (this.quoted[at - 1] && !this.quoted[at] && this.quoted[at + 1]) {
        const text = this.texts[at].trim()
        this.quoted[at] =
          BROKEN_LINK.test(text) || isWrapped(this.texts[at - 1].trimEnd(), text)
      }
    }
  }
}

/** The line above had no room for the next word, and the sentence goes on. */
function isWrapped(above: string, text: string): boolean {
  const word = text.indexOf(" ") < 0 ? text.length : text.indexOf(" ")
  return (
    /^\p{Ll}/u.test(text) &&
    !/[.!?:;]$/.test(above) &&
    above.length + 1 + word > WRAP_COLUMN
  )
}

type FoundHeaders = {
  /** Attributions with the quoted lines they introduce. */
  headers: QuoteHeader[]
  /** The header from which on everything is history. */
  historyFrom: { start: number; column: number } | null
  forward: number | null
}

function findHeaders(view: QuoteView): FoundHeaders {
  const headers: QuoteHeader[] = []
  const length = view.lines.length
  for (let at = view.next(0); at < length; at = view.next(at + 1)) {
    if (view.quoted[at]) {
      if (headers.length === 0 && beginsQuotedForward(view, at)) {
        return { headers, historyFrom: null, forward: at }
      }
      continue
    }
    const header = quoteHeaderAt(view.texts, at, view.quotedAfter)
    if (header?.kind === "forward" && headers.length === 0) {
      return { headers, historyFrom: null, forward: at }
    }
    if (header && header.kind !== "forward" && view.quotedAfter(header.end)) {
      headers.push(header)
      at = header.end - 1
    } else if (header) {
      return { headers, historyFrom: header, forward: null }
    } else if (beginsHistory(view, at)) {
      return { headers, historyFrom: { start: at, column: 0 }, forward: null }
    } else if (view.lines[at].mark === "attribution") {
      const end = endOfMark(view, at)
      headers.push({ kind: "attribution", start: at, end, column: 0 })
      at = end - 1
    }
  }
  return { headers, historyFrom: null, forward: null }
}

function beginsHistory(view: QuoteView, at: number): boolean {
  const { mark } = view.lines[at]
  return mark === "history" || (mark === "header" && LABEL.test(tidy(view.texts[at])))
}

/** Apple Mail quotes what it forwards: "> Begin forwarded message:". */
function beginsQuotedForward(view: QuoteView, at: number): boolean {
  const first = at === 0 || !view.quoted[at - 1]
  const text = tidy(view.texts[at].replace(/^ {0,2}> ?/, ""))
  return first && separatorAt(text, at)?.kind === "forward"
}

function endOfMark(view: QuoteView, start: number): number {
  let end = start + 1
  while (end < view.lines.length && view.lines[end].mark === "attribution") {
    end++
  }
  return end
}

/** Quoted lines, the attributions above them and the blank lines between. */
function quotedLines(view: QuoteView, headers: QuoteHeader[]): boolean[] {
  const quoted = [...view.quoted]
  for (const header of headers) {
    const until = Math.min(view.next(header.end), view.lines.length)
    for (let at = header.start; at < until; at++) {
      quoted[at] = true
    }
  }
  for (let at = 0; at < quoted.length; at++) {
    if (view.blank[at] && at > 0 && quoted[at - 1]) {
      const next = view.next(at)
      const inside = next < quoted.length && quoted[next]
      for (; at < next && inside; at++) {
        quoted[at] = true
      }
    }
  }
  return quoted
}

function withoutRuleAbove(view: QuoteView, start: number): number {
  if (start >= view.lines.length) {
    return start
  }
  let at = start - 1
  while (at >= 0 && view.blank[at]) {
    at--
  }
  return at >= 0 && isRule(tidy(view.texts[at])) && !view.quoted[at] ? at : start
}

type Block = { quoted: boolean; start: number; end: number }

function assignRoles(view: QuoteView, blocks: Block[], end: number): LineRole[] {
  const roles: LineRole[] = view.lines.map((_, at) => (at < end ? "reply" : "quoted"))
  let own = lastOwn(blocks, blocks.length)
  while (own >= 0) {
    const { start, end: stop } = blocks[own]
    const signature = signatureStart(view.lines, start, stop)
    const isWhole = signature <= view.next(start)
    if (isWhole && own === 0) {
      // Nothing stands above it: then it is what the person says, wherever they typed it.
      break
    }
    fill(roles, signature, stop, "signature")
    if (!isWhole) {
      break
    }
    // All of it is a signature: what the person wrote is further up.
    own = lastOwn(blocks, own)
  }
  const only = blocks.filter((block) => block.quoted).length === 1
  for (let at = 0; at < blocks.length; at++) {
    if (blocks[at].quoted && isHistory(view, blocks, at, own, only)) {
      fill(roles, blocks[at].start, blocks[at].end, "quoted")
    }
  }
  return roles
}

/** Runs of the person's own lines and of quoted ones; an attribution begins a new run. */
function blocksOf(
  view: QuoteView,
  quoted: boolean[],
  headers: QuoteHeader[],
  end: number
): Block[] {
  const starts = new Set(headers.map((header) => header.start))
  const blocks: Block[] = []
  for (let at = view.next(0); at < end;) {
    const start = at
    do {
      at++
    } while (at < end && quoted[at] === quoted[start] && !starts.has(at))
    if (view.next(start) < at) {
      blocks.push({ quoted: quoted[start], start, end: at })
    }
  }
  return blocks
}

function lastOwn(blocks: Block[], before: number): number {
  let at = before - 1
  while (at >= 0 && blocks[at].quoted) {
    at--
  }
  return at
}

/** Whether a quoted block is history rather than a line the person answers. */
function isHistory(
  view: QuoteView,
  blocks: Block[],
  at: number,
  own: number,
  only: boolean
): boolean {
  const block = blocks[at]
  const attributed = !view.quoted[view.next(block.start)]
  if (at > own) {
    const aboveHistory = at === own + 1 && blocks[at + 1]?.quoted === true
    return attributed || own < 0 || !(aboveHistory || isExample(view, blocks, at))
  }
  return only && (attributed || at === 0)
}

/** A few lines with `>` under "I typed:" are the person's own doing. */
function isExample(view: QuoteView, blocks: Block[], at: number): boolean {
  const { start, end } = blocks[at]
  const texts = view.texts
    .slice(start, end)
    .filter((_, line) => !view.blank[start + line])
  const above = view.blank[start - 1] ? start - 2 : start - 1
  return texts.length <= 3 && above >= 0 && /[:：]\s*$/.test(view.texts[above])
}

function sharedLine(headers: QuoteHeader[], roles: LineRole[]): SplitLines["shared"] {
  const header = headers.find(
    ({ column, start }) => column > 0 && roles[start] === "quoted"
  )
  return header ? { line: header.start, column: header.column } : null
}

function fill(roles: LineRole[], from: number, to: number, role: LineRole): void {
  for (let at = from; at < to; at++) {
    roles[at] = role
  }
}

const LABEL = /^[\p{L}\p{M}][\p{L}\p{M}.’' ]{0,28}[:：]/u
/** A piece of an address of the web: one long word with the marks such have. */
const BROKEN_LINK = /^(?=\S*[/_=&?%])\(?\S{8,}\s*>?$/
/** Mail is wrapped at 76 or 78 columns; shorter lines were broken by a person. */
const WRAP_COLUMN = 74
