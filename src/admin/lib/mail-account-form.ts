import type {
  CreateMailAccount,
  MailAccount,
  UpdateMailAccount,
} from "../../api/admin/crm/mail-accounts/contract"
import type { MailPreset } from "./mail-presets"

type Security = MailAccount["imap"]["security"]
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
  imap: Server & { folder: string }
  smtp: Server
  /** SMTP logs in as IMAP does: the same name and password are sent for both. */
  sameLogin: boolean
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
  imap: { ...account.imap, port: String(account.imap.port), password: "" },
  smtp: {
    ...account.smtp,
    port: String(account.smtp.port),
    username: account.smtp.username ?? "",
    password: "",
  },
  sameLogin: account.smtp.username === account.imap.username,
  allowSelfSigned: account.allow_self_signed,
  authservId: account.authserv_id ?? "",
  replyFooter: account.reply_footer ?? "",
  autoReply: account.auto_reply !== null,
  autoReplySubject: account.auto_reply?.subject ?? "",
  autoReplyBody: account.auto_reply?.body ?? "",
  enabled: account.enabled,
})

export const withPreset = (
  form: MailAccountForm,
  { imap, smtp }: MailPreset
): MailAccountForm => ({
  ...form,
  imap: { ...form.imap, ...imap, port: String(imap.port) },
  smtp: { ...form.smtp, ...smtp, port: String(smtp.port) },
})

export function isComplete(form: MailAccountForm, isNew: boolean): boolean {
  const { imap, smtp } = form

  return Boolean(
    form.address.trim() &&
    form.departmentId &&
    imap.host.trim() &&
    Number(imap.port) > 0 &&
    smtp.host.trim() &&
    Number(smtp.port) > 0 &&
    (imap.password || !isNew) &&
    (!form.autoReply || (form.autoReplySubject.trim() && form.autoReplyBody.trim()))
  )
}

export const createBody = (form: MailAccountForm): CreateMailAccount => ({
  ...sharedBody(form),
  imap: { ...imapBody(form), password: form.imap.password },
})

/** A password that was not typed again is left out, so that the saved one stays. */
export const updateBody = (form: MailAccountForm): UpdateMailAccount => ({
  ...sharedBody(form),
  imap: { ...imapBody(form), ...typedPassword(form.imap.password) },
})

const sharedBody = (form: MailAccountForm) => ({
  address: form.address.trim(),
  name: form.name.trim(),
  department_id: form.departmentId,
  smtp: smtpBody(form),
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
  ...(form.sameLogin
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
