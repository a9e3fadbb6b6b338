import { model } from "@medusajs/framework/utils"
import { ACCOUNT_STATES, AFTER_READING } from "../domain/account-state"
import { RESTARTS } from "../domain/folder-position"
import { TRANSPORT_SECURITY } from "../domain/mail-host"
import { OAUTH_PROVIDERS } from "../domain/oauth-providers"

/**
 * An address the shop reads and writes from (V-16 to V-25). Its passwords are in `crm_mail_secret`,
 * a table without a model: no query, event or answer can carry what no record contains.
 */
export const CrmMailAccount = model
  .define("crm_mail_account", {
    id: model.id({ prefix: "macc" }).primaryKey(),
    /** The short number people call it by (V-17). */
    number: model.autoincrement(),
    /** Lower case and unique (V-18). */
    address: model.text().searchable(),
    name: model.text().searchable(),
    /** All its mail goes to this department (V-08, V-22). */
    department_id: model.text(),

    /** The mailbox that is read. All four null: its mail is brought over the webhook alone. */
    imap_host: model.text().nullable(),
    imap_port: model.number().nullable(),
    imap_security: model.enum([...TRANSPORT_SECURITY]).nullable(),
    imap_username: model.text().nullable(),
    imap_folder: model.text().default("INBOX"),
    smtp_host: model.text(),
    smtp_port: model.number(),
    smtp_security: model.enum([...TRANSPORT_SECURITY]),
    smtp_username: model.text().nullable(),
    /** Accept a certificate nobody vouches for. Asked for, never assumed (V-27). */
    allow_self_signed: model.boolean().default(false),
    /** Whose Authentication-Results we believe (RFC 8601). Null: nobody's. */
    authserv_id: model.text().nullable(),

    /** Whose consent it logs in with; null: with its passwords. The tokens are in `crm_mail_secret`. */
    oauth_provider: model.enum([...OAUTH_PROVIDERS]).nullable(),
    /** Who gave the consent, as the provider names them. */
    oauth_connected_as: model.text().nullable(),
    /** When the access token ends, and when it was got, on the database's clock. */
    oauth_expires_at: model.dateTime().nullable(),
    oauth_renewed_at: model.dateTime().nullable(),

    /** What becomes of a mail on the server once it is on a ticket or was ignored. */
    after_reading: model.enum([...AFTER_READING]).default("keep"),
    after_reading_folder: model.text().nullable(),
    /** Why the last attempt at it failed. Reading goes on meanwhile. */
    after_reading_error: model.text().nullable(),

    reply_footer: model.text().nullable(),
    auto_reply_subject: model.text().nullable(),
    auto_reply_body: model.text().nullable(),

    enabled: model.boolean().default(true),
    state: model.enum([...ACCOUNT_STATES]).default("new"),
    last_error: model.text().nullable(),
    failures: model.number().default(0),
    last_polled_at: model.dateTime().nullable(),
    last_mail_at: model.dateTime().nullable(),
    next_poll_at: model.dateTime().nullable(),
    /** Mail waiting on the server; kept up to date while a poll runs. */
    backlog: model.number().default(0),
    /** Mails fetched by the latest poll, or so far by the one that runs. */
    poll_fetched: model.number().default(0),
    /** Why its folder was read from the beginning once more, and when: people may want to know. */
    notice: model.enum([...RESTARTS]).nullable(),
    noticed_at: model.dateTime().nullable(),

    /** Refused logins and failed TLS in a row: all its mail waits until the pause is over. */
    smtp_failures: model.number().default(0),
    smtp_error: model.text().nullable(),
    smtp_paused_until: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["address"], unique: true, where: "deleted_at IS NULL" },
    { on: ["department_id"], where: "deleted_at IS NULL" },
  ])
