import { readFileSync } from "node:fs"
import path from "node:path"
import { BOMBS } from "../../../../integration-tests/fixtures/bombs"
import { readEmail } from "./read-email"
import { MailUnreadableError, ReaderPool } from "./reader-pool"

const FOLDER = path.resolve(__dirname, "../../../../integration-tests/fixtures/mail")
const mail = (name: string) => readFileSync(path.join(FOLDER, `${name}.eml`))

describe("a pool of readers", () => {
  const pool = new ReaderPool()
  afterAll(() => pool.close())

  it("reads as the reader itself does", async () => {
    const raw = mail("apple-mail-inline-image")
    const [here, there] = [await readEmail(raw), await pool.read(raw)]
    const plain = (email: typeof here) => ({
      ...email,
      attachments: email.attachments.map(({ content, ...rest }) => ({
        ...rest,
        content: Buffer.from(content).toString("hex"),
      })),
    })
    expect(plain(there)).toEqual(plain(here))
  }, 60_000)

  it("answers each of many at once, in its own promise, and leaves their bytes alone", async () => {
    const raws = Array.from({ length: 50 }, (_, at) =>
      Buffer.from(`From: a@b.test\r\nSubject: mail ${at}\r\n\r\nHello`)
    )
    const emails = await Promise.all(raws.map((raw) => pool.read(raw)))
    expect(emails.map(({ subject }) => subject)).toEqual(
      raws.map((_, at) => `mail ${at}`)
    )
    expect(raws[7].toString()).toContain("mail 7")
  }, 60_000)
})

describe("a reader that takes too long", () => {
  it("is replaced; its mail is refused with the reason and the next is read", async () => {
    const pool = new ReaderPool({ deadline_ms: 1 })
    await pool.read(mail("newsletter")).catch(() => undefined)
    const slow = Buffer.from(
      `From: a@b.test\r\nContent-Type: text/html\r\n\r\n${"<table><tr><td>x</td></tr></table>".repeat(25_000)}`
    )
    const refused = pool.read(slow)
    await expect(refused).rejects.toThrow(MailUnreadableError)
    await expect(refused).rejects.toThrow("Reading the mail took longer than 1 ms.")
    await pool.close()
  }, 60_000)
})

describe("a reader that runs out of memory", () => {
  it("is replaced; its mail is refused and the next is read", async () => {
    const pool = new ReaderPool({ memory_mb: 160 })
    const large = Buffer.from(
      `From: a@b.test\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${`--b\r\nContent-Disposition: attachment; filename=${"a".repeat(900)}.txt\r\n\r\nhello\r\n`.repeat(2_000)}`
    )
    expect(["read", "refused"]).toContain(await outcomeOf(pool.read(large)))
    expect((await pool.read(mail("newsletter"))).subject).toBe("Our offers in November")
    await pool.close()
  }, 60_000)
})

describe("a bomb (B2)", () => {
  const pool = new ReaderPool()
  afterAll(() => pool.close())

  it.each(BOMBS)(
    "of %s is read or refused within the deadline, and the next mail is read",
    async (_, build) => {
      const [outcome, next] = await Promise.all([
        outcomeOf(pool.read(Buffer.from(build(), "latin1"))),
        pool.read(mail("newsletter")),
      ])
      expect(["read", "refused"]).toContain(outcome)
      expect(next.subject).toBe("Our offers in November")
    },
    60_000
  )
})

describe("a closed pool", () => {
  it("refuses mail", async () => {
    const pool = new ReaderPool()
    await pool.close()
    await expect(pool.read(mail("newsletter"))).rejects.toThrow(
      "The mail reader is closed."
    )
  })

  it("refuses what it has not read yet", async () => {
    const pool = new ReaderPool()
    const waiting = pool.read(mail("newsletter"))
    const refused = expect(waiting).rejects.toThrow(MailUnreadableError)
    await pool.close()
    await refused
  })
})

function outcomeOf(reading: Promise<unknown>): Promise<"read" | "refused" | "broken"> {
  return reading.then(
    () => "read",
    (error: unknown) => (error instanceof MailUnreadableError ? "refused" : "broken")
  )
}
