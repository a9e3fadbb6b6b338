import { randomBytes } from "node:crypto"

type Bounced = { raw: Buffer; from: string | null }

type BounceOf = {
  recipient: string
  action?: "failed" | "delayed"
  status?: string
  /** The server's words. */
  said?: string
  /** How the failed mail comes back. */
  returns?: "mail" | "headers" | "nothing"
}

/**
 * A delivery status report as a mail server writes it (RFC 3464).
 * @param mail the mail that failed, as it was received
 */
export function aBounce(
  { raw, from }: Bounced,
  {
    recipient,
    action = "failed",
    status = "5.1.1",
    said = `550 ${status} <${recipient}>: User unknown`,
    returns = "headers",
  }: BounceOf
): Buffer {
  const [headers] = raw.toString().split(/\r?\n\r?\n/)
  const returned = {
    mail: ["--b", "Content-Type: message/rfc822", "", raw.toString()],
    headers: ["--b", "Content-Type: text/rfc822-headers", "", headers],
    nothing: [],
  }[returns]

  return Buffer.from(
    [
      "Return-Path: <>",
      "From: Mail Delivery System <MAILER-DAEMON@mx.example.com>",
      `To: ${from}`,
      `Subject: ${action === "failed" ? "Undelivered Mail Returned to Sender" : "Delayed Mail"}`,
      `Message-ID: <${randomBytes(8).toString("hex")}@mx.example.com>`,
      "Auto-Submitted: auto-replied",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Your message could not be delivered.",
      "",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example.com",
      "",
      `Final-Recipient: rfc822; ${recipient}`,
      `Action: ${action}`,
      `Status: ${status}`,
      `Diagnostic-Code: smtp; ${said}`,
      "",
      ...returned,
      "",
      "--b--",
      "",
    ].join("\r\n")
  )
}
