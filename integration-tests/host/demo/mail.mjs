import { startMailServers } from "../../support/mail-servers.mjs"
import { onStop } from "./lifetime.mjs"
import { inDemo } from "./paths.mjs"
import { mailboxes, people } from "./people.mjs"
import { portNear } from "./ports.mjs"

/**
 * The mail of everybody in the demo, on ports that stay the same while they are free. Each database
 * has mailboxes of its own: another one's mails would become tickets in it.
 */
export async function startMail({ id }) {
  const mail = await startMailServers({
    domain: people.domain,
    mailboxes,
    storeDir: inDemo("mail", id),
    smtpPort: await portNear(2525, "SMTP"),
    imapPort: await portNear(2143, "IMAP"),
  })
  onStop(mail.stop)
  return mail
}
