import { readEmail } from "./read-email"

/** A bounce whose status part has these fields, with a text for people above it. */
async function permanentOf(text: string, fields: string[]): Promise<boolean | undefined> {
  const mail = [
    "From: MAILER-DAEMON@mx.example",
    "To: desk@shop.example",
    "Subject: Returned mail",
    'Content-Type: multipart/report; report-type="delivery-status"; boundary=b',
    "",
    "--b",
    "",
    text,
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "",
    "Final-Recipient: rfc822; ann@customer.example",
    "Action: failed",
    ...fields,
    "",
    "--b--",
    "",
  ].join("\r\n")
  const { bounce } = await readEmail(Buffer.from(mail))
  return bounce?.recipients[0]?.permanent
}

describe("a report that has a code only", () => {
  it.each([
    "ann@customer.example: Domain does not exist",
    "<ann@customer.example>\r\n  an MX record indicated no SMTP service",
    "User Ann (ann@customer.example) not listed in the company's Directory",
  ])("is final when its text says beside the address that nobody is there: %j", (text) =>
    expect(permanentOf(text, ["Status: 5.0.0"])).resolves.toBe(true)
  )

  it.each([
    "ann@customer.example: Message rejected as spam",
    "ann@customer.example: Mailbox full\r\nbob@customer.example: User unknown",
    "No address is named here. User unknown",
  ])("is not when the text says something else of that address: %j", (text) =>
    expect(permanentOf(text, ["Status: 5.0.0"])).resolves.toBe(false)
  )
})

describe("a report in words only", () => {
  it("has failed for good when its subject says so and its words are new to us", async () => {
    const { bounce } = await readEmail(
      Buffer.from(
        [
          "From: Mail Delivery Subsystem <mailer-daemon@mx.example>",
          "Subject: Delivery Status Notification (Failure)",
          "X-Failed-Recipients: ann@customer.example",
          "",
          "Hello, you are not a member of the group that you wrote to.",
        ].join("\r\n")
      )
    )
    expect(bounce?.recipients).toEqual([
      { address: "ann@customer.example", status: "5.0.0", permanent: false },
    ])
  })
})

describe("a refused sender", () => {
  it.each([
    "smtp; 550 5.1.7 No such domain shop.example (in reply to MAIL FROM command)",
    "smtp; error after MAIL FROM:<desk@shop.example>: 550 Domain unknown",
  ])("says nothing about the recipient: %s", (diagnostic) =>
    expect(
      permanentOf("It failed.", ["Status: 5.0.0", `Diagnostic-Code: ${diagnostic}`])
    ).resolves.toBe(false)
  )

  it("is not one whose address is only written down", () =>
    expect(
      permanentOf("It failed.", [
        "Status: 5.0.0",
        "Diagnostic-Code: smtp; 550 no such user here. MAIL FROM: desk@shop.example",
      ])
    ).resolves.toBe(true))
})
