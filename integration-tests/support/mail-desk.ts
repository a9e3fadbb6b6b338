import type { MedusaContainer } from "@medusajs/framework/types"
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import type { Client } from "pg"
import MailComposer from "nodemailer/lib/mail-composer"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { MAIL_MODULE } from "../../src/modules/mail"
import type { MailAccountData } from "../../src/modules/mail/types"
import { drainOutbox } from "../../src/workflows/outbound-mail/drain-outbox"
import { pollMailAccount } from "../../src/workflows/inbound-mail/poll-mail-account"
import { replyToTicketWorkflow } from "../../src/workflows/tickets/reply-to-ticket"
import { bootModules, migrateModules } from "./boot-modules"
import { aDesk } from "./desk"

export const SUPPORT = "support@shop.test"
export const SALES = "sales@shop.test"

export type MailDesk = Awaited<ReturnType<typeof startMailDesk>>

type DeskServers = {
  /** Mailboxes; the desk reads that of the first. */
  users?: string[]
  /** Instead of a server that takes all mail. */
  smtp?: { host: string; port: number }
  /** Instead of the first mailbox itself. */
  imap?: { host: string; port: number }
}

/** A desk between a real IMAP server and a real SMTP server; its polls are made by the test. */
export async function startMailDesk(
  name: string,
  account: MailAccountData = {},
  { users = ["support", "sales"], smtp, imap }: DeskServers = {}
) {
  // One after the other: jest may lose a module that two imports need at the same moment.
  const { createDatabase, dropDatabase, onDatabase } = await import("./databases.mjs")
  const { startMailboxes } = await import("./imap.mjs")
  const { startSmtpSink } = await import("./smtp-sink.mjs")
  const mailboxes = await startMailboxes({ users })
  const sink = await startSmtpSink()
  const boot = {
    databaseUrl: await createDatabase(name),
    fileFolder: fs.mkdtempSync(path.join(os.tmpdir(), "crm-mail-")),
    options: {
      encryptionKey: randomBytes(32).toString("base64"),
      allowedMailHosts: ["127.0.0.1"],
    },
  }
  await migrateModules(boot)
  const { container, shutdown } = await bootModules(boot)
  const { accountId, departmentId } = await aDesk(container, {
    imap: { ...mailboxes.login(users[0]), ...imap },
    smtp: smtp ?? sink,
    address: SUPPORT,
    account,
  })

  let stopped: Promise<void> | undefined

  return {
    container,
    accountId,
    departmentId,
    mailboxes,
    sink,
    boot,
    /** The customer's program hands a mail to the shop's mail server. */
    deliver: (mail: Buffer) => mailboxes.append(users[0], mail),
    poll: () => pollMailAccount(container, accountId),
    /** A second account with a department of its own. */
    openSales: async () => {
      const sales = await aDesk(container, {
        imap: mailboxes.login("sales"),
        smtp: sink,
        address: SALES,
      })
      return {
        ...sales,
        deliver: (mail: Buffer) => mailboxes.append("sales", mail),
        poll: () => pollMailAccount(container, sales.accountId),
      }
    },
    drain: () => drainOutbox(container),
    account: () => container.resolve(MAIL_MODULE).retrieveCrmMailAccount(accountId),
    ledger: (filter: object = {}) =>
      container
        .resolve(MAIL_MODULE)
        .listCrmInboundMails(filter, { order: { id: "ASC" } }),
    ticketsOf: (email: string) => ticketsOf(container, email),
    /** Behind the product's back. */
    query: (statement: string, values: unknown[] = []): Promise<object[]> =>
      onDatabase(
        boot.databaseUrl,
        async (database: Client) => (await database.query(statement, values)).rows
      ),
    /** The mails that a message of a ticket asked for. */
    outbox: (messageId: string) =>
      container.resolve(MAIL_MODULE).listCrmOutboundMails({ reference_id: messageId }),
    /** As if the pause before the next attempt had passed. */
    makeDue: (outboundMailId: string) =>
      container
        .resolve(MAIL_MODULE)
        .updateCrmOutboundMails({ id: outboundMailId, due_at: new Date(0) }),
    reply: async (ticketId: string, reply: object) => {
      const { result } = await replyToTicketWorkflow(container).run({
        input: {
          ticket_id: ticketId,
          actor: { type: "user", id: null },
          body_text: "Thank you for asking.",
          ...reply,
        },
      })
      return result
    },
    /** Leaves the database to others; from here on only its servers live. */
    disconnect: () => (stopped ??= shutdown()),
    stop: async () => {
      await (stopped ??= shutdown())
      await sink.stop()
      await mailboxes.stop()
      await dropDatabase(name)
      fs.rmSync(boot.fileFolder, { recursive: true, force: true })
    },
  }
}

const ticketsOf = (container: MedusaContainer, email: string) =>
  container.resolve(HELPDESK_MODULE).listCrmTickets(
    { requester_email: email },
    {
      relations: ["messages", "messages.attachments"],
      order: { number: "ASC", messages: { created_at: "ASC" } },
    }
  )

type WrittenMail = {
  from: string
  to?: string
  cc?: string[]
  date?: Date
  subject?: string
  text?: string
  messageId?: string
  inReplyTo?: string
  references?: string[]
  headers?: Record<string, string>
  attachments?: { filename: string; content: Buffer; contentType?: string }[]
}

/** A mail as a customer's program writes it. */
export const aMail = (mail: WrittenMail): Promise<Buffer> =>
  new MailComposer({
    to: SUPPORT,
    subject: "Where is my parcel?",
    text: "It has not arrived yet.",
    messageId: `<${randomBytes(8).toString("hex")}@mail.example.com>`,
    ...mail,
  })
    .compile()
    .build()

let people = 0

/** An address nobody else in the test run has. */
export const aCustomer = () =>
  `customer${++people}.${randomBytes(3).toString("hex")}@example.com`
