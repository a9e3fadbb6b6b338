import { deflateSync } from "node:zlib"

export type FileName = "zip.png" | "carton.png" | "scratch.png" | "invoice.pdf"

/** What people attach: drawn here, because a demo brings no photos of real things. */
export const attachedFile = (filename: FileName) => ({
  filename,
  content: filename === "invoice.pdf" ? invoice() : picture(COLOURS[filename]),
})

type Colour = [red: number, green: number, blue: number]
type Colours = { ground: Colour; thing: Colour; mark: Colour }

const COLOURS: Record<Exclude<FileName, "invoice.pdf">, Colours> = {
  "zip.png": { ground: [31, 111, 139], thing: [200, 205, 210], mark: [190, 60, 40] },
  "carton.png": { ground: [90, 90, 86], thing: [180, 140, 95], mark: [70, 50, 35] },
  "scratch.png": { ground: [58, 90, 64], thing: [196, 200, 196], mark: [230, 90, 70] },
}

const WIDTH = 480
const HEIGHT = 320

/** A thing across a ground, with the fault marked by a ring. */
function picture({ ground, thing, mark }: Colours): Buffer {
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const fromFault = Math.hypot(x - 310, y - 175)
      const onThing = Math.abs(y - 60 - x * 0.37) < 46
      const colour =
        fromFault > 44 && fromFault < 52
          ? mark
          : onThing && fromFault > 16
            ? thing
            : ground
      const light = 0.82 + (0.18 * (WIDTH - x + y)) / (WIDTH + HEIGHT)
      const at = y * (WIDTH * 3 + 1) + 1 + x * 3
      colour.forEach((part, index) =>
        rows.writeUInt8(Math.round(part * light), at + index)
      )
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Of the PNG specification; Node 20 has none of its own. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function invoice(): Buffer {
  const text =
    "BT /F1 22 Tf 60 760 Td (Nordwind Outfitters - Invoice) Tj 0 -40 Td /F1 12 Tf (4 x Tarn Backpack 38 l, regular) Tj 0 -20 Td (VAT number: missing) Tj ET"
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ]
  let pdf = "%PDF-1.4\n"
  const offsets = objects.map((object, index) => {
    const offset = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets
    .map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`)
    .join("")
  const size = objects.length + 1
  return Buffer.from(
    `${pdf}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`
  )
}
