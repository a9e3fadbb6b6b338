import { z } from "@medusajs/framework/zod"
import {
  AFTER_READING,
  type AccountState,
  type AfterReading,
} from "../../../../modules/mail/domain/account-state"
import { TRANSPORT_SECURITY } from "../../../../modules/mail/domain/mail-host"
import {
  OAUTH_PROVIDERS,
  type OAuthProvider,
} from "../../../../modules/mail/domain/oauth-providers"
import { emailAddress, id, type Deleted, type Paged } from "../contract"

/** No control characters: these words travel inside protocol commands. */
const protocolWord = z
  .string()
  .min(1)
  .max(512)
  .regex(/^[^\p{Cc}]+$/u, "must not contain control characters")
const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[a-z0-9.:[\]_-]+$/i, "must be a host name or an IP address")
const port = z.number().int().min(1).max(65535)
const security = z.enum(TRANSPORT_SECURITY)

export const ImapSettings = z.strictObject({
  host,
  port,
  security,
  username: protocolWord.optional(),
  password: protocolWord,
  folder: protocolWord.optional(),
})
export const SmtpSettings = z.strictObject({
  host,
  port,
  security,
  username: protocolWord.nullable().optional(),
  password: protocolWord.nullable().optional(),
})
export const AutoReply = z.strictObject({
  subject: z.string().trim().min(1).max(255),
  body: z.string().trim().min(1).max(20_000),
})

const fields = {
  address: emailAddress,
  name: z.string().trim().max(255),
  department_id: id,
  /** Null: no mailbox is read, its mail is brought over the webhook. */
  imap: ImapSettings.nullable(),
  smtp: SmtpSettings,
  allow_self_signed: z.boolean(),
  authserv_id: z.string().trim().max(253).nullable(),
  reply_footer: z.string().max(10_000).nullable(),
  auto_reply: AutoReply.nullable(),
  /** What becomes of a mail on the server once it is on a ticket or was ignored. */
  after_reading: z.enum(AFTER_READING),
  /** With "move": another folder than the one that is read. */
  after_reading_folder: protocolWord.nullable(),
  enabled: z.boolean(),
}

export const CreateMailAccount = z
  .strictObject(fields)
  .partial()
  .required({ address: true, department_id: true, imap: true, smtp: true })
export type CreateMailAccount = z.infer<typeof CreateMailAccount>

/** A password that is left out stays as it is. */
export const UpdateMailAccount = z
  .strictObject({
    ...fields,
    imap: ImapSettings.partial().nullable(),
    smtp: SmtpSettings.partial(),
  })
  .partial()
export type UpdateMailAccount = z.infer<typeof UpdateMailAccount>

/** The page that the provider sends the browser back to, under whatever path the admin has. */
const redirectUri = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .regex(
    /^[^?#]+\/settings\/crm-mail-accounts\/connect$/,
    "must be the address of the admin page settings/crm-mail-accounts/connect"
  )

/** Servers other than the provider's usual ones. */
const server = { host, port, security }

/** Begins a new account that is opened by a provider's consent. */
export const StartMailConsent = z.strictObject({
  provider: z.enum(OAUTH_PROVIDERS),
  redirect_uri: redirectUri,
  address: emailAddress,
  department_id: id,
  name: fields.name.optional(),
  imap: z
    .strictObject({ ...server, username: protocolWord, folder: protocolWord })
    .partial()
    .optional(),
  smtp: z
    .strictObject({ ...server, username: protocolWord })
    .partial()
    .optional(),
})
export type StartMailConsent = z.infer<typeof StartMailConsent>

/** Connects an account that is there, for the first time or again. */
export const RenewMailConsent = z.strictObject({
  /** Left out: the one it is connected through. */
  provider: z.enum(OAUTH_PROVIDERS).optional(),
  redirect_uri: redirectUri,
})
export type RenewMailConsent = z.infer<typeof RenewMailConsent>

/** What the provider gave the browser to bring back. */
export const FinishMailConsent = z.strictObject({
  code: z.string().min(1).max(4_096),
  state: z.string().min(1).max(256),
})
export type FinishMailConsent = z.infer<typeof FinishMailConsent>

export type MailConsentResponse = {
  /** Where to send the browser, and until when it has to be back. */
  consent: { authorization_url: string; expires_at: string }
}

export type MailAccount = {
  id: string
  number: number
  address: string
  name: string
  department_id: string
  imap: {
    host: string
    port: number
    security: (typeof TRANSPORT_SECURITY)[number]
    username: string
    folder: string
    has_password: boolean
  } | null
  smtp: {
    host: string
    port: number
    security: (typeof TRANSPORT_SECURITY)[number]
    username: string | null
    has_password: boolean
  }
  has_password: boolean
  /** Mail may be brought over the webhook. */
  has_webhook: boolean
  allow_self_signed: boolean
  authserv_id: string | null
  reply_footer: string | null
  auto_reply: { subject: string; body: string } | null
  /** Null: it logs in with its passwords. */
  oauth: {
    provider: OAuthProvider
    /** Who gave the consent, as the provider names them. */
    connected_as: string | null
    /** When the access token ends; it is renewed before by itself. */
    expires_at: string | null
    state: "connected" | "reconnect"
  } | null
  after_reading: AfterReading
  after_reading_folder: string | null
  /** Why the server was not changed as chosen. Reading goes on. */
  after_reading_error: string | null
  enabled: boolean
  state: AccountState
  /** The server's own words. */
  last_error: string | null
  last_polled_at: string | null
  last_mail_at: string | null
  next_poll_at: string | null
  backlog: number
  /** Its folder was read from the beginning once more: numbered anew, or set back from a backup. */
  notice: { what: "renumbered" | "set_back"; at: string } | null
  /** The login or the encryption failed: all its mail waits until the pause is over. */
  sending_error: string | null
  sending_paused_until: string | null
  created_at: string
  updated_at: string
}

export type MailAccountResponse = { mail_account: MailAccount }
export type MailAccountsResponse = { mail_accounts: MailAccount[] } & Paged
export type MailAccountDeleted = Deleted<"mail_account">

/** The secret is shown once: it cannot be asked for again, only replaced. */
export type MailAccountWebhookResponse = { webhook: { path: string; secret: string } }
export type MailAccountWebhookDeleted = Deleted<"mail_account_webhook">

type Checked = { ok: boolean; error?: string }
/** `imap` is null where no mailbox is read. */
export type MailAccountTestResponse = { imap: Checked | null; smtp: Checked }

/** What one poll did; null when another instance is polling the account. */
export type MailAccountPollResponse = {
  poll: {
    fetched: number
    ticketed: number
    ignored: number
    quarantined: number
    more: boolean
  } | null
  busy?: true
}
