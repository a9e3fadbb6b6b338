import { ImapFlow } from "imapflow"
import nodemailer from "nodemailer"
import { replyFooter } from "./desk"
import { attachedFile, type FileName } from "./files"
import type { MailWorld } from "./mail-world"

type Person = { name: string; address: string }

export type OldMail = {
  from: Person
  to: Person
  at: Date
  subject: string
  text: string
  html?: string
  messageId: string
  /** Message-IDs of the mails before it, oldest first. */
  thread: string[]
  files?: FileName[]
}

/** Mails of the past, written by nodemailer with the date of their day. */
export function composeOldMail(mail: OldMail): Promise<Buffer> {
  const composer = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
  })
  const bracketed = mail.thread.map((id) => `<${id}>`)
  return composer
    .sendMail({
      from: mail.from,
      to: mail.to,
      date: mail.at,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.messageId}>`,
      ...(bracketed.length && { inReplyTo: bracketed.at(-1), references: bracketed }),
      attachments: (mail.files ?? []).map(attachedFile),
    })
    .then(({ message }) => message as Buffer)
}

/** As an agent's answer leaves: with the footer, above the words it answers. */
export const answerText = (reply: string, publicName: string, quoted: string) =>
  `${reply}\n\n${replyFooter(publicName)}\n${quoted}`

/** The words a reply stands on. */
export function quote(text: string, by: string, at: Date) {
  const day = at.toISOString().slice(0, 10)
  return `\nOn ${day}, ${by} wrote:\n${text.trimEnd().replace(/^/gm, "> ")}\n`
}

/** To a department, by SMTP, as every mail program does it. */
export async function sendToShop(
  { smtp }: MailWorld,
  raw: Buffer,
  envelope: { from: string; to: string }
) {
  const transport = nodemailer.createTransport({
    ...smtp,
    secure: false,
    ignoreTLS: true,
  })
  await transport.sendMail({ envelope, raw })
}

/** Fills the shoppers' own mailboxes; strangers have none here. */
export class ShopperMailboxes {
  private readonly clients = new Map<string, ImapFlow>()

  constructor(private readonly world: MailWorld) {}

  async keep(address: string, folder: "INBOX" | "Sent", raw: Buffer, at: Date) {
    const client = await this.clientOf(address)
    await client?.append(folder, raw, ["\\Seen"], at)
  }

  async close() {
    for (const client of this.clients.values()) await client.logout()
  }

  private async clientOf(address: string) {
    const imap = this.world.mailboxes.find((box) => box.address === address)?.imap
    if (!imap) return null
    let client = this.clients.get(address)
    if (!client) {
      const { host, port, user, password: pass } = imap
      client = new ImapFlow({
        host,
        port,
        secure: false,
        auth: { user, pass },
        logger: false,
      })
      await client.connect()
      this.clients.set(address, client)
    }
    return client
  }
}
