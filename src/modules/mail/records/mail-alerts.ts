import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import {
  ATTEMPTS_BEFORE_ALERT,
  FAILURES_BEFORE_ALERT,
  isDismissible,
  type AlertEnding,
  type AlertKind,
} from "../domain/mail-alert"
import { toStoredJson } from "../../../stored-json"

/** What is wrong now, one row per account and kind. Mails that were waved aside do not count again. */
const TROUBLE = `
  select id as account_id, 'account' as kind, last_error as words, 1 as count
  from crm_mail_account
  where enabled and deleted_at is null
    and (state in ('reconnect', 'locked') or (state = 'failing' and failures >= ${FAILURES_BEFORE_ALERT}))
  union all
  select mail.account_id, 'sending', (array_agg(mail.last_response order by mail.updated_at desc))[1],
         count(*)::int
  from crm_outbound_mail mail
  join crm_mail_account account on account.id = mail.account_id
  where mail.deleted_at is null
    and ((mail.state = 'failed' and mail.attempts >= ${ATTEMPTS_BEFORE_ALERT})
         or (mail.state in ('failed', 'sending')
             and account.smtp_failures >= ${FAILURES_BEFORE_ALERT}))
  group by mail.account_id
  union all
  select mail.account_id, 'dead_letters',
         (array_agg(mail.last_response order by mail.updated_at desc))[1], count(*)::int
  from crm_outbound_mail mail
  where mail.state = 'dead' and mail.deleted_at is null
    and mail.updated_at > ${dismissedBefore("dead_letters")}
  group by mail.account_id
  union all
  select mail.account_id, 'quarantine',
         (array_agg(mail.reason order by mail.updated_at desc))[1], count(*)::int
  from crm_inbound_mail mail
  where mail.state = 'quarantined' and mail.deleted_at is null
    and mail.updated_at > ${dismissedBefore("quarantine")}
  group by mail.account_id`

function dismissedBefore(kind: AlertKind) {
  return `coalesce(
    (select max(ended_at) from crm_mail_alert
     where account_id = mail.account_id and kind = '${kind}' and ending = 'dismissed'),
    '-infinity')`
}

type Trouble = {
  account_id: string
  kind: AlertKind
  words: string | null
  count: number
}

/**
 * Compares what is wrong with what is on record, in the caller's transaction: ends alerts, keeps
 * them current, begins new ones. One instance at a time, or one that looked a moment earlier would
 * begin anew what another has just ended; whoever comes meanwhile leaves it to that one.
 */
export async function noteAlerts(sql: Sql): Promise<void> {
  const [{ is_ours }] = await rowsOf<{ is_ours: boolean }>(
    sql,
    `select pg_try_advisory_xact_lock(hashtextextended('crm-mail-alerts', 0)) as is_ours`
  )

  if (is_ours) {
    const trouble = await rowsOf<Trouble>(sql, TROUBLE)

    await endAlerts(sql, trouble)
    await beginAlerts(sql, trouble)
  }
}

/** One whose account was switched off or removed ends without a word. */
async function endAlerts(sql: Sql, trouble: Trouble[]): Promise<void> {
  await sql.raw(
    `update crm_mail_alert alert
     set ended_at = clock_timestamp(), updated_at = now(),
         ending = case when account.enabled or alert.kind <> 'account'
           then 'recovered' else 'switched_off' end,
         ending_told = not (coalesce(account.enabled, false) or alert.kind <> 'account')
     from crm_mail_alert open
     left join crm_mail_account account
       on account.id = open.account_id and account.deleted_at is null
     where alert.id = open.id and alert.ended_at is null and alert.deleted_at is null
       and not exists (
         select 1 from json_to_recordset(?::json) as trouble (account_id text, kind text)
         where trouble.account_id = alert.account_id and trouble.kind = alert.kind
       )`,
    [toStoredJson(trouble)]
  )
}

async function beginAlerts(sql: Sql, trouble: Trouble[]): Promise<void> {
  const rows = toStoredJson(
    trouble.map((row) => ({ ...row, id: generateEntityId("", "malert") }))
  )

  await sql.raw(
    `update crm_mail_alert alert
     set words = trouble.words, count = trouble.count, updated_at = now()
     from json_to_recordset(?::json)
       as trouble (account_id text, kind text, words text, count int)
     where trouble.account_id = alert.account_id and trouble.kind = alert.kind
       and alert.ended_at is null and alert.deleted_at is null
       and (alert.words, alert.count) is distinct from (trouble.words, trouble.count)`,
    [rows]
  )
  await sql.raw(
    `insert into crm_mail_alert (id, account_id, kind, words, count, began_at)
     select id, account_id, kind, words, count, clock_timestamp()
     from json_to_recordset(?::json)
       as trouble (id text, account_id text, kind text, words text, count int)
     on conflict do nothing`,
    [rows]
  )
}

export type UntoldAlert = {
  id: string
  account_id: string
  address: string
  kind: AlertKind
  words: string | null
  count: number
  ending: AlertEnding | null
  beginning_told: boolean
  ending_told: boolean
}

/** What agents have not been told yet, the oldest first. */
export const untoldAlerts = (sql: Sql, limit: number): Promise<UntoldAlert[]> =>
  rowsOf<UntoldAlert>(
    sql,
    `select alert.id, alert.account_id, account.address, alert.kind, alert.words, alert.count,
            alert.ending, alert.beginning_told, alert.ending_told
     from crm_mail_alert alert join crm_mail_account account on account.id = alert.account_id
     where (alert.beginning_told = false
            or (alert.ended_at is not null and alert.ending_told = false))
       and alert.deleted_at is null
     order by alert.id limit ?`,
    [limit]
  )

/** @returns whether this call was the first to note it */
export async function markTold(
  sql: Sql,
  id: string,
  part: "beginning" | "ending"
): Promise<boolean> {
  const column = part === "beginning" ? "beginning_told" : "ending_told"
  const rows = await rowsOf(
    sql,
    `update crm_mail_alert set ${column} = true, updated_at = now()
     where id = ? and ${column} = false returning id`,
    [id]
  )
  return rows.length === 1
}

export type OpenAlert = {
  id: string
  account_id: string
  address: string
  account_state: string
  kind: AlertKind
  words: string | null
  count: number
  began_at: Date
}

/** What is wrong now, the newest first. An account without a row has been removed for good. */
export const openAlerts = (sql: Sql): Promise<OpenAlert[]> =>
  rowsOf<OpenAlert>(
    sql,
    `select alert.id, alert.account_id, account.address, account.state as account_state,
            alert.kind, alert.words, alert.count, alert.began_at
     from crm_mail_alert alert join crm_mail_account account on account.id = alert.account_id
     where alert.ended_at is null and alert.deleted_at is null
     order by alert.began_at desc, alert.id desc`
  )

/**
 * Waves an alert aside. The mails stay as they are, and new ones raise a new alert.
 * @throws NOT_FOUND; NOT_ALLOWED for what only ends when it is mended
 */
export async function dismissAlert(
  sql: Sql,
  id: string,
  by: string | null
): Promise<void> {
  const [alert] = await rowsOf<{ kind: AlertKind; ended_at: Date | null }>(
    sql,
    `select kind, ended_at from crm_mail_alert where id = ? and deleted_at is null`,
    [id]
  )

  if (!alert) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Mail alert ${id} was not found`)
  }
  if (!isDismissible(alert.kind)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This alert ends by itself once mail flows again. Mend or switch off the account instead"
    )
  }
  await sql.raw(
    `update crm_mail_alert
     set ended_at = clock_timestamp(), ending = 'dismissed', dismissed_by = ?,
         beginning_told = true, ending_told = true, updated_at = now()
     where id = ? and ended_at is null`,
    [by, id]
  )
}
