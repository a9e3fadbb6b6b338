import type { Tidying } from "./transports/tidy-mails"
import type { ImapSettings } from "./transports/imap"
import type { TokenSource } from "./transports/login"
import type { MailHostPolicy } from "./transports/mail-host"
import type { SmtpSettings } from "./transports/smtp"
import type { Secrets } from "./records/secrets"
import type { ConnectionColumns, MailAccountDTO } from "./types"

/** Where and as whom an account logs in. */
export type AccountSettings = {
  /** Null: nothing is fetched, its mail is brought over the webhook. */
  imap: ImapSettings | null
  smtp: SmtpSettings
}

/** Where SMTP names the same user as IMAP and has no password of its own, it has the same one. */
export function passwordSettings(
  account: ConnectionColumns,
  { imap_password = "", smtp_password }: Pick<Secrets, "imap_password" | "smtp_password">,
  hosts: MailHostPolicy
): AccountSettings {
  const sameLogin = account.smtp_username === account.imap_username
  const smtpPassword = smtp_password ?? (sameLogin ? imap_password : "")
  const imap = imapServer(account, hosts)

  return {
    imap: imap && { ...imap, login: { kind: "password", password: imap_password } },
    smtp: {
      ...smtpServer(account, hosts),
      username: account.smtp_username,
      login: { kind: "password", password: smtpPassword },
    },
  }
}

/** A provider's token opens both servers, for the same user. */
export function tokenSettings(
  account: ConnectionColumns,
  token: TokenSource,
  hosts: MailHostPolicy
): AccountSettings {
  const imap = imapServer(account, hosts)

  return {
    imap: imap && { ...imap, login: { kind: "oauth2", token } },
    smtp: {
      ...smtpServer(account, hosts),
      username: account.smtp_username ?? account.imap_username,
      login: { kind: "oauth2", token },
    },
  }
}

/** @returns null for an account whose mail is brought, not fetched */
export function mailboxOf({
  imap_host: host,
  imap_port: port,
  imap_security: security,
  imap_username: username,
}: Mailbox) {
  return host === null || port === null || security === null || username === null
    ? null
    : { host, port, security, username }
}

type Mailbox = Pick<
  ConnectionColumns,
  "imap_host" | "imap_port" | "imap_security" | "imap_username"
>

/** @returns null when mails stay on the server as they are */
export function tidyingOf(
  account: Pick<MailAccountDTO, "after_reading" | "after_reading_folder">
): Tidying | null {
  const { after_reading: kind, after_reading_folder: folder } = account

  if (kind === "move") {
    return folder === null ? null : { kind, folder }
  }
  return kind === "keep" ? null : { kind }
}

function imapServer(
  { imap_folder: folder, allow_self_signed, ...account }: ConnectionColumns,
  hosts: MailHostPolicy
) {
  const mailbox = mailboxOf(account)

  return mailbox && { ...mailbox, folder, allow_self_signed, hosts }
}

const smtpServer = (account: ConnectionColumns, hosts: MailHostPolicy) => ({
  host: account.smtp_host,
  port: account.smtp_port,
  security: account.smtp_security,
  allow_self_signed: account.allow_self_signed,
  hosts,
})
