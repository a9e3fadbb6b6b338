import PostalMime from "postal-mime"
import { Base64Bytes, PlainBytes } from "./part-bytes"

describe("the content of a part", () => {
  it.each([
    ["in lines", "SGVsbG8s\nd29ybGQh"],
    ["padded on every line", "SGVsbG8=\nd29ybGQ=\nIQ=="],
    ["with noise between the letters", "SGVs*bG8s\n d29y-bG_Qh"],
    ["cut off within a unit", "SGVsbG8sd29"],
    ["that is empty", ""],
  ])("in base64, %s, has the bytes that postal-mime finds", async (_, text) => {
    const bytes = new Base64Bytes()
    text.split("\n").forEach((line) => bytes.update(Buffer.from(line)))

    const found = Buffer.from(await bytes.finalize())
    expect(found.toString()).toBe((await readByPostalMime(text)).toString())
  })

  it("without an encoding ends every line with a line feed", async () => {
    const bytes = new PlainBytes()
    bytes.update(Buffer.from("one"))
    bytes.update(Buffer.from("two"))

    expect(Buffer.from(await bytes.finalize()).toString()).toBe("one\ntwo\n")
  })
})

async function readByPostalMime(base64: string): Promise<Buffer> {
  const head =
    "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n"
  const { attachments } = await PostalMime.parse(head + base64)
  const content = attachments[0]?.content ?? ""
  return typeof content === "string" ? Buffer.from(content) : Buffer.from(content)
}
