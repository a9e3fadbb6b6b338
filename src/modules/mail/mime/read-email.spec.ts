import { readFileSync } from "node:fs"
import path from "node:path"
import { ReadEmail, readEmail } from "./read-email"

const FOLDER = path.resolve(__dirname, "../../../../integration-tests/fixtures/mail")

function raw(name: string): Buffer {
  return readFileSync(path.join(FOLDER, `${name}.eml`))
}

function read(name: string): Promise<ReadEmail> {
  return readEmail(raw(name))
}

describe("a reply", () => {
  it("from Outlook, which names no earlier mail, is cut at its header block", async () => {
    const email = await read("outlook-reply-without-references")
    expect(email).toMatchObject({
      message_id: "<outlook-1@customer.example>",
      in_reply_to: [],
      references: [],
      from: { name: "Anna Lee", address: "anna.lee@customer.example" },
      subject: "AW: [#1000123] Your order 1042",
      date: "2021-11-16T08:12:30.000Z",
      automated: { kind: "none", reason: null },
      may_auto_reply: true,
    })
    expect(email.reply_text).toBe(
      "Hallo,\n\ndie zweite Sendung kam heute an. Danke für die schnelle Hilfe!\n\nAnna"
    )
    expect(email.quoted_text).toContain("Ist die Sendung inzwischen angekommen?")
    expect(email.reply_html).toContain("Danke für die schnelle Hilfe!")
    expect(email.reply_html).not.toContain("Gesendet")
  })

  it("from Gmail keeps its formatting and loses its history", async () => {
    const email = await read("gmail-reply-in-german")
    expect(email.reply_text).toBe("Ja, bitte noch einmal schicken.")
    expect(email.reply_html).toBe(
      '<div dir="ltr">Ja, bitte <b>noch einmal</b> schicken.</div>'
    )
    expect(email.references).toEqual(["<desk-70@shop.example>", "<desk-77@shop.example>"])
    expect(email.html).toContain('data-mail="quote"')
  })

  it("that answers between quoted lines keeps the lines it answers", async () => {
    const email = await read("thunderbird-answers-between-quotes")
    expect(email.reply_text).toBe(
      [
        "Am 15.11.21 um 19:42 schrieb Shop Support:",
        "> Which colour would you like?",
        "",
        "The blue one, please.",
        "",
        "> And shall we send it to the old address?",
        "",
        "No, to my office: Main Street 5.",
      ].join("\n")
    )
    expect(email.quoted_text).toBe("> Regards\n> The shop")
    expect(email.signature_text).toBe("--\nAnna Lee")
  })

  it("below the quote is the reply", async () => {
    const email = await read("bottom-posted-reply")
    expect(email.reply_text).toBe("Yes, please do.\n\nAnna")
    expect(email.quoted_text).toContain("Shall we send the parcel again?")
  })

  it("from a phone keeps its sign-off apart", async () => {
    const email = await read("reply-from-an-iphone")
    expect(email.reply_text).toBe("It came this morning, thank you.")
    expect(email.signature_text).toBe("Sent from my iPhone")
  })

  it("with nothing above its quote is shown whole", async () => {
    const email = await read("only-a-quote")
    expect(email.reply_text).toContain("Blue, please!")
  })

  it("whose quote is in its HTML only keeps it in quoted_text", async () => {
    const email = await read("apple-reply-with-its-quote-in-html-only")
    expect(email.reply_text).toBe("Yes, it came today.")
    expect(email.reply_html).not.toContain("Did your parcel arrive?")
    expect(email.quoted_text).toContain("Did your parcel arrive?")
  })

  it("in flowed text has its paragraphs whole and its quotes apart", async () => {
    const email = await read("flowed-text")
    expect(email.text).toContain(
      "This paragraph was broken only to fit, so it is one line again."
    )
    expect(email.text).toContain("> left alone.\nAnswer right below.")
  })
})

describe("a mail that passes another on", () => {
  it.each([
    [
      "gmail-forward",
      "Please see below, this invoice is wrong.",
      "Your invoice is attached.",
    ],
    [
      "apple-forward-in-french",
      "Bonjour, voici la facture.",
      "Votre facture est jointe.",
    ],
    ["outlook-forward", "FYI", "Your invoice is attached."],
  ])("tells who wrote it and hides nothing: %s", async (name, comment, text) => {
    const email = await read(name)
    expect(email.forwarded).toMatchObject({
      from: { name: "Billing", address: "billing@shop.example" },
      text,
    })
    expect(email.forwarded?.to[0]).toEqual({
      name: "Anna Lee",
      address: "anna.lee@customer.example",
    })
    expect(email.forwarded?.subject).toMatch(/^(?:Invoice|Facture) 77$/)
    expect(email.reply_text).toContain(comment)
    expect(email.reply_text).toContain(text)
    expect(email.quoted_text).toBe("")
  })

  const anna = "Anna Lee <anna@shop.example>"
  const date = "Mon, 15 Nov 2021 19:42:10 +0100"
  it.each([
    [
      "a title in no language we know",
      `-------- Qwertz Uiop --------\nAsd: Order 1042\nFgh: ${date}\nJkl: ${anna}\nYxc: Bob <bob@b.example>`,
    ],
    [
      "a known title and labels that are not",
      `-------- Áframsendur póstur --------\nViðfangsefni: Order 1042\nDagsetning: ${date}\nFrá: ${anna}\nTil: Bob <bob@b.example>`,
    ],
    [
      "some labels that are known",
      `Inicio del mensaje redirigido:\n\nFecha: ${date}\nDesde: ${anna}\nPara: Bob <bob@b.example>\nAsunto: Order 1042`,
    ],
    [
      "the words of one language in another",
      `---------- Prosljeđena poruka ----------\n\nPredmet: Order 1042\nDatum: ${date}\nOd: ${anna}\nZa: Bob <bob@b.example>`,
    ],
  ])("is read from %s", async (_, header) => {
    const raw = `From: Bob <bob@b.example>\nSubject: Look\nContent-Type: text/plain; charset=utf-8\n\nSee below.\n\n${header}\n\nThe lamp is here.`
    const email = await readEmail(Buffer.from(raw))
    expect(email.forwarded).toEqual({
      from: { name: "Anna Lee", address: "anna@shop.example" },
      to: [{ name: "Bob", address: "bob@b.example" }],
      cc: [],
      subject: "Order 1042",
      text: "The lamp is here.",
    })
  })

  it("as an attachment keeps it as a file and reads it", async () => {
    const email = await read("forward-as-attachment")
    expect(email.reply_text).toBe("See the attached mail.")
    expect(email.attachments).toMatchObject([
      { filename: "Invoice 77.eml", mime_type: "message/rfc822" },
    ])
    expect(email.forwarded).toEqual({
      from: { name: "Billing", address: "billing@shop.example" },
      to: [{ name: "Anna Lee", address: "anna.lee@customer.example" }],
      cc: [],
      subject: "Invoice 77",
      text: "Your invoice is attached.",
    })
  })
})

describe("a charset", () => {
  it("UTF-7 is decoded before the HTML is cleaned", async () => {
    const email = await read("utf7-script")
    expect(email.text).toBe("Hello über")
    expect(email.html).not.toContain("script")
  })

  it("of raw 8-bit headers and file names is guessed from the mail", async () => {
    const email = await read("raw-eight-bit-headers")
    expect(email.from?.name).toBe("Jürgen Müller")
    expect(email.subject).toBe("Größe der Bestellung")
    expect(email.text).toBe("Die Größe stimmt nicht.")
    expect(email.attachments[0].filename).toBe("Größe.pdf")
  })

  it("that says UTF-8 and is not is told to the agent", async () => {
    const email = await read("latin1-that-says-utf8")
    expect(email.subject).toBe("Größe")
    expect(email.text).toBe("Die Größe stimmt nicht: zu groß.")
    expect(email.problems).toContain(
      "The text says UTF-8 but is not; it was read as windows-1252."
    )
  })

  it("ISO-2022-JP is read", async () => {
    const email = await read("japanese-iso-2022-jp")
    expect([email.subject, email.text]).toEqual(["注文について", "商品が届きません。"])
  })
})

describe("a header", () => {
  it("cannot carry a line break into a subject or a name", async () => {
    const email = await read("subject-with-line-break")
    expect(email.subject).toBe("Hello Bcc: evil@attacker.example")
    expect(email.from?.name).toBe("Anna Bcc: evil@attacker.example")
  })

  it("loses what a database refuses", async () => {
    const email = await read("nul-and-broken-utf8")
    expect(email.subject).toBe("ab")
    expect(email.text).toContain("beforeafter")
    expect(email.text).toContain("café naïve mañana")
    expect(email.problems).toContain(
      "Some bytes of the text are not valid UTF-8 and were replaced."
    )
  })

  it("with an address that hides a control character gives a problem instead", async () => {
    const email = await read("address-with-control-characters")
    expect(email.reply_to).toEqual([{ name: "", address: "ok@customer.example" }])
    expect(email.problems.join()).toContain("is no mail address")
  })

  it("without a sender still makes a mail", async () => {
    const email = await read("no-sender")
    expect(email).toMatchObject({
      from: null,
      subject: "Who am I",
      may_auto_reply: false,
    })
    expect(email.problems).toContain("The mail has no sender that can be answered.")
  })

  it("with a broken date has none", async () => {
    expect((await read("date-of-another-century")).date).toBeNull()
  })

  it("with authentication results is read server by server", async () => {
    expect(await read("authentication-results")).toMatchObject({
      authentication_results: [
        { authserv_id: "mx.google.com", dmarc: "pass", dkim: "pass", spf: "softfail" },
        { authserv_id: "", dmarc: "fail", dkim: "none", spf: "pass" },
      ],
      return_path: "anna.lee@customer.example",
      received_hops: 2,
      loop_tokens: ["desk-1@shop.example"],
      may_auto_reply: false,
    })
  })
})

describe("an attachment", () => {
  it("named in pieces or encoded words has its name", async () => {
    const email = await read("attachment-named-in-pieces")
    expect(email.attachments.map(({ filename }) => filename)).toEqual([
      "Schönes Foto der Tasse.png",
      "Tasse von vorne.jpg",
    ])
  })

  it("has no path, direction mark or invisible character in its name", async () => {
    const email = await read("attachment-with-a-hostile-name")
    expect(email.attachments.map(({ filename }) => filename)).toEqual([
      "passwd",
      "invoicefdp.exe",
      ".htaccess",
    ])
  })

  it("without a name gets one, and an empty one is kept", async () => {
    const email = await read("attachments-without-names")
    expect(email.attachments).toMatchObject([
      { filename: "attachment-1.pdf", mime_type: "application/pdf", size: 9 },
      { filename: "empty.csv", mime_type: "text/csv", size: 0 },
    ])
  })

  it("shown in the text is inline, with or without a disposition or a scheme", async () => {
    const email = await read("apple-mail-inline-image")
    expect(email.attachments.map(({ filename, inline }) => [filename, inline])).toEqual([
      ["cup.jpg", true],
      ["box.png", true],
      ["invoice.pdf", false],
    ])
    expect(email.html).toContain('src="cid:0A1B@customer.example"')
    expect(email.html).toContain('src="cid:box-2@customer.example"')
    expect(email.html).toContain('data-src="https://tracker.example/p.gif"')
  })

  it.each([
    ["calendar-invitation", "invitation.ics", "Can we speak on Friday?"],
    ["encrypted-with-smime", "smime.p7m", ""],
    ["outlook-winmail-dat", "winmail.dat", "The photo is attached."],
    ["signed-with-pgp", "signature.asc", "Please cancel my order."],
  ])("is named for what it is: %s", async (name, filename, reply) => {
    const email = await read(name)
    expect(email.attachments.map((file) => file.filename)).toEqual([filename])
    expect(email.reply_text).toBe(reply)
  })

  it("has the hash of its bytes", async () => {
    const [pdf] = (await read("attachments-without-names")).attachments
    expect(Buffer.from(pdf.content).toString()).toBe("%PDF-1.4\n")
    expect(pdf.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe("a broken mail", () => {
  it("with the wrong boundary has its parts", async () => {
    const email = await read("multipart-with-the-wrong-boundary")
    expect(email.text).toBe("The text is still here.")
    expect(email.attachments.map(({ filename }) => filename)).toEqual(["a.pdf"])
    expect(email.problems.join()).toContain("without its boundary")
  })

  it("of no bytes at all is a mail without anything", async () => {
    expect(await readEmail(new Uint8Array(0))).toMatchObject({
      from: null,
      text: "",
      html: null,
    })
  })
})

describe("hostile HTML", () => {
  it("runs nothing, loads nothing and covers nothing", async () => {
    const { html, text } = await read("hostile-html")
    expect(html).not.toMatch(
      /<(?:script|style|iframe|form|input|object|embed|svg|math|base|meta|link|video)/i
    )
    expect(html).not.toMatch(
      /\son\w+=|javascript:|data:(?:text|image)|\bposition\b|url\(|\ssrc="http/i
    )
    expect(html).toContain('data-src="https://tracker.example/open.gif"')
    expect(html).toContain('href="https://shop.example/x"')
    expect(html).not.toContain("evil.example")
    expect(text).toContain("The last line.")
  })
})

describe("a machine's mail", () => {
  it.each([
    ["newsletter", "bulk"],
    ["person-on-a-mailing-list", "bulk"],
    ["bounce-user-unknown", "bounce"],
    ["bounce-mailbox-full", "bounce"],
    ["bounce-delayed", "bounce"],
    ["bounce-in-prose", "bounce"],
    ["bounce-by-exchange", "bounce"],
    ["bounce-by-gmail", "bounce"],
    ["bounce-to-a-verp-address", "bounce"],
    ["complaint", "complaint"],
    ["read-receipt", "receipt"],
    ["out-of-office-with-header", "auto_reply"],
    ["out-of-office-by-its-subject", "auto_reply"],
    ["out-of-office-by-its-words", "auto_reply"],
  ])("%s is told apart as %s and gets no automatic answer", async (name, kind) => {
    const email = await read(name)
    expect(email.automated.kind).toBe(kind)
    expect(email.automated.reason).toMatch(/\.$/)
    expect(email.may_auto_reply).toBe(false)
  })

  it.each([
    [
      "bounce-user-unknown",
      "anna.lee@customer.example",
      "5.1.1",
      true,
      "<desk-77@shop.example>",
    ],
    [
      "bounce-mailbox-full",
      "bob@customer.example",
      "5.2.2",
      false,
      "<desk-78@shop.example>",
    ],
    ["bounce-delayed", "anna.lee@customer.example", "4.4.1", false, null],
    [
      "bounce-in-prose",
      "anna.lee@customer.example",
      "5.1.1",
      true,
      "<desk-79@shop.example>",
    ],
    [
      "bounce-by-exchange",
      "anna.lee@customer.example",
      "5.1.10",
      true,
      "<desk-82@shop.example>",
    ],
    [
      "bounce-by-gmail",
      "anna.lee@customer.example",
      "5.1.1",
      true,
      "<desk-83@shop.example>",
    ],
    ["bounce-to-a-verp-address", "anna.lee@customer.example", "5.2.2", false, null],
  ])("%s names whom it could not reach", async (name, address, status, permanent, id) => {
    const { bounce } = await read(name)
    expect(bounce?.original_message_id).toBe(id)
    expect(bounce?.recipients).toHaveLength(1)
    expect(bounce?.recipients[0]).toMatchObject({ status, permanent })
    expect(bounce?.recipients[0].address.toLowerCase()).toBe(address)
  })

  it("that never bounced has no bounce", async () => {
    expect((await read("newsletter")).bounce).toBeNull()
  })
})

describe("a person's mail", () => {
  it("about a holiday is no absence note", async () => {
    const email = await read("person-who-goes-on-holiday")
    expect(email.automated.kind).toBe("none")
    expect(email.may_auto_reply).toBe(true)
  })

  it("about a failed delivery is no bounce, and may be answered", async () => {
    const email = await read("customer-about-a-failed-delivery")
    expect(email.automated.kind).toBe("none")
    expect(email.may_auto_reply).toBe(true)
  })

  it("is not the mail of a shop that wants no answer, and gets none", async () => {
    const email = await read("order-confirmation-that-wants-no-answer")
    expect(email.automated.kind).toBe("none")
    expect(email.may_auto_reply).toBe(false)
  })

  it("about a parcel that could not be delivered is no bounce", async () => {
    const email = await read("parcel-that-could-not-be-delivered")
    expect(email.automated.kind).toBe("none")
    expect(email.may_auto_reply).toBe(false)
  })
})
