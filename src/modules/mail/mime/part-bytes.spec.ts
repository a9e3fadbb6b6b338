import PostalMime from "postal-mime"
import { decoderOf } from "./part-bytes"

describe("the content of a part", () => {
  it.each([
    ["in lines", "SGVsbG8s\nd29ybGQh"],
    ["padded on every line", "SGVsbG8=\nd29ybGQ=\nIQ=="],
    ["with noise between the letters", "SGVs*bG8s\n d29y-bG_Qh"],
    ["cut off within a unit", "SGVsbG8sd29"],
    ["that is empty", ""],
  ])("in base64, %s, has the bytes that postal-mime finds", async (_, text) => {
    expect(await decoded("base64", text)).toBe(await readByPostalMime(text))
  })

  it.each([
    ["escapes in either case", "gr=C3=bcn =3D", "gr\u00fcn ="],
    [
      "soft line ends, blanks behind them",
      "one=\r\n two= \t\r\n, three=",
      "one two, three",
    ],
    ["what is no escape", "a = b, 100 =XY, =", "a = b, 100 =XY, "],
    ["line ends as they are", "one\r\ntwo\nthree", "one\r\ntwo\nthree"],
  ])("in quoted-printable has %s", async (_, text, content) => {
    expect(await decoded("Quoted-Printable", text)).toBe(content)
  })

  it("without an encoding has its line ends as they are", async () => {
    const text = "one\r\ntwo\r\r\nthree\r\n"
    expect(await decoded("7bit", text)).toBe(text)
  })

  it("ends above the line end of the boundary", async () => {
    const decoder = decoderOf("7bit")
    decoder.endsWith(Buffer.from("\r\n"))
    decoder.update(Buffer.from("one"))
    decoder.endsWith(Buffer.from("\r\n"))
    expect(Buffer.from(await decoder.finalize()).toString()).toBe("one")
  })
})

/** Fed line by line, as a mail is. */
async function decoded(encoding: string, text: string): Promise<string> {
  const decoder = decoderOf(encoding)
  for (const [, line, end] of text.matchAll(/([^\r\n]*)(\r*\n|$)/g)) {
    if (line !== "" || end !== "") {
      decoder.endsWith(Buffer.from(end))
      decoder.update(Buffer.from(line))
    }
  }
  return Buffer.from(await decoder.finalize()).toString()
}

async function readByPostalMime(base64: string): Promise<string> {
  const head =
    "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n"
  const { attachments } = await PostalMime.parse(head + base64)
  const content = attachments[0]?.content ?? ""
  return Buffer.from(
    typeof content === "string" ? content : new Uint8Array(content)
  ).toString()
}
