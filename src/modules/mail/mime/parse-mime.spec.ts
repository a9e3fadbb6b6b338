import { readFileSync, readdirSync } from "node:fs"
import path from "node:path"
import PostalMime from "postal-mime"
import { MimePart, parseMime } from "./parse-mime"
import { Problems } from "./problems"

const FOLDER = path.resolve(__dirname, "../../../../integration-tests/fixtures/mail")
const MAILS = readdirSync(FOLDER).filter(
  (name) => name !== "multipart-with-the-wrong-boundary.eml"
)

/** postal-mime makes line feeds of all line ends, and adds some at the end. */
function asPostalMime(content: string): string {
  return content.replace(/\r+\n/g, "\n").trimEnd()
}

describe("the tree of a mail", () => {
  it.each(MAILS)("has the files postal-mime finds line by line: %s", async (name) => {
    const raw = readFileSync(path.join(FOLDER, name))
    const { attachments } = await PostalMime.parse(raw, { forceRfc822Attachments: true })
    const contents = leaves(await parseMime(raw, new Problems())).map(({ content }) =>
      asPostalMime(Buffer.from(content).toString("latin1"))
    )
    for (const { content } of attachments) {
      const expected = Buffer.from(content as ArrayBuffer).toString("latin1")
      expect(contents).toContain(asPostalMime(expected))
    }
  })

  it.each([
    ["CRLF", "one\r\n\r\ntwo\r\n"],
    ["LF", "one\n\ntwo\n"],
    ["stray carriage returns", "one\r\r\n\r\ntwo\r\n"],
  ])("has the files' bytes as they were sent: %s", async (_, file) => {
    const raw = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${file}\r\n--b--\r\n`
    const { children } = await parseMime(Buffer.from(raw), new Problems())
    expect(Buffer.from(children[0].content).toString()).toBe(file)
  })

  it("has lines with dashes that are no boundary in its body", async () => {
    const raw =
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\none\r\n--\r\n-- two\r\n--bee\r\n\r\n--b--\r\n"
    const { children } = await parseMime(Buffer.from(raw), new Problems())
    expect(children.map(({ content }) => Buffer.from(content).toString())).toEqual([
      "one\r\n--\r\n-- two\r\n--bee\r\n",
    ])
  })
})

function leaves(part: MimePart): MimePart[] {
  return part.children.length > 0 ? part.children.flatMap(leaves) : [part]
}
