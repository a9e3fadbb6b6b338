import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { deliveryOf, type Delivery } from "../domain/delivery"
import type { OutboundState } from "../domain/outbound-state"
import type { OutboundAttachment, OutboundMailDTO, RecipientState } from "../types"
import { toStoredJson } from "../../../stored-json"

/** A mail that shall leave. `reference` and `reference_id` name what asked for it, once for ever. */
export type MailToSend = {
  reference: string
  reference_id: string
  thread_id: string
  account_id: string
  /** Held until whoever asked for it lets it go, which is meant to be then; null leaves at once. */
  due_at: string | null
  from_name: string
  to: string[]
  cc: string[]
  bcc: string[]
  subject: string
  body_text: string
  body_html: string | null
  message_id: string
  in_reply_to: string | null
  references: string[]
  is_auto_reply: boolean
  attachments: OutboundAttachment[]
  /** Stands where the text has `SECRET_MARK`. Kept sealed. */
  secret?: string | null
}

/** Seconds after which a mail that a killed process was sending is taken up by another. */
const CLAIM_SECONDS = 300

/**
 * Takes mails in. One that is there already stays as it is: handing over twice sends once. A held one
 * is let go by handing it over again without a time, as it is to be then.
 */
export async function enqueueMails(sql: Sql, mails: MailToSend[]): Promise<void> {
  // Ids made within one millisecond are in no order, and mails of one thread leave by their ids.
  const ids = mails.map(() => generateEntityId("", "omail")).sort()
  const rows = mails.map((mail, index) => ({
    ...mail,
    secret: mail.secret ?? null,
    id: ids[index],
    state: mail.due_at ? "held" : "queued",
    waits_for_release: mail.due_at !== null,
    due_at: mail.due_at ?? new Date().toISOString(),
    recipients: [...new Set([...mail.to, ...mail.cc, ...mail.bcc])].map(
      (address): RecipientState => ({ address, state: "pending", response: null })
    ),
  }))
  await insertRows(
    sql,
    "crm_outbound_mail",
    rows,
    `on conflict (reference, reference_id) where deleted_at is null
     do update set ${REWRITTEN.map((column) => `"${column}" = excluded."${column}"`).join(", ")},
       created_at = now(), updated_at = now()
     where crm_outbound_mail.state = 'held' and crm_outbound_mail.waits_for_release`
  )
}

/**
 * A held mail is written anew: its ticket may have moved to another department meanwhile. Its age,
 * after which no more attempts are made, counts from here.
 */
const REWRITTEN = [
  "state",
  "due_at",
  "waits_for_release",
  "account_id",
  "from_name",
  "to",
  "cc",
  "bcc",
  "recipients",
  "subject",
  "body_text",
  "body_html",
  "secret",
  "message_id",
  "in_reply_to",
  "references",
  "attachments",
]

/**
 * Drops mails that are held or were cancelled while they were: what asked for them was taken back.
 * Nothing of them has left.
 */
export async function dropHeldMails(
  sql: Sql,
  reference: string,
  referenceIds: string[]
): Promise<void> {
  await sql.raw(
    `update crm_outbound_mail set state = 'cancelled', deleted_at = now()
     where reference = ? and reference_id = any(?) and state in ('held', 'cancelled')
       and waits_for_release and deleted_at is null`,
    [reference, referenceIds]
  )
}

/** Minutes after which a held mail that was not let go belongs to a process that died. */
const MINUTES_FORGOTTEN = 10

/** Drops what is held past its time. What must leave all the same is handed over again. */
export async function dropForgottenMails(sql: Sql): Promise<void> {
  await sql.raw(
    `update crm_outbound_mail set state = 'cancelled', deleted_at = now()
     where state = 'held' and waits_for_release and deleted_at is null
       and due_at < clock_timestamp() - make_interval(mins => ?)`,
    [MINUTES_FORGOTTEN]
  )
}

/**
 * Takes the mails that are due, one per thread and in the order they were written: an answer never
 * overtakes the one before it. It does not wait for a machine's, which may fail for three days; and
 * who holds a mail back lets the others pass. Whoever claims has five minutes. Mail of an account
 * that waits for a person waits with it, and no attempt is counted. Accounts that failed last time
 * come last: nobody's mail waits for their timeouts.
 */
export const claimDueMails = (
  sql: Sql,
  owner: string,
  limit: number
): Promise<OutboundMailDTO[]> =>
  rowsOf<OutboundMailDTO>(
    sql,
    `update crm_outbound_mail
     set state = 'sending', attempts = attempts + 1, claimed_by = ?,
         claimed_until = clock_timestamp() + make_interval(secs => ?), updated_at = now()
     where id in (
       select mail.id from crm_outbound_mail mail
       where mail.deleted_at is null
         and (
           (mail.state in ('queued', 'failed', 'held') and mail.due_at <= clock_timestamp()
            and not (mail.state = 'held' and mail.waits_for_release))
           or (mail.state = 'sending' and mail.claimed_until < clock_timestamp())
         )
         and not exists (
           select 1 from crm_mail_account account
           where account.id = mail.account_id
             and (account.state in ('reconnect', 'locked')
                  or account.smtp_paused_until > clock_timestamp())
         )
         and not exists (
           select 1 from crm_outbound_mail earlier
           where earlier.thread_id = mail.thread_id and earlier.id < mail.id
             and earlier.state in ('queued', 'failed', 'sending') and earlier.deleted_at is null
             and (mail.is_auto_reply or not earlier.is_auto_reply)
         )
       order by exists (
         select 1 from crm_mail_account account
         where account.id = mail.account_id and account.smtp_failures > 0
       ), mail.due_at, mail.id
       limit ?
       for update of mail skip locked
     )
     returning *`,
    [owner, CLAIM_SECONDS, limit]
  )

/** Keeps claimed mails from others while a slow server is spoken to. */
export async function renewClaims(sql: Sql, owner: string, ids: string[]): Promise<void> {
  await sql.raw(
    `update crm_outbound_mail
     set claimed_until = clock_timestamp() + make_interval(secs => ?)
     where id = any(?) and claimed_by = ? and state = 'sending'`,
    [CLAIM_SECONDS, ids, owner]
  )
}

/** Puts a claimed mail back that was not tried. */
export async function giveBackMail(sql: Sql, owner: string, id: string): Promise<void> {
  await sql.raw(
    `update crm_outbound_mail
     set state = 'queued', attempts = greatest(attempts - 1, 0), claimed_by = null,
         claimed_until = null, updated_at = now()
     where id = ? and claimed_by = ? and state = 'sending'`,
    [id, owner]
  )
}

/** What one attempt came to. */
export type SendResult = {
  id: string
  state: Extract<OutboundState, "sent" | "failed" | "dead" | "cancelled">
  /** The login or the encryption failed: the attempt says nothing about the mail. */
  is_account_failure?: boolean
  due_at: string | null
  last_response: string
  recipients: RecipientState[]
}

/** Writes down an attempt, if the claim is still this owner's. */
export async function recordSendResult(
  sql: Sql,
  owner: string,
  { id, state, due_at, last_response, recipients }: SendResult
): Promise<void> {
  await sql.raw(
    `update crm_outbound_mail
     set state = ?, due_at = coalesce(?::timestamptz, due_at), last_response = ?,
         recipients = ?::jsonb, claimed_by = null, claimed_until = null, reported = false,
         sent_at = case when ? = 'sent' then clock_timestamp() end,
         secret = case when ? = 'failed' then secret end, updated_at = now()
     where id = ? and claimed_by = ? and state = 'sending'`,
    [state, due_at, last_response, toStoredJson(recipients), state, state, id, owner]
  )
}

/** @returns false when the mail has left, or is leaving right now */
export async function cancelMail(sql: Sql, id: string): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    `update crm_outbound_mail set state = 'cancelled', reported = false, updated_at = now()
     where id = ? and state in ('held', 'queued', 'failed') and deleted_at is null returning id`,
    [id]
  )
  return rows.length === 1
}

/** Takes mails that have not left out of the outbox. @returns what asked for them */
export const takeBackMails = (
  sql: Sql,
  accountId: string
): Promise<{ reference: string; reference_id: string }[]> =>
  rowsOf(
    sql,
    `update crm_outbound_mail set state = 'cancelled', deleted_at = now()
     where account_id = ? and state in ('held', 'queued', 'failed') and deleted_at is null
     returning reference, reference_id`,
    [accountId]
  )

/**
 * Sends again at once, whatever refused it before, to those who did not get it.
 * @returns false when there is nothing to retry
 */
export async function retryMail(sql: Sql, id: string): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    `update crm_outbound_mail
     set state = 'queued', due_at = clock_timestamp(), attempts = 0, reported = false,
         created_at = now(), updated_at = now(),
         recipients = (
           select jsonb_agg(
             case when recipient->>'state' in ('refused', 'bounced')
               then (recipient - 'failure') || '{"state": "pending"}'::jsonb
               else recipient end
             order by position)
           from jsonb_array_elements(recipients) with ordinality as each (recipient, position)
         )
     where id = ? and deleted_at is null and (
       state in ('failed', 'dead', 'cancelled')
       or (state = 'sent' and (recipients @> '[{"state": "refused"}]'
                               or recipients @> '[{"state": "bounced"}]'))
     )
     returning id`,
    [id]
  )
  return rows.length === 1
}

/** Keeps a mail back until then. @returns false when it has left, or is leaving right now */
export async function holdMail(sql: Sql, id: string, until: Date): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    `update crm_outbound_mail
     set state = 'held', due_at = ?, reported = false, updated_at = now()
     where id = ? and state in ('held', 'queued', 'failed') and deleted_at is null returning id`,
    [until.toISOString(), id]
  )
  return rows.length === 1
}

/** Lets a mail that is held back leave now. @returns false when it is not held back */
export async function releaseMail(sql: Sql, id: string): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    `update crm_outbound_mail
     set state = 'queued', due_at = clock_timestamp(), reported = false, updated_at = now()
     where id = ? and state = 'held' and deleted_at is null returning id`,
    [id]
  )
  return rows.length === 1
}

/** What became of a mail, for whoever asked for it. */
export type DeliveryReport = Delivery & {
  id: string
  reference: string
  reference_id: string
  /** Of the row: what changed since is told again. */
  row_version: string
}

type UnreportedMail = Pick<
  OutboundMailDTO,
  "id" | "reference" | "reference_id" | "state" | "recipients" | "last_response"
> & { row_version: string }

/** States that have not reached whoever asked. A crash between telling and noting only tells twice. */
export async function unreportedDeliveries(
  sql: Sql,
  limit: number
): Promise<DeliveryReport[]> {
  const mails = await rowsOf<UnreportedMail>(
    sql,
    `select id, reference, reference_id, state, recipients, last_response,
            xmin::text as row_version
     from crm_outbound_mail where reported = false and deleted_at is null order by id limit ?`,
    [limit]
  )
  return mails.map(({ id, reference, reference_id, row_version, ...mail }) => ({
    id,
    reference,
    reference_id,
    row_version,
    ...deliveryOf(mail),
  }))
}

/** Only where the row is still the one that was told: `xmin` is another after every change. */
export async function markReported(sql: Sql, reports: DeliveryReport[]): Promise<void> {
  await sql.raw(
    `update crm_outbound_mail mail set reported = true
     from json_to_recordset(?::json) as told (id text, row_version text)
     where mail.id = told.id and mail.xmin::text = told.row_version`,
    [toStoredJson(reports.map(({ id, row_version }) => ({ id, row_version })))]
  )
}
