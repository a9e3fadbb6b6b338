import type { HtmlMark } from "./html-marks"
import { TextLine, isQuoted } from "./text-lines"

/** The lines a browser would show, and for every token of the HTML the line it is on. */
export type HtmlLines = { lines: TextLine[]; tokens: HtmlToken[] }

type HtmlToken = {
  kind: "text" | "open" | "close" | "void"
  tag: string
  source: string
  line: number
}

/**
 * Walks sanitised HTML (and nothing else: it relies on balanced tags and escaped
 * attributes) and lays its text out in lines. Linear, no tree.
 */
export function htmlLines(html: string): HtmlLines {
  const layout = new Layout()
  for (const token of tokensOf(html)) {
    layout.add(token)
  }
  return { lines: layout.finish(), tokens: layout.tokens }
}

/** The text of sanitised HTML. */
export function htmlToText(lines: TextLine[]): string {
  return lines
    .map((line) => (line.quoted ? `> ${line.text}` : line.text))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/** Tags taken out one by one: for HTML too deep or too large to be laid out. */
export function roughHtmlToText(html: string): string {
  return withoutCode(html.slice(0, LONGEST_ROUGH))
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]{0,200}>/gi, "\n")
    .replace(/<[^<>]{0,2000}>/g, "")
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ROUGH_ENTITIES[name])
    .replace(/[^\S\n]+/g, " ")
    .replace(/\n\s+/g, "\n")
    .trim()
}

function withoutCode(html: string): string {
  const kept: string[] = []
  let at = 0
  CODE.lastIndex = 0
  for (let match = CODE.exec(html); match; match = CODE.exec(html)) {
    kept.push(html.slice(at, match.index))
    const end = html.indexOf(`</${match[1]}`, CODE.lastIndex)
    at = end < 0 ? html.length : end
    CODE.lastIndex = at
    if (end < 0) {
      break
    }
  }
  kept.push(html.slice(at))
  return kept.join("")
}

/** The same HTML without the lines that are not kept; elements left empty go too. */
export function cutHtml(tokens: HtmlToken[], keeps: (line: number) => boolean): string {
  const output: string[] = []
  const open: { at: number; filled: boolean }[] = []
  for (const token of tokens) {
    if (token.kind === "open") {
      open.push({ at: output.length, filled: false })
      output.push(token.source)
    } else if (token.kind === "close") {
      const element = open.pop()
      if (element && !element.filled && token.tag !== "td" && token.tag !== "th") {
        output.length = element.at
      } else {
        output.push(token.source)
      }
      if (element?.filled && open.length > 0) {
        open[open.length - 1].filled = true
      }
    } else if (keeps(token.line)) {
      output.push(token.source)
      if (open.length > 0 && (token.kind === "void" || /\S/.test(token.source))) {
        open[open.length - 1].filled = true
      }
    }
  }
  return withoutBlankEnds(output).join("")
}

function withoutBlankEnds(pieces: string[]): string[] {
  const isBlank = (piece: string) => piece.trim() === "" || piece === "<br />"
  let from = 0
  let to = pieces.length
  while (from < to && isBlank(pieces[from])) {
    from++
  }
  while (to > from && isBlank(pieces[to - 1])) {
    to--
  }
  return pieces.slice(from, to)
}

class Layout {
  readonly tokens: HtmlToken[] = []
  private readonly lines: TextLine[] = []
  private readonly open: { tag: string; mark: HtmlMark | null }[] = []
  private text = ""
  private empty = true
  private quotes = 0
  private preformatted = 0
  private history = false

  add(token: HtmlToken): void {
    if (token.kind === "text") {
      this.addText(token)
    } else if (token.kind === "open") {
      this.openTag(token)
    } else if (token.kind === "close") {
      this.closeTag(token)
    } else {
      this.addVoid(token)
    }
  }

  finish(): TextLine[] {
    this.endLine()
    return this.lines
  }

  private addText(token: HtmlToken): void {
    const text = unescape(token.source)
    if (this.preformatted > 0 && text.includes("\n")) {
      this.addPreformatted(token)
      return
    }
    this.push(token)
    const collapsed = text.replace(/[ \t\r\n\f]+/g, " ")
    this.text +=
      this.text === "" || this.text.endsWith(" ") ? collapsed.trimStart() : collapsed
    this.empty = this.empty && !/\S/.test(collapsed)
  }

  private addPreformatted(token: HtmlToken): void {
    const parts = token.source.split("\n")
    parts.forEach((part, index) => {
      const last = index === parts.length - 1
      this.push({ ...token, source: last ? part : `${part}\n` })
      this.text += unescape(part)
      this.empty = false
      if (!last) {
        this.endLine()
      }
    })
  }

  private openTag(token: HtmlToken): void {
    const block = BLOCKS.has(token.tag)
    const mark = markIn(token.source)
    if (block) {
      this.breakLine(PARAGRAPHS.has(token.tag))
    }
    // Inside a quote it is the history of what is quoted already.
    if (mark === "history" && !this.history && this.quotes === 0) {
      this.breakLine(false)
      this.history = true
    }
    this.push(token)
    this.open.push({ tag: token.tag, mark })
    this.quotes += mark === "quote" ? 1 : 0
    this.preformatted += token.tag === "pre" ? 1 : 0
    if (token.tag === "li") {
      this.text = "* "
    } else if ((token.tag === "td" || token.tag === "th") && this.text !== "") {
      this.text += this.text.endsWith(" ") ? "" : " "
    }
  }

  private closeTag(token: HtmlToken): void {
    const block = BLOCKS.has(token.tag)
    if (block) {
      this.breakLine(false)
    }
    const element = this.open.pop()
    this.quotes -= element?.mark === "quote" ? 1 : 0
    if (block) {
      this.breakLine(PARAGRAPHS.has(token.tag))
    }
    this.push(token)
    this.preformatted -= element?.tag === "pre" ? 1 : 0
  }

  private addVoid(token: HtmlToken): void {
    if (token.tag === "hr") {
      this.breakLine(false)
      this.history = this.history || markIn(token.source) === "history"
      this.push(token)
      this.endLine()
      return
    }
    this.push(token)
    if (token.tag === "br") {
      this.endLine()
    } else if (token.tag === "img") {
      const emoji = /\balt="(\p{Extended_Pictographic}[^"]{0,6})"/u.exec(token.source)
      this.text += emoji ? emoji[1] : ""
      this.empty = this.empty && !emoji
    }
  }

  private push(token: HtmlToken): void {
    token.line = this.lines.length
    this.tokens.push(token)
  }

  /** Ends a line that has something on it; a paragraph also leaves a blank line. */
  private breakLine(paragraph: boolean): void {
    if (!this.empty) {
      this.endLine()
    } else {
      this.text = ""
    }
    const last = this.lines[this.lines.length - 1]
    if (paragraph && last && last.text !== "") {
      this.endLine()
    }
  }

  private endLine(): void {
    this.lines.push({
      text: this.text.trimEnd(),
      quoted: this.quotes > 0 || isQuoted(this.text),
      mark: this.markHere(),
    })
    this.text = ""
    this.empty = true
  }

  private markHere(): HtmlMark | null {
    if (this.history) {
      return "history"
    }
    for (let at = this.open.length - 1; at >= 0; at--) {
      const { mark } = this.open[at]
      if (mark !== null && mark !== "quote") {
        return mark
      }
    }
    return null
  }
}

function* tokensOf(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    if (html[at] !== "<") {
      const end = html.indexOf("<", at)
      const source = html.slice(at, end < 0 ? html.length : end)
      yield { kind: "text", tag: "", source, line: 0 }
      at += source.length
      continue
    }
    const close = html.indexOf(">", at)
    const source = html.slice(at, close < 0 ? html.length : close + 1)
    yield tagToken(source)
    at += source.length
  }
}

function tagToken(source: string): HtmlToken {
  const tag = /^<\/?([a-z][a-z0-9]*)/.exec(source)?.[1] ?? ""
  const kind = source.startsWith("</") ? "close" : VOIDS.has(tag) ? "void" : "open"
  return { kind, tag, source, line: 0 }
}

function markIn(source: string): HtmlMark | null {
  const mark = /\sdata-mail="(quote|attribution|header|history|signature)"/.exec(source)
  return mark ? (mark[1] as HtmlMark) : null
}

function unescape(text: string): string {
  const plain = text.includes("&")
    ? text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name])
    : text
  return plain.includes("\u00a0") ? plain.replace(/\u00a0/g, " ") : plain
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' }
const ROUGH_ENTITIES: Record<string, string> = { ...ENTITIES, nbsp: " ", "#39": "'" }
const CODE = /<(script|style|title)\b/gi
const LONGEST_ROUGH = 1_000_000
const VOIDS = new Set(["br", "hr", "img", "wbr", "col"])
const PARAGRAPHS = new Set("p h1 h2 h3 h4 h5 h6 ul ol dl pre blockquote table".split(" "))
const BLOCKS = new Set(
  (
    "address article aside blockquote caption center dd div dl dt figcaption figure footer h1 " +
    "h2 h3 h4 h5 h6 header li main ol p pre section table tbody tfoot thead tr ul"
  ).split(" ")
)
