import { startMailServers } from "../../support/mail-servers.mjs"
import { startOAuthServer } from "../../support/oauth-server.mjs"
import { onStop } from "./lifetime.mjs"
import { portNear } from "./ports.mjs"

const APP = { clientId: "nordwind-desk", clientSecret: "only for the demo" }
export const GOOGLE_MAILBOX = "nordwind.shop@gmail.com"

/**
 * Stands in for Google: a page that asks for consent, and mail servers that take its tokens and no
 * password. So that "Connect with Google" can be tried without an app and without the internet.
 */
export async function startGoogle() {
  const oauth = await startOAuthServer({
    ...APP,
    flavour: "google",
    port: await portNear(9200, "the stand-in for Google"),
    asks: true,
  })
  oauth.logInAs(GOOGLE_MAILBOX)
  const mail = await startMailServers({
    domain: "gmail.com",
    mailboxes: [{ address: GOOGLE_MAILBOX, password: "nobody knows" }],
    imapPort: await portNear(2243, "IMAP of the stand-in for Google"),
    smtpPort: await portNear(2625, "SMTP of the stand-in for Google"),
    acceptsToken: oauth.accepts,
  })
  mail.deliver(FIRST_MAIL, GOOGLE_MAILBOX, { sender: "mail-team@google.example" })
  onStop(oauth.stop)
  onStop(mail.stop)

  const plain = ({ host, port }) => ({ host, port, security: "none" })
  const { authorizationUrl, tokenUrl } = oauth
  return {
    ...APP,
    authorizationUrl,
    tokenUrl,
    imap: plain(mail.mailboxes[0].imap),
    smtp: plain(mail.smtp),
  }
}

const FIRST_MAIL = [
  "From: Lena Brandt <lena.brandt@example.com>",
  `To: ${GOOGLE_MAILBOX}`,
  "Subject: Do you ship to Norway?",
  "Message-ID: <ship-to-norway@example.com>",
  "Date: Mon, 02 Nov 2026 09:12:00 +0100",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Hello, I would like to send a jacket to my sister in Bergen. Is that possible?",
  "Lena",
  "",
].join("\r\n")
