import { z } from "@medusajs/framework/zod"
import { TRANSPORT_SECURITY } from "../../../../modules/mail/domain/mail-host"
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
  imap: ImapSettings,
  smtp: SmtpSettings,
  allow_self_signed: z.boolean(),
  authserv_id: z.string().trim().max(253).nullable(),
  reply_footer: z.string().max(10_000).nullable(),
  auto_reply: AutoReply.nullable(),
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
    imap: ImapSettings.partial(),
    smtp: SmtpSettings.partial(),
  })
  .partial()
export type UpdateMailAccount = z.infer<typeof UpdateMailAccount>

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
  }
  smtp: {
    host: string
    port: number
    security: (typeof TRANSPORT_SECURITY)[number]
    username: string | null
    has_password: boolean
  }
  has_password: boolean
  allow_self_signed: boolean
  authserv_id: string | null
  reply_footer: string | null
  auto_reply: { subject: string; body: string } | null
  enabled: boolean
  state: "new" | "ok" | "failing"
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

type Checked = { ok: boolean; error?: string }
export type MailAccountTestResponse = { imap: Checked; smtp: Checked }

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
