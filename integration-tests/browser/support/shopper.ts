import { ImapFlow } from "imapflow"
import { createTransport } from "nodemailer"
import PostalMime, { type Email } from "postal-mime"
import type { Demo } from "./running-demo"

/** A customer at her own mail program: she sends by SMTP and reads by IMAP. */
export function aShopper(demo: Demo, index: number) {
  const { email, imap } = demo.shoppers[index]

  return {
    email,

    async write(mail: {
      to: string
      subject: string
      text: string
      html?: string
      inReplyTo?: string
      references?: string
    }) {
      const transport = createTransport({ ...demo.smtp, ignoreTLS: true })
      const { messageId } = await transport.sendMail({ from: email, ...mail })

      transport.close()
      return messageId ?? ""
    },

    /** Her newest mail with these words in its text, once it is there. @param since ms since 1970 */
    async receives(words: string, limitMs = 120_000, since = 0): Promise<Email> {
      const deadline = Date.now() + limitMs

      for (;;) {
        const found = (await readAll(imap)).find(
          ({ text, date }) =>
            text?.includes(words) && Date.parse(date ?? "") >= wholeSeconds(since)
        )

        if (found) {
          return found
        }
        if (Date.now() > deadline) {
          throw new Error(`No mail with "${words}" came to ${email}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    },
  }
}

/** A mail's date knows no less. */
const wholeSeconds = (ms: number) => Math.floor(ms / 1000) * 1000

async function readAll({ host, port, user, password }: Demo["shoppers"][number]["imap"]) {
  const client = new ImapFlow({
    host,
    port,
    secure: false,
    auth: { user, pass: password },
    logger: false,
  })
  client.on("error", () => undefined)
  await client.connect()
  const mails: Email[] = []

  try {
    const { exists } = await client.mailboxOpen("INBOX", { readOnly: true })

    if (exists) {
      for await (const { source } of client.fetch("1:*", { source: true })) {
        mails.push(await PostalMime.parse(source ?? ""))
      }
    }
  } finally {
    await client.logout()
  }
  return mails.reverse()
}
