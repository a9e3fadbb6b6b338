import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../../../../modules/mail"
import type { MailAccountData } from "../../../../modules/mail/service"
import type { MailAccountDTO } from "../../../../modules/mail/types"
import type { CreateMailAccount, MailAccount, UpdateMailAccount } from "./contract"

export async function presentMailAccounts(
  container: MedusaContainer,
  accounts: MailAccountDTO[]
): Promise<MailAccount[]> {
  const passwords = await container
    .resolve(MAIL_MODULE)
    .passwordNames(accounts.map(({ id }) => id))

  return accounts.map((account) => {
    const has = (name: "imap_password" | "smtp_password") =>
      passwords.get(account.id)?.has(name) ?? false

    return {
      id: account.id,
      number: account.number,
      address: account.address,
      name: account.name,
      department_id: account.department_id,
      imap: {
        host: account.imap_host,
        port: account.imap_port,
        security: account.imap_security,
        username: account.imap_username,
        folder: account.imap_folder,
        has_password: has("imap_password"),
      },
      smtp: {
        host: account.smtp_host,
        port: account.smtp_port,
        security: account.smtp_security,
        username: account.smtp_username,
        has_password: has("smtp_password"),
      },
      has_password: has("imap_password"),
      allow_self_signed: account.allow_self_signed,
      authserv_id: account.authserv_id,
      reply_footer: account.reply_footer,
      auto_reply:
        account.auto_reply_subject && account.auto_reply_body
          ? { subject: account.auto_reply_subject, body: account.auto_reply_body }
          : null,
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

/** The body's two logins and one auto-reply as the columns and passwords they become. */
export function mailAccountData({
  imap,
  smtp,
  auto_reply,
  ...columns
}: CreateMailAccount | UpdateMailAccount): MailAccountData {
  return withoutUndefined({
    ...columns,
    imap_host: imap?.host,
    imap_port: imap?.port,
    imap_security: imap?.security,
    imap_username: imap?.username,
    imap_password: imap?.password,
    imap_folder: imap?.folder,
    smtp_host: smtp?.host,
    smtp_port: smtp?.port,
    smtp_security: smtp?.security,
    smtp_username: smtp?.username,
    smtp_password: smtp?.password,
    auto_reply_subject: auto_reply && auto_reply.subject,
    auto_reply_body: auto_reply && auto_reply.body,
  })
}

const withoutUndefined = <T extends object>(data: T): T =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T
