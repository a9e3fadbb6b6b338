/**
 * The content of a part, gathered while postal-mime walks over it and decoded at once. Its own
 * decoders give the same bytes line by line, by way of strings and a Blob: most of the time it
 * takes to read a mail with a picture.
 */
export class PlainBytes {
  protected readonly pieces: Uint8Array[] = []

  update(piece: Uint8Array): void {
    this.pieces.push(piece, LINE_FEED)
  }

  async finalize(): Promise<ArrayBuffer> {
    return arrayBufferOf(Buffer.concat(this.pieces))
  }
}

/** Base64 (RFC 2045, 6.8). Whatever is no letter of it is left out. */
export class Base64Bytes extends PlainBytes {
  override async finalize(): Promise<ArrayBuffer> {
    const text = Buffer.concat(this.pieces).toString("latin1")
    return arrayBufferOf(decodeBase64(text))
  }
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

const LINE_FEED = Buffer.from("\n")
/** Node takes the letters of base64url for letters too; in a mail they are noise. */
const OTHER_ALPHABET = /[-_]/
const OTHER_ALPHABETS = /[-_]/g
const PADDING_INSIDE = /=[^=]*[A-Za-z0-9+/]/
