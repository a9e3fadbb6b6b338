import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { MAIL_MODULE } from "../../src/modules/mail"
import type { MailToSend } from "../../src/modules/mail/records/outbox"
import { pollMailAccount } from "../../src/workflows/inbound-mail/poll-mail-account"
import { drainOutbox } from "../../src/workflows/outbound-mail/drain-outbox"
import { bootModules, migrateModules } from "./boot-modules"
import { giveConsent } from "./consent"

export const MAILBOX = "help@shop.test"
const REDIRECT = "https://shop.test/app/settings/crm-mail-accounts/connect"
const APP = { clientId: "our-app", clientSecret: "CANARY-client-secret" }

export type ProviderDesk = Awaited<ReturnType<typeof startProviderDesk>>

/** A desk whose mailbox is at a provider: it is opened by a consent, and by nothing else. */
export async function startProviderDesk(
  name: string,
  provider: {
    flavour: "google" | "microsoft"
    strictRotation?: boolean
    lifetime?: number
  }
) {
  const [
    { createDatabase, dropDatabase, onDatabase },
    { startOAuthServer },
    { startMailServers },
  ] = await Promise.all([
    import("./databases.mjs"),
    import("./oauth-server.mjs"),
    import("./mail-servers.mjs"),
  ])
  const oauth = await startOAuthServer({ ...APP, ...provider })
  const servers = await startMailServers({
    domain: "shop.test",
    mailboxes: [{ address: MAILBOX, password: "nobody knows" }],
    acceptsToken: oauth.accepts,
  })
  const { authorizationUrl, tokenUrl } = oauth
  const boot = {
    databaseUrl: await createDatabase(name),
    fileFolder: fs.mkdtempSync(path.join(os.tmpdir(), "crm-provider-")),
    options: {
      encryptionKey: randomBytes(32).toString("base64"),
      allowedMailHosts: ["127.0.0.1"],
      oauth: { [provider.flavour]: { ...APP, authorizationUrl, tokenUrl } },
    },
  }
  await migrateModules(boot)
  const { container, shutdown } = await bootModules(boot)
  const mail = container.resolve(MAIL_MODULE)
  const department = await container.resolve(HELPDESK_MODULE).createCrmDepartments({
    private_name: "Support",
    public_name: "Shop support",
  })
  const { host, port } = servers.mailboxes[0].imap
  const none = "none" as const

  const consent = async (accountId: string | null) => {
    const { authorization_url } = await mail.startConsent({
      user_id: "user_1",
      provider: provider.flavour,
      redirect_uri: REDIRECT,
      address: MAILBOX,
      ...(accountId
        ? { account_id: accountId, draft: null }
        : {
            account_id: null,
            draft: {
              address: MAILBOX,
              name: "Help",
              department_id: department.id,
              imap_host: host,
              imap_port: port,
              imap_security: none,
              imap_username: MAILBOX,
              imap_folder: "INBOX",
              smtp_host: servers.smtp.host,
              smtp_port: servers.smtp.port,
              smtp_security: none,
              smtp_username: MAILBOX,
              allow_self_signed: false,
            },
          }),
    })
    return mail.connectAccount({
      ...(await giveConsent(authorization_url)),
      user_id: "user_1",
    })
  }
  const { id: accountId } = await consent(null)

  return {
    boot,
    mail,
    oauth,
    servers,
    accountId,
    account: () => mail.retrieveCrmMailAccount(accountId),
    poll: () => pollMailAccount(container, accountId),
    drain: () => drainOutbox(container),
    reconnect: () => consent(accountId),
    /** As if an hour had passed. */
    endToken: () =>
      mail.updateCrmMailAccounts({
        id: accountId,
        oauth_expires_at: new Date(Date.now() - 1000),
        oauth_renewed_at: new Date(Date.now() - 3_600_000),
      }),
    /** As if the token had been got so many minutes ago, and were good for longer. */
    ageToken: (minutes = 10) =>
      mail.updateCrmMailAccounts({
        id: accountId,
        oauth_renewed_at: new Date(Date.now() - minutes * 60_000),
      }),
    /** As if the time a dead instance is waited for had passed. */
    expireLeases: () =>
      onDatabase(boot.databaseUrl, (database) =>
        database.query(`update crm_mail_lease set expires_at = 'epoch'`)
      ),
    write: async (reference_id: string) => {
      await mail.enqueueMails([aLetter(reference_id, accountId)])
      const [letter] = await mail.listCrmOutboundMails({ reference_id })
      return letter.id
    },
    letter: (id: string) => mail.retrieveCrmOutboundMail(id),
    /** As if the pause before the next attempt had passed. */
    makeDue: (id: string) => mail.updateCrmOutboundMails({ id, due_at: new Date(0) }),
    stop: async () => {
      await shutdown()
      await servers.stop()
      await oauth.stop()
      await dropDatabase(name)
      fs.rmSync(boot.fileFolder, { recursive: true, force: true })
    },
  }
}

const aLetter = (reference_id: string, account_id: string): MailToSend => ({
  reference: "test",
  reference_id,
  thread_id: reference_id,
  account_id,
  due_at: null,
  from_name: "Shop support",
  to: ["mia@shopper.test"],
  cc: [],
  bcc: [],
  subject: "Your parcel",
  body_text: "It is on its way.",
  body_html: null,
  message_id: `${reference_id}@shop.test`,
  in_reply_to: null,
  references: [],
  is_auto_reply: false,
  attachments: [],
})
