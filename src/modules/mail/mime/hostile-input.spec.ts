import { readFileSync, readdirSync } from "node:fs"
import path from "node:path"
import { mutate, seeded } from "../../../../integration-tests/corpus/mutate"
import { ReadEmail, readEmail, splitReply } from "./read-email"

const FOLDER = path.resolve(__dirname, "../../../../integration-tests/fixtures/mail")
const MAILS = readdirSync(FOLDER).map((name) => readFileSync(path.join(FOLDER, name)))

/** For a machine that does other things as well; a square would take minutes. */
const BUDGET_MS = 10_000

describe("three thousand broken mails", () => {
  it("are all read, into text a database takes", async () => {
    const random = seeded(1_042)
    for (let count = 0; count < 3_000; count++) {
      const email = await readEmail(mutate(MAILS[count % MAILS.length], random))
      expect(unstorable(email)).toBe(false)
      expect(email.subject).not.toMatch(/[\r\n]/)
    }
  }, 60_000)

  it("are read the same twice", async () => {
    const random = seeded(7)
    for (let count = 0; count < 100; count++) {
      const raw = mutate(MAILS[count % MAILS.length], random)
      expect(await readEmail(raw)).toEqual(await readEmail(raw))
    }
  })
})

describe("a bomb", () => {
  const from = "From: a@b.test\r\n"
  const mixed = `${from}Content-Type: multipart/mixed; boundary=b\r\n\r\n`
  const html = `${from}Content-Type: text/html\r\n\r\n`
  const bombs: [string, () => string][] = [
    ["10,000 nested multiparts", () => from + nested(10_000)],
    ["100,000 parts", () => mixed + "--b\r\n\r\nhi\r\n".repeat(100_000)],
    [
      "20,000 attachments",
      () =>
        mixed +
        "--b\r\nContent-Disposition: attachment; filename=a\r\n\r\nx\r\n".repeat(20_000),
    ],
    ["a header of 5 MB", () => `${from}X-A: ${"x".repeat(5e6)}\r\n\r\nhi`],
    ["100,000 headers", () => `${"X-A: b\r\n".repeat(100_000)}${from}\r\nhi`],
    ["an address of 270 KB", () => `From: ${"a@b(c)@b".repeat(34_000)}\r\n\r\nhi`],
    ["100,000 recipients", () => `${from}To: ${"a@b.test, ".repeat(100_000)}\r\n\r\nhi`],
    ["50,000 groups", () => `${from}To: ${"g:".repeat(50_000)}\r\n\r\nhi`],
    [
      "1 MB of references",
      () => `${from}References: ${"<aaaaaa@bbbb>".repeat(80_000)}\r\n\r\nhi`,
    ],
    [
      "60,000 encoded words",
      () => `${from}Subject: ${"=?utf-8?Q?a?= ".repeat(60_000)}\r\n\r\nhi`,
    ],
    [
      "20,000 pieces of a name",
      () => `${from}Content-Type: a/b${pieces(20_000)}\r\n\r\nhi`,
    ],
    ["500 mails in mails", () => mailsInMails(500)],
    ["a million short lines", () => `${from}\r\n${"a\n".repeat(1e6)}`],
    ["10 MB of newlines", () => `${from}\r\n${"\n".repeat(1e7)}`],
    ["10 MB of NUL", () => `${from}\r\n${"\0".repeat(1e7)}`],
    ["5,000 nested divs", () => html + "<div>".repeat(5_000)],
    ["1 MB of nested divs", () => html + "<div>".repeat(200_000)],
    ["5 MB of tables", () => html + "<table><tr><td>x</td></tr></table>".repeat(140_000)],
    ["1 MB of <", () => html + "<".repeat(1e6)],
    ["1 MB of comments", () => html + "<!--".repeat(250_000)],
    [
      "UTF-7 script",
      () =>
        `${from}Content-Type: text/html; charset=utf-7\r\n\r\n${"+ADw-script+AD4-".repeat(20_000)}`,
    ],
    [
      "a nested comment in a header",
      () => `Authentication-Results: ${"(".repeat(100_000)}\r\n${from}\r\nhi`,
    ],
    [
      "a subject of prefixes",
      () => `${from}Subject: ${"Fwd: ".repeat(100_000)}\r\n\r\nhi`,
    ],
  ]

  it.each(bombs)(
    "of %s is read within its budget",
    async (_, build) => {
      const raw = Buffer.from(build(), "latin1")
      const started = Date.now()
      const email = await readEmail(raw)
      expect(Date.now() - started).toBeLessThan(BUDGET_MS)
      expect(Array.isArray(email.problems)).toBe(true)
    },
    30_000
  )

  it.each([
    ["attachments", bombs[2][1], "only the first 500 were kept"],
    ["nesting", bombs[0][1], "structure could not be read in full"],
    ["HTML depth", bombs[15][1], "too complex to show"],
    ["HTML size", bombs[17][1], "too complex to show"],
  ])("that hits the cap of %s says so", async (_, build, problem) => {
    const email = await readEmail(Buffer.from(build(), "latin1"))
    expect(email.problems.join()).toContain(problem)
    expect(email.from).toEqual({ name: "", address: "a@b.test" })
  })

  it("of HTML too complex to show is shown as text", async () => {
    const raw = `${html}${"<div>".repeat(5_000)}The last <b>word</b>.`
    const email = await readEmail(Buffer.from(raw))
    expect(email).toMatchObject({
      html: null,
      text: "The last word.",
      reply_text: "The last word.",
    })
  })
})

describe("cutting a reply out of", () => {
  it.each([
    ["100 KB of newlines", "\n".repeat(1e5)],
    ["100,000 >", ">".repeat(1e5)],
    ["100,000 lines of >", ">\n".repeat(1e5)],
    ["5,000 On 1 Jan", "On 1 Jan".repeat(5_000)],
    ["5,000 lines of On 1 Jan 2024 10:00", "On 1 Jan 2024 10:00\n".repeat(5_000)],
    ["100,000 _", "_".repeat(1e5)],
    ["20,000 rules", "________\n\n".repeat(20_000)],
    ["20,000 From", "From: x\n y\n".repeat(20_000)],
    ["20,000 delimiters", "--\n\n\n".repeat(20_000)],
    ["20,000 sign-offs", "hello\nSent from my iPhone\n\n\n".repeat(20_000)],
    ["20,000 answers", "x\n> a\n".repeat(20_000)],
    ["100 KB of spaces", `${" ".repeat(1e5)}x`],
    ["rules of many characters", `${"-=_*".repeat(28)}x\n`.repeat(5_000)],
  ])("%s ends within its budget", (_, text) => {
    const started = Date.now()
    splitReply({ text })
    splitReply({ html: text })
    expect(Date.now() - started).toBeLessThan(BUDGET_MS)
  })
})

function nested(levels: number): string {
  const heads = Array.from(
    { length: levels },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`
  )
  return `${heads.join("")}\r\nhello`
}

function pieces(count: number): string {
  return Array.from({ length: count }, (_, at) => `;\r\n name*${at}*=a`).join("")
}

function mailsInMails(levels: number): string {
  return `${"From: a@b.test\r\nContent-Type: message/rfc822\r\n\r\n".repeat(levels)}hello`
}

function unstorable(email: ReadEmail): boolean {
  const texts = JSON.stringify({
    ...email,
    attachments: email.attachments.map(({ content: _, ...rest }) => rest),
  })
  // JSON writes NUL and lone surrogates as escapes.
  return /\\u0000|\\ud[89a-f]/.test(texts)
}
