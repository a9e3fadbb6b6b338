import { HtmlLines, cutHtml, htmlLines, roughHtmlToText } from "./html-lines"
import { sanitizeHtml } from "./sanitize-html"
import { LineRole, SplitLines, splitLines } from "./split-lines"
import { TextLine, textLines } from "./text-lines"

export type ReplyParts = { reply: string; signature: string; quoted: string }

/** A message body cut in three, with what was learnt on the way. */
export type SplitBody = ReplyParts & {
  /** The same cut in the HTML, for bodies that have one. */
  reply_html: string | null
  /** The body passes another mail on; nothing was cut. */
  is_forward: boolean
}

/**
 * Separates what a person wrote now from their signature and from quoted history. Given
 * `html`, its markup guides the cut and the parts are still plain text; given both, the
 * wording is the text part's. Linear in the size of its input, never throws.
 */
export function splitReply(body: { text?: string; html?: string }): ReplyParts {
  const text = body.text === undefined ? null : body.text.replace(/\r\n?/g, "\n")
  const sanitized = body.html === undefined ? null : sanitizeHtml(body.html)
  const layout = sanitized?.html ? htmlLines(sanitized.html) : null
  const rough =
    sanitized?.too_complex && text === null ? roughHtmlToText(body.html ?? "") : text
  const { reply, signature, quoted } = splitBody(rough, layout)
  return { reply, signature, quoted }
}

/** {@link splitReply} for HTML that has been sanitised and laid out already. */
export function splitBody(text: string | null, html: HtmlLines | null): SplitBody {
  const plain =
    text !== null && (html === null || /\S/.test(text)) ? fromText(text) : null
  if (html === null) {
    return { ...(plain ?? fromText("")), reply_html: null }
  }
  const rich = fromHtml(html)
  return plain ? agreed(plain, rich, html) : rich
}

type TextSplit = Omit<SplitBody, "reply_html"> & { lines: TextLine[]; split: SplitLines }

function fromText(text: string): TextSplit {
  const lines = textLines(text)
  const split = splitLines(lines)
  return { ...partsOf(lines, split), is_forward: split.forward !== null, lines, split }
}

function fromHtml(html: HtmlLines): TextSplit & { reply_html: string } {
  const split = splitLines(html.lines)
  return {
    ...partsOf(html.lines, split),
    is_forward: split.forward !== null,
    reply_html: cutHtml(html.tokens, (line) => split.roles[line] === "reply"),
    lines: html.lines,
    split,
  }
}

/**
 * One answer from a text and an HTML part of the same message. They say the same, so when
 * one kept what the other knows for history it missed a quote, and the shorter reply is
 * the right one for both.
 */
function agreed(
  plain: TextSplit,
  rich: TextSplit & { reply_html: string },
  html: HtmlLines
): SplitBody {
  if (isPlaceholder(plain, rich)) {
    return rich
  }
  const plainLetters = letters(`${plain.reply}${plain.signature}`)
  const richLetters = letters(`${rich.reply}${rich.signature}`)
  if (richLetters !== "" && missedQuote(plainLetters, richLetters, rich.quoted)) {
    const parts = partsOf(plain.lines, cutAfter(plain, richLetters.length))
    return { ...parts, is_forward: plain.is_forward, reply_html: rich.reply_html }
  }
  if (plainLetters !== "" && missedQuote(richLetters, plainLetters, plain.quoted)) {
    const lines = cutAfter(rich, plainLetters.length)
    const reply_html = cutHtml(html.tokens, (line) => lines.roles[line] === "reply")
    return { ...plain, reply_html }
  }
  const quoted = withHistory(plain.quoted, rich.quoted)
  return { ...plain, quoted, reply_html: rich.reply_html }
}

/** "Your program cannot show HTML", and nothing of what the HTML says. */
function isPlaceholder(plain: TextSplit, rich: TextSplit): boolean {
  const said = letters(plain.reply)
  return (
    said.length < LONGEST_PLACEHOLDER &&
    /\bhtml\b/i.test(plain.reply) &&
    letters(rich.reply) !== "" &&
    !letters(rich.reply).includes(said)
  )
}

/** Whether what one part kept beyond the other is what the other took for history. */
function missedQuote(longer: string, shorter: string, history: string): boolean {
  const more = longer.length - shorter.length
  return more > 2 && longer.startsWith(shorter) && letters(history).length * 2 >= more
}

/** Programs leave the quote out of the text part; what is cut from the HTML must not be
 * lost with it. */
function withHistory(plain: string, rich: string): string {
  const isThere = letters(plain).length * 2 >= letters(rich).length
  return isThere ? plain : [plain, rich].filter((text) => text !== "").join("\n\n")
}

/** The split with everything after so many letters of the kept text made history. */
function cutAfter(part: TextSplit, count: number): SplitLines {
  let seen = 0
  const roles = part.lines.map((line, at): LineRole => {
    if (part.split.roles[at] === "quoted" || seen >= count) {
      return "quoted"
    }
    seen += letters(shownText(line)).length
    return part.split.roles[at]
  })
  return { roles, shared: part.split.shared, forward: null }
}

function partsOf(lines: readonly TextLine[], split: SplitLines): ReplyParts {
  const taken: Record<LineRole, string[]> = { reply: [], signature: [], quoted: [] }
  lines.forEach((line, at) => {
    const text = shownText(line)
    if (split.shared?.line === at) {
      taken.reply.push(text.slice(0, split.shared.column))
      taken.quoted.push(text.slice(split.shared.column))
    } else {
      taken[split.roles[at]].push(text)
    }
  })
  return {
    reply: joined(taken.reply),
    signature: joined(taken.signature),
    quoted: joined(taken.quoted),
  }
}

/** Quoted lines of HTML get the `>` that text has. */
function shownText(line: TextLine): string {
  return line.quoted && !/^ {0,2}[>\uff1e]/.test(line.text) ? `> ${line.text}` : line.text
}

function joined(lines: string[]): string {
  const ends = lines.map((line) => (/\s$/.test(line) ? line.trimEnd() : line))
  let from = 0
  let to = ends.length
  while (from < to && ends[from].trim() === "") {
    from++
  }
  while (to > from && ends[to - 1].trim() === "") {
    to--
  }
  const kept = ends
    .slice(from, to)
    .filter((line, at, all) => line !== "" || all[at - 1] !== "" || all[at - 2] !== "")
  return kept.join("\n")
}

function letters(text: string): string {
  return text.replace(/[\s>*_\u00a0\u200b]+/g, "")
}

const LONGEST_PLACEHOLDER = 300
