import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../../../../modules/mail"
import { mailboxOf } from "../../../../modules/mail/account-settings"
import type { MailServer } from "../../../../modules/mail/domain/mail-host"
import type { MailAccountData } from "../../../../modules/mail/types"
import type { AccountDraft, MailAccountDTO } from "../../../../modules/mail/types"
import type {
  CreateMailAccount,
  MailAccount,
  StartMailConsent,
  UpdateMailAccount,
} from "./contract"

export async function presentMailAccount(
  container: MedusaContainer,
  id: string
): Promise<MailAccount> {
  const account = await container.resolve(MAIL_MODULE).retrieveCrmMailAccount(id)
  const [mailAccount] = await presentMailAccounts(container, [account])

  return mailAccount
}

export async function presentMailAccounts(
  container: MedusaContainer,
  accounts: MailAccountDTO[]
): Promise<MailAccount[]> {
  const passwords = await container
    .resolve(MAIL_MODULE)
    .passwordNames(accounts.map(({ id }) => id))

  return accounts.map((account) => {
    const has = (name: "imap_password" | "smtp_password" | "webhook_secret") =>
      passwords.get(account.id)?.has(name) ?? false

    return {
      id: account.id,
      number: account.number,
      address: account.address,
      name: account.name,
      department_id: account.department_id,
      imap: imapOf(account, has("imap_password")),
      smtp: {
        host: account.smtp_host,
        port: account.smtp_port,
        security: account.smtp_security,
        username: account.smtp_username,
        has_password: has("smtp_password"),
      },
      has_password: has("imap_password"),
      has_webhook: has("webhook_secret"),
      allow_self_signed: account.allow_self_signed,
      authserv_id: account.authserv_id,
      reply_footer: account.reply_footer,
      auto_reply:
        account.auto_reply_subject && account.auto_reply_body
          ? { subject: account.auto_reply_subject, body: account.auto_reply_body }
          : null,
      oauth: oauthOf(account),
      after_reading: account.after_reading,
      after_reading_folder: account.after_reading_folder,
      after_reading_error: account.after_reading_error,
      enabled: account.enabled,
      state: account.state,
      last_error: account.last_error,
      last_polled_at: account.last_polled_at?.toISOString() ?? null,
      last_mail_at: account.last_mail_at?.toISOString() ?? null,
      next_poll_at: account.next_poll_at?.toISOString() ?? null,
      backlog: account.backlog,
      notice:
        account.notice && account.noticed_at
          ? { what: account.notice, at: account.noticed_at.toISOString() }
          : null,
      sending_error: account.smtp_error,
      sending_paused_until: account.smtp_paused_until?.toISOString() ?? null,
      created_at: account.created_at.toISOString(),
      updated_at: account.updated_at.toISOString(),
    }
  })
}

function imapOf(account: MailAccountDTO, has_password: boolean): MailAccount["imap"] {
  const mailbox = mailboxOf(account)

  return mailbox && { ...mailbox, folder: account.imap_folder, has_password }
}

const oauthOf = (account: MailAccountDTO): MailAccount["oauth"] =>
  account.oauth_provider && {
    provider: account.oauth_provider,
    connected_as: account.oauth_connected_as,
    expires_at: account.oauth_expires_at?.toISOString() ?? null,
    state: account.state === "reconnect" ? "reconnect" : "connected",
  }

/** A new account with the servers its provider usually has. */
export function accountDraft(
  { address, department_id, name = "", imap, smtp }: StartMailConsent,
  usual: Record<"imap" | "smtp", MailServer>
): AccountDraft {
  const username = imap?.username ?? address

  return {
    address,
    department_id,
    name,
    imap_host: imap?.host ?? usual.imap.host,
    imap_port: imap?.port ?? usual.imap.port,
    imap_security: imap?.security ?? usual.imap.security,
    imap_username: username,
    imap_folder: imap?.folder ?? "INBOX",
    smtp_host: smtp?.host ?? usual.smtp.host,
    smtp_port: smtp?.port ?? usual.smtp.port,
    smtp_security: smtp?.security ?? usual.smtp.security,
    smtp_username: smtp?.username ?? username,
    allow_self_signed: false,
  }
}

/** The body's two logins and one auto-reply as the columns and passwords they become. */
export function mailAccountData({
  imap,
  smtp,
  auto_reply,
  ...columns
}: CreateMailAccount | UpdateMailAccount): MailAccountData {
  return withoutUndefined({
    ...columns,
    ...(imap === null ? NO_MAILBOX : mailboxColumns(imap)),
    smtp_host: smtp?.host,
    smtp_port: smtp?.port,
    smtp_security: smtp?.security,
    smtp_username: smtp?.username,
    smtp_password: smtp?.password,
    auto_reply_subject: auto_reply && auto_reply.subject,
    auto_reply_body: auto_reply && auto_reply.body,
  })
}

const mailboxColumns = (imap: UpdateMailAccount["imap"]) => ({
  imap_host: imap?.host,
  imap_port: imap?.port,
  imap_security: imap?.security,
  imap_username: imap?.username,
  imap_password: imap?.password,
  imap_folder: imap?.folder,
})

const NO_MAILBOX = {
  imap_host: null,
  imap_port: null,
  imap_security: null,
  imap_username: null,
  imap_password: null,
  imap_folder: "INBOX",
}

const withoutUndefined = <T extends object>(data: T): T =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T
