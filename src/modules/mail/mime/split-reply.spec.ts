import { readEmail } from "./read-email"

const QUOTE = `<blockquote type="cite"><div>On 15 Nov 2021, at 19:42, Anna &lt;anna@shop.example&gt; wrote:</div><div>Have you tried again?</div></blockquote>`

function bothParts(
  text: string,
  html: string
): Promise<Awaited<ReturnType<typeof readEmail>>> {
  const part = (type: string, body: string) =>
    `--b\r\nContent-Type: text/${type}; charset=utf-8\r\n\r\n${body}\r\n`
  const head =
    "From: bob@customer.example\r\nSubject: Re: Order\r\nIn-Reply-To: <1@shop.example>\r\n" +
    "Content-Type: multipart/alternative; boundary=b\r\n\r\n"
  return readEmail(
    Buffer.from(`${head}${part("plain", text)}${part("html", html)}--b--\r\n`)
  )
}

describe("a mail in text and HTML", () => {
  it("whose text leaves the quote out has it in quoted_text, from the HTML", async () => {
    const email = await bothParts("Yes.", `<div>Yes.</div>${QUOTE}`)
    expect(email.reply_text).toBe("Yes.")
    expect(email.reply_html).toBe("<div>Yes.</div>")
    expect(email.quoted_text).toContain("Have you tried again?")
  })

  it("that has the quote in both has it once, as the text says it", async () => {
    const text = "Yes.\n\nOn 15 Nov 2021, at 19:42, Anna wrote:\n> Have you tried again?"
    const email = await bothParts(text, `<div>Yes.</div>${QUOTE}`)
    expect(email.quoted_text).toBe(
      "On 15 Nov 2021, at 19:42, Anna wrote:\n> Have you tried again?"
    )
  })

  it("whose text has history without a mark is cut where the HTML ends", async () => {
    const email = await bothParts(
      "Yes.\n\nHave you tried again?",
      `<div>Yes.</div>${QUOTE}`
    )
    expect(email.reply_text).toBe("Yes.")
    expect(email.quoted_text).toContain("Have you tried again?")
  })

  it("whose HTML says less loses nothing of the text", async () => {
    const email = await bothParts("Yes.\n\nAnd please hurry.", "<div>Yes.</div>")
    expect(email.reply_text).toBe("Yes.\n\nAnd please hurry.")
    expect(email.quoted_text).toBe("")
  })

  it("whose HTML says more shows it in the HTML", async () => {
    const email = await bothParts("Yes.", "<div>Yes.</div><div>Sent by our gateway</div>")
    expect(email.reply_text).toBe("Yes.")
    expect(email.reply_html).toContain("Sent by our gateway")
  })

  it("whose text only says that there is HTML is read from the HTML", async () => {
    const email = await bothParts(
      "Your mail program does not support HTML messages.",
      "<div>Where is my order?</div>"
    )
    expect(email.reply_text).toBe("Where is my order?")
  })
})
