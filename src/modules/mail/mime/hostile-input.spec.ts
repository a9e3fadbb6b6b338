import { readFileSync, readdirSync } from "node:fs"
import path from "node:path"
import { mutate, seeded } from "../../../../integration-tests/corpus/mutate"
import { flawsOf } from "../../../../integration-tests/corpus/well-formed"
import { TEXT_BOMBS, bomb } from "../../../../integration-tests/fixtures/bombs"
import { readEmail, splitReply } from "./read-email"

const FOLDER = path.resolve(__dirname, "../../../../integration-tests/fixtures/mail")
const MAILS = readdirSync(FOLDER).map((name) => readFileSync(path.join(FOLDER, name)))

/** For a machine that does other things as well; a square would take minutes. */
const BUDGET_MS = 10_000

/** The short form; `faults/mutated-mail.spec.ts` breaks ten thousand (B1). */
describe("fifteen hundred broken mails", () => {
  it("are all read, into what a database takes", async () => {
    const random = seeded(1_042)
    for (let count = 0; count < 1_500; count++) {
      const email = await readEmail(mutate(MAILS[count % MAILS.length], random))
      expect(flawsOf(email)).toEqual([])
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

describe("text that no database takes (B6)", () => {
  it.each([
    ["NUL in every field", `${head("A\0nna", "a\0b")}te\0xt`],
    ["lone surrogates in UTF-8", `${head("Anna", "a")}\xed\xa0\x80 and \xed\xb0\x80`],
    ["overlong UTF-8", `${head("Anna", "a")}\xc0\xaf and \xe0\x80\xaf`],
    ["a charset nobody knows", `${head("Anna", "a", "x-evil-9000")}caf\xc3\xa9`],
    ["UTF-16 without its mark", `${head("Anna", "a", "utf-16")}h\0e\0l\0l\0o\0`],
    ["escapes of ISO-2022-JP cut off", `${head("Anna", "a", "iso-2022-jp")}\x1b$B%`],
    ["an encoded word that is none", `${head("Anna", "=?utf-8?B?invalid?=")}hi`],
    ["half a surrogate pair in a word", `${head("Anna", "=?utf-16?B?2D0=?=")}hi`],
    ["a name that turns around", `${head("=?utf-8?B?4oCuZmRw?=", "a")}hi`],
  ])("comes out storable: %s", async (_, mail) => {
    const email = await readEmail(Buffer.from(mail, "latin1"))
    expect(flawsOf(email)).toEqual([])
    expect(email.from?.address).toBe("anna@customer.test")
  })
})

describe("a mail beyond a cap", () => {
  it.each([
    ["attachments", "20,000 attachments", "only the first 500 were kept"],
    ["nesting", "10,000 nested multiparts", "structure could not be read in full"],
    ["HTML depth", "5,000 nested divs", "too complex to show"],
    ["HTML size", "5 MB of tables", "too complex to show"],
  ])("of %s says so and is still a mail", async (_, what, problem) => {
    const email = await readEmail(bomb(what))
    expect(email.problems.join()).toContain(problem)
    expect(email.from).toEqual({ name: "", address: "a@b.test" })
  })

  it("of HTML is shown as text", async () => {
    const raw = `From: a@b.test\r\nContent-Type: text/html\r\n\r\n${"<div>".repeat(5_000)}The last <b>word</b>.`
    const email = await readEmail(Buffer.from(raw))
    expect(email).toMatchObject({
      html: null,
      text: "The last word.",
      reply_text: "The last word.",
    })
  })
})

describe("cutting a reply out of (B4)", () => {
  it.each(TEXT_BOMBS)("%s ends within its budget", (_, text) => {
    const started = Date.now()
    splitReply({ text })
    splitReply({ html: text })
    expect(Date.now() - started).toBeLessThan(BUDGET_MS)
  })
})

function head(name: string, subject: string, charset = "utf-8"): string {
  return `From: ${name} <anna@customer.test>\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=${charset}\r\n\r\n`
}
