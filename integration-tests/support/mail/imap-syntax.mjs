/**
 * The grammar of IMAP4rev1 (RFC 3501, section 9), as far as a server needs it.
 *
 * Commands and answers are handled as latin1 strings, one character per byte, so that nothing a
 * mail contains is changed on its way.
 */

/** Reads a socket line by line, and byte by byte where a literal is announced. */
export class CommandReader {
  #chunks = []
  #length = 0
  #ended = false
  #wake = () => {}

  /** @param {import("node:net").Socket} socket */
  constructor(socket) {
    socket.on("data", (chunk) => {
      this.#chunks.push(chunk)
      this.#length += chunk.length
      this.#wake()
    })
    socket.on("close", () => {
      this.#ended = true
      this.#wake()
    })
  }

  /** The next line without its CRLF; null when the client has gone. */
  async line() {
    for (let searched = 0; ;) {
      const all = this.#joined()
      const end = all.indexOf(0x0a, searched)
      if (end >= 0) {
        return this.#take(end + 1)
          .toString("latin1")
          .replace(/\r?\n$/, "")
      }
      searched = all.length
      if (!(await this.#more())) return null
    }
  }

  /** @param {number} count */
  async bytes(count) {
    while (this.#length < count) {
      if (!(await this.#more())) return null
    }
    return this.#take(count)
  }

  #joined() {
    if (this.#chunks.length !== 1) this.#chunks = [Buffer.concat(this.#chunks)]
    return this.#chunks[0]
  }

  #take(count) {
    const all = this.#joined()
    this.#chunks = [all.subarray(count)]
    this.#length -= count
    return Buffer.from(all.subarray(0, count))
  }

  async #more() {
    const before = this.#length
    while (!this.#ended && this.#length === before) {
      await new Promise((resolve) => (this.#wake = resolve))
    }
    return this.#length > before
  }
}

/**
 * Reads one command with its literals.
 * @returns {Promise<{ tag: string, name: string, args: Token[] } | null>} null when the client left
 */
export async function readCommand(reader, say) {
  const pieces = []
  for (;;) {
    const line = await reader.line()
    if (line === null) return null
    const literal = /~?\{(\d+)(\+?)\}$/.exec(line)
    pieces.push(literal ? line.slice(0, literal.index) : line)
    if (!literal) break
    if (!literal[2]) say("+ Go ahead\r\n")
    const bytes = await reader.bytes(Number(literal[1]))
    if (bytes === null) return null
    pieces.push(bytes)
  }
  const [tag, name = "", ...args] = tokenize(pieces)
  return { tag: String(tag ?? "*"), name: String(name).toUpperCase(), args }
}

/** @typedef {string | Buffer | null | Token[]} Token an atom or string, a literal, NIL, a list */

/** @param {(string | Buffer)[]} pieces */
export function tokenize(pieces) {
  const root = []
  const open = [root]
  const add = (token) => open.at(-1).push(token)

  for (const piece of pieces) {
    if (Buffer.isBuffer(piece)) {
      add(piece)
      continue
    }
    for (let at = 0; at < piece.length;) {
      const character = piece[at]
      if (character === " ") at++
      else if (character === "(") {
        const list = []
        add(list)
        open.push(list)
        at++
      } else if (character === ")") {
        if (open.length === 1) throw new SyntaxError("Unexpected )")
        open.pop()
        at++
      } else if (character === '"') {
        const end = endOfQuoted(piece, at)
        add(piece.slice(at + 1, end).replace(/\\(.)/g, "$1"))
        at = end + 1
      } else {
        const end = endOfAtom(piece, at)
        const atom = piece.slice(at, end)
        add(atom.toUpperCase() === "NIL" ? null : atom)
        at = end
      }
    }
  }
  if (open.length > 1) throw new SyntaxError("A list is not closed")
  return root
}

function endOfQuoted(line, start) {
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === "\\") at++
    else if (line[at] === '"') return at
  }
  throw new SyntaxError("A quoted string is not closed")
}

/** `BODY[HEADER.FIELDS (FROM)]<0.5>` is one atom: brackets keep together what they hold. */
function endOfAtom(line, start) {
  let inBrackets = false
  for (let at = start; at < line.length; at++) {
    if (line[at] === "[") inBrackets = true
    else if (line[at] === "]") inBrackets = false
    else if (!inBrackets && /[ ()"]/.test(line[at])) return at === start ? at + 1 : at
  }
  return line.length
}

/** @param {Token} token */
export const textOf = (token) =>
  Buffer.isBuffer(token) ? token.toString("latin1") : String(token ?? "")

/** An astring of an answer: quoted where that is allowed, a literal otherwise. */
export function quote(text) {
  if (text === null || text === undefined) return "NIL"
  if (/[^\x20-\x7e]/.test(text)) return `{${text.length}}\r\n${text}`
  return `"${text.replace(/["\\]/g, "\\$&")}"`
}

/** Lists that follow each other without a space, as the parts of a multipart do. */
export class Concatenated {
  constructor(lists) {
    this.lists = lists
  }
}

/** @param {unknown} value numbers, strings, null and nested arrays */
export function serialize(value) {
  if (Array.isArray(value)) return `(${value.map(serialize).join(" ")})`
  if (value instanceof Concatenated) return value.lists.map(serialize).join("")
  return typeof value === "number" ? String(value) : quote(value)
}

/**
 * The numbers of a sequence set as ranges, `*` being the largest one there is.
 * @param {string} set e.g. `1:3,7,9:*`
 * @returns {[from: number, to: number][]}
 */
export function rangesOf(set, largest) {
  return set.split(",").map((range) => {
    const [from, to = from] = range
      .split(":")
      .map((end) => (end === "*" ? largest : Number(end)))
    if (!Number.isInteger(from) || !Number.isInteger(to)) {
      throw new SyntaxError(`Not a sequence set: ${set}`)
    }
    return from <= to ? [from, to] : [to, from]
  })
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")

/** @param {Date} date as INTERNALDATE writes it */
export function internalDate(date) {
  const two = (number) => String(number).padStart(2, "0")
  const day = String(date.getUTCDate()).padStart(2, " ")
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two)
  return `"${day}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()} ${time.join(":")} +0000"`
}

/** Reads `17-Jul-2026` and ` 7-Jul-2026 02:44:25 +0200`; a day alone is that day in UTC. */
export function dateOf(text) {
  const parts = /^\s*(\d{1,2})-(\w{3})-(\d{4})(?: (\d\d:\d\d:\d\d) ([+-]\d{4}))?$/.exec(
    text
  )
  if (!parts) throw new SyntaxError(`Not a date: ${text}`)
  const [, day, month, year, time = "00:00:00", zone = "+0000"] = parts
  return new Date(`${day} ${month} ${year} ${time} ${zone}`)
}
