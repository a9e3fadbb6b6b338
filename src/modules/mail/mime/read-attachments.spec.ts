import { readEmail } from "./read-email"

const HEAD = "From: bob@customer.example\r\nSubject: Hi\r\nMIME-Version: 1.0\r\n"
const TEXT = "Content-Type: text/plain\r\n\r\nHello"

function mixed(...parts: string[]): string {
  const body = parts.map((part) => `--b\r\n${part}\r\n`).join("")
  return `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${body}--b--\r\n`
}

async function filesOf(mail: string) {
  const { attachments } = await readEmail(Buffer.from(mail, "latin1"))
  return attachments.map(({ filename, mime_type }) => `${filename} ${mime_type}`)
}

describe("a part without a name", () => {
  it.each([
    ["text/calendar; method=REQUEST", "invitation.ics text/calendar"],
    ["text/calendar; method=reply", "invitation-reply.ics text/calendar"],
    ["text/calendar; method=CANCEL", "cancellation.ics text/calendar"],
    ["text/calendar", "calendar.ics text/calendar"],
    ["application/ms-tnef", "winmail.dat application/ms-tnef"],
    ["application/pkcs7-signature", "smime.p7s application/pkcs7-signature"],
    ["application/pgp-signature", "signature.asc application/pgp-signature"],
    ["application/pgp-keys", "public-key.asc application/pgp-keys"],
    ["text/vcard", "attachment-1.vcf text/vcard"],
    ["application/octet-stream", "attachment-1 application/octet-stream"],
  ])("is named for what it is: %s", async (type, file) => {
    expect(await filesOf(mixed(TEXT, `Content-Type: ${type}\r\n\r\nx`))).toEqual([file])
  })

  it("of no known type is named by its first bytes", async () => {
    const pdf = "Content-Type: application/octet-stream\r\n\r\n%PDF-1.4"
    expect(await filesOf(mixed(TEXT, pdf))).toEqual([
      "attachment-1.pdf application/octet-stream",
    ])
  })

  it("that is a mail is named by its subject", async () => {
    const mail =
      "Content-Type: message/rfc822\r\n\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n\r\nHi"
    expect(await filesOf(mixed(TEXT, mail))).toEqual(["Grüße.eml message/rfc822"])
  })
})

describe("a name", () => {
  it.each([
    ["in RFC 2231", "filename*=utf-8''Rechnung%20%C3%BC.pdf"],
    ["in pieces of RFC 2231", "filename*0*=utf-8''Rechnung; filename*1*=%20%C3%BC.pdf"],
    ["in an encoded word", `filename="=?UTF-8?Q?Rechnung_=C3=BC.pdf?="`],
    ["in an encoded word without quotes", "filename==?UTF-8?B?UmVjaG51bmcgw7wucGRm?="],
    ["with a Windows path", `filename="C:\\\\tmp\\\\Rechnung \xfc.pdf"`],
  ])("is read %s", async (_, parameter) => {
    const part = `Content-Type: application/pdf\r\nContent-Disposition: attachment; ${parameter}\r\n\r\n%PDF`
    expect(await filesOf(mixed(TEXT, part))).toEqual(["Rechnung ü.pdf application/pdf"])
  })

  it("tells the type of a file whose mail does not", async () => {
    const part = `Content-Disposition: attachment; filename="photo.heic"\r\n\r\nx`
    expect(await filesOf(mixed(TEXT, part))).toEqual(["photo.heic image/heic"])
  })
})

describe("a picture in the text", () => {
  it.each([
    ["by its Content-ID", `cid:x@y`, "Content-ID: <x@y>"],
    ["by an escaped address", `cid:x%40y`, "Content-ID: <x@y>"],
    ["without the scheme", `x@y`, "Content-ID: <x@y>"],
    ["by its Content-Location", `image001.png`, "Content-Location: image001.png"],
  ])("is found %s, disposition or not", async (_, src, header) => {
    const html = `Content-Type: text/html\r\n\r\n<img src="${src}">hi`
    const picture = `Content-Type: image/png\r\n${header}\r\n\r\nabc`
    const email = await readEmail(Buffer.from(mixed(html, picture)))
    const [{ inline, content_id }] = email.attachments
    expect(inline).toBe(true)
    expect(email.html).toContain(`src="cid:${content_id}"`)
  })
})

describe("a mail that only its recipient's program opens", () => {
  it.each([
    [
      "encrypted with S/MIME",
      `${HEAD}Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nx`,
      "smime.p7m",
      "The mail is encrypted",
    ],
    [
      "sealed in its signature",
      `${HEAD}Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n\r\nx`,
      "smime.p7m",
      "sealed in its S/MIME signature",
    ],
    [
      "encrypted with PGP",
      `${HEAD}Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n--b--\r\n`,
      "encrypted.asc",
      "The mail is encrypted",
    ],
    [
      "with files in winmail.dat",
      mixed(TEXT, "Content-Type: application/ms-tnef\r\n\r\nx"),
      "winmail.dat",
      "Outlook packed files into winmail.dat",
    ],
  ])("says so and keeps the part: %s", async (_, mail, filename, problem) => {
    const email = await readEmail(Buffer.from(mail))
    expect(email.attachments.map((file) => file.filename)).toContain(filename)
    expect(email.problems.join()).toContain(problem)
  })
})
