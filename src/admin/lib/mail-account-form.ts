import type {
  CreateMailAccount,
  MailAccount,
  StartMailConsent,
  UpdateMailAccount,
} from "../../api/admin/crm/mail-accounts/contract"
import type { MailServer } from "../../modules/mail/domain/mail-host"
import type { OAuthProvider } from "../../modules/mail/domain/oauth-providers"

type Security = MailAccount["smtp"]["security"]
type Server = {
  host: string
  port: string
  security: Security
  username: string
  password: string
}

/** What the form holds: text, as it is typed. */
export type MailAccountForm = {
  address: string
  name: string
  departmentId: string
  /** Read from a mailbox; otherwise its mail is brought over the webhook. */
  fetches: boolean
  imap: Server & { folder: string }
  smtp: Server
  /** SMTP logs in as IMAP does: the same name and password are sent for both. */
  sameLogin: boolean
  /** Whose consent opens the account; null: a password does. */
  consent: OAuthProvider | null
  afterReading: MailAccount["after_reading"]
  afterReadingFolder: string
  allowSelfSigned: boolean
  authservId: string
  replyFooter: string
  autoReply: boolean
  autoReplySubject: string
  autoReplyBody: string
  enabled: boolean
}

export const NEW_MAIL_ACCOUNT: MailAccountForm = {
  address: "",
  name: "",
  departmentId: "",
  fetches: true,
  imap: {
    host: "",
    port: "993",
    security: "tls",
    username: "",
    password: "",
    folder: "INBOX",
  },
  smtp: { host: "", port: "465", security: "tls", username: "", password: "" },
  sameLogin: true,
  consent: null,
  afterReading: "keep",
  afterReadingFolder: "",
  allowSelfSigned: false,
  authservId: "",
  replyFooter: "",
  autoReply: false,
  autoReplySubject: "",
  autoReplyBody: "",
  enabled: true,
}

export const formOf = (account: MailAccount): MailAccountForm => ({
  address: account.address,
  name: account.name,
  departmentId: account.department_id,
  fetches: account.imap !== null,
  imap: account.imap
    ? { ...account.imap, port: String(account.imap.port), password: "" }
    : NEW_MAIL_ACCOUNT.imap,
  smtp: {
    ...account.smtp,
    port: String(account.smtp.port),
    username: account.smtp.username ?? "",
    password: "",
  },
  sameLogin: account.imap !== null && account.smtp.username === account.imap.username,
  consent: account.oauth?.provider ?? null,
  afterReading: account.after_reading,
  afterReadingFolder: account.after_reading_folder ?? "",
  allowSelfSigned: account.allow_self_signed,
  authservId: account.authserv_id ?? "",
  replyFooter: account.reply_footer ?? "",
  autoReply: account.auto_reply !== null,
  autoReplySubject: account.auto_reply?.subject ?? "",
  autoReplyBody: account.auto_reply?.body ?? "",
  enabled: account.enabled,
})

/** Fills in the servers that are known, and nothing else. */
export const withServers = (
  form: MailAccountForm,
  { imap, smtp }: { imap: MailServer | null; smtp: MailServer | null }
): MailAccountForm => ({
  ...form,
  imap: { ...form.imap, ...(imap && { ...imap, port: String(imap.port) }) },
  smtp: { ...form.smtp, ...(smtp && { ...smtp, port: String(smtp.port) }) },
})

/** What was found out about an address. */
export type Found = {
  imap: MailServer | null
  smtp: MailServer | null
  consent: OAuthProvider | null
}

/**
 * The form once its address was looked up. What was found takes the place of what was found before;
 * servers that a person typed stay where nothing was found.
 */
export function withFound(
  form: MailAccountForm,
  found: Found | null,
  before: Found | null
): MailAccountForm {
  const isTyped = form.imap.host !== "" && form.imap.host !== before?.imap?.host
  const { imap, smtp } = NEW_MAIL_ACCOUNT
  const known = isTyped
    ? form
    : {
        ...form,
        imap: { ...imap, password: form.imap.password },
        smtp: { ...smtp, password: form.smtp.password },
      }

  return {
    ...withServers(known, found ?? { imap: null, smtp: null }),
    consent: found?.consent ?? null,
  }
}

/** @param account the saved one, whose password need not be typed again */
export function isComplete(
  form: MailAccountForm,
  account?: Pick<MailAccount, "has_password">
): boolean {
  const { imap, smtp } = form

  return Boolean(
    form.address.trim() &&
    form.departmentId &&
    (!form.fetches || isServer(imap)) &&
    isServer(smtp) &&
    (!form.fetches || form.consent || imap.password || account?.has_password) &&
    (form.afterReading !== "move" || form.afterReadingFolder.trim()) &&
    (!form.autoReply || (form.autoReplySubject.trim() && form.autoReplyBody.trim()))
  )
}

const isServer = ({ host, port }: Server) => host.trim() !== "" && Number(port) > 0

/** What is asked of a provider for a new account. The rest is set once it is connected. */
export const consentBody = (
  form: MailAccountForm,
  provider: OAuthProvider,
  redirectUri: string
): StartMailConsent => ({
  provider,
  redirect_uri: redirectUri,
  address: form.address.trim(),
  department_id: form.departmentId,
  name: form.name.trim(),
  imap: imapBody(form),
  smtp: {
    host: form.smtp.host.trim(),
    port: Number(form.smtp.port),
    security: form.smtp.security,
    username: loginName(form),
  },
})

export const createBody = (form: MailAccountForm): CreateMailAccount => ({
  ...sharedBody(form),
  imap: form.fetches ? { ...imapBody(form), password: form.imap.password } : null,
})

/** A password that was not typed again is left out, so that the saved one stays. */
export const updateBody = (form: MailAccountForm): UpdateMailAccount => ({
  ...sharedBody(form),
  imap: form.fetches ? { ...imapBody(form), ...typedPassword(form.imap.password) } : null,
})

const sharedBody = (form: MailAccountForm) => ({
  address: form.address.trim(),
  name: form.name.trim(),
  department_id: form.departmentId,
  smtp: smtpBody(form),
  after_reading: form.afterReading,
  after_reading_folder:
    form.afterReading === "move" ? form.afterReadingFolder.trim() : null,
  allow_self_signed: form.allowSelfSigned,
  authserv_id: form.authservId.trim() || null,
  reply_footer: form.replyFooter.trim() ? form.replyFooter : null,
  auto_reply: form.autoReply
    ? { subject: form.autoReplySubject.trim(), body: form.autoReplyBody.trim() }
    : null,
  enabled: form.enabled,
})

const imapBody = (form: MailAccountForm) => ({
  host: form.imap.host.trim(),
  port: Number(form.imap.port),
  security: form.imap.security,
  username: loginName(form),
  folder: form.imap.folder.trim() || "INBOX",
})

const smtpBody = (form: MailAccountForm) => ({
  host: form.smtp.host.trim(),
  port: Number(form.smtp.port),
  security: form.smtp.security,
  ...(form.fetches && form.sameLogin
    ? { username: loginName(form), ...typedPassword(form.imap.password) }
    : ownLogin(form.smtp)),
})

/** Without a name there is no login, and a password left from before would be misleading. */
const ownLogin = ({ username, password }: Server) =>
  username.trim()
    ? { username: username.trim(), ...typedPassword(password) }
    : { username: null, password: null }

const loginName = ({ imap, address }: MailAccountForm) =>
  imap.username.trim() || address.trim()

const typedPassword = (password: string) => (password ? { password } : {})
