/**
 * The content of a part, gathered while postal-mime walks over it and decoded at once. Its own
 * decoders work line by line, by way of strings and a Blob: most of the time it takes to read
 * a mail with a picture. And they make every line end a line feed: a file that was sent as
 * text would not be the one that was sent.
 */
export class PlainBytes {
  private readonly pieces: Uint8Array[] = []
  private lineEnd: Uint8Array = new Uint8Array(0)
  private nextLineEnd: Uint8Array | null = null

  /** Announces a line that ends so: a piece, or the boundary. */
  endsWith(lineEnd: Uint8Array): void {
    this.nextLineEnd = lineEnd
  }

  update(piece: Uint8Array): void {
    this.pieces.push(this.lineEnd, piece)
    this.lineEnd = this.nextLineEnd ?? this.lineEnd
    this.nextLineEnd = null
  }

  /** The line end above a boundary belongs to the boundary (RFC 2046, 5.1.1). */
  async finalize(): Promise<ArrayBuffer> {
    const isBoundaryBelow = this.nextLineEnd !== null
    const pieces = isBoundaryBelow ? this.pieces : [...this.pieces, this.lineEnd]
    return arrayBufferOf(this.decode(Buffer.concat(pieces)))
  }

  protected decode(content: Buffer): Buffer {
    return content
  }
}

/** Base64 (RFC 2045, 6.8). Whatever is no letter of it is left out. */
class Base64Bytes extends PlainBytes {
  protected override decode(content: Buffer): Buffer {
    return decodeBase64(content.toString("latin1"))
  }
}

/** Quoted-printable (RFC 2045, 6.7). What is no escape is taken as it stands. */
class QuotedPrintableBytes extends PlainBytes {
  protected override decode(content: Buffer): Buffer {
    return decodeQuotedPrintable(content)
  }
}

/** For the value of a Content-Transfer-Encoding. */
export function decoderOf(encoding: string): PlainBytes {
  if (/base64/i.test(encoding)) return new Base64Bytes()
  return /quoted-printable/i.test(encoding)
    ? new QuotedPrintableBytes()
    : new PlainBytes()
}

function decodeQuotedPrintable(content: Buffer): Buffer {
  const decoded = Buffer.allocUnsafe(content.length)
  let length = 0
  let from = 0
  for (let at = content.indexOf(EQUALS); at >= 0; at = content.indexOf(EQUALS, from)) {
    length += content.copy(decoded, length, from, at)
    const byte = escapedByte(content, at)
    const softBreak = byte >= 0 ? at : endOfSoftBreak(content, at)
    if (byte >= 0) {
      decoded[length++] = byte
      from = at + 3
    } else if (softBreak > at) {
      from = softBreak
    } else {
      decoded[length++] = EQUALS
      from = at + 1
    }
  }
  length += content.copy(decoded, length, from)
  return decoded.subarray(0, length)
}

/** Negative when no two hexadecimal digits follow the equals sign. */
function escapedByte(content: Buffer, at: number): number {
  return at + 2 < content.length ? (HEX[content[at + 1]] << 4) | HEX[content[at + 2]] : -1
}

/** Behind the line end that follows an equals sign, blanks between them or not; `at` where
 * none does. */
function endOfSoftBreak(content: Buffer, at: number): number {
  let end = at + 1
  while (end < content.length && BLANKS.includes(content[end])) {
    end++
  }
  return end >= content.length ? end : content[end] === LF ? end + 1 : at
}

function decodeBase64(text: string): Buffer {
  const letters = OTHER_ALPHABET.test(text) ? text.replace(OTHER_ALPHABETS, "") : text
  if (!PADDING_INSIDE.test(letters)) return Buffer.from(letters, "base64")
  // Some mailers pad every line: each is a unit of its own, and the next begins anew.
  const units = letters.split(/=+/)
  return Buffer.concat(units.map((unit) => Buffer.from(unit, "base64")))
}

function arrayBufferOf(bytes: Buffer): ArrayBuffer {
  const own = new ArrayBuffer(bytes.length)
  new Uint8Array(own).set(bytes)
  return own
}

const EQUALS = 0x3d
const LF = 0x0a
const BLANKS = [0x20, 0x09, 0x0d]
/** The value of a hexadecimal digit by its code; any other is negative. */
const HEX = new Int8Array(256).fill(-1)
for (const [value, digit] of [..."0123456789abcdef"].entries()) {
  HEX[digit.charCodeAt(0)] = value
  HEX[digit.toUpperCase().charCodeAt(0)] = value
}
/** Node takes the letters of base64url for letters too; in a mail they are noise. */
const OTHER_ALPHABET = /[-_]/
const OTHER_ALPHABETS = /[-_]/g
const PADDING_INSIDE = /=[^=]*[A-Za-z0-9+/]/
