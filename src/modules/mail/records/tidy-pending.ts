import { rowsOf, type Sql } from "../../../sql"
import type { AfterReading } from "../domain/account-state"

type Folder = { account_id: string; folder: string; uid_validity: string }
type Choice = { after_reading: AfterReading; after_reading_folder: string | null }

/**
 * Mails that are done with and not yet treated on their server; a quarantined one never is. None once
 * the account was given another choice: a poll lasts long, and who takes back "delete" means it.
 */
export async function mailsToTidy(
  sql: Sql,
  { account_id, folder, uid_validity }: Folder,
  { after_reading, after_reading_folder }: Choice,
  limit: number
): Promise<{ id: string; uid: number }[]> {
  const rows = await rowsOf<{ id: string; uid: string }>(
    sql,
    `select id, uid from crm_inbound_mail
     where account_id = ? and folder = ? and uid_validity = ? and tidy_pending
       and state in ('ticketed', 'ignored') and uid is not null and deleted_at is null
       and exists (
         select 1 from crm_mail_account account
         where account.id = ? and account.deleted_at is null and account.after_reading = ?
           and account.after_reading_folder is not distinct from ?
       )
     order by uid::bigint limit ?`,
    [
      account_id,
      folder,
      uid_validity,
      account_id,
      after_reading,
      after_reading_folder,
      limit,
    ]
  )
  return rows.map(({ id, uid }) => ({ id, uid: Number(uid) }))
}

export const markTidied = (sql: Sql, ids: string[]) =>
  sql.raw(`update crm_inbound_mail set tidy_pending = false where id = any(?)`, [ids])

/** Numbers of another folder, or of before it was numbered anew, name nothing any more. */
export const forgetOtherFolders = (
  sql: Sql,
  { account_id, folder, uid_validity }: Folder
) =>
  sql.raw(
    `update crm_inbound_mail set tidy_pending = false
     where account_id = ? and tidy_pending and (folder, uid_validity) <> (?, ?)`,
    [account_id, folder, uid_validity]
  )

/**
 * An account that begins or ends to leave its mails alone has nothing pending: a choice concerns what
 * is fetched after it.
 */
export const forgetTidying = (sql: Sql, accountId: string, choice: AfterReading) =>
  sql.raw(
    `update crm_inbound_mail set tidy_pending = false
     where account_id = ? and tidy_pending
       and 'keep' in (?, (select after_reading from crm_mail_account where id = ?))`,
    [accountId, choice, accountId]
  )

export const recordTidyError = (sql: Sql, accountId: string, words: string | null) =>
  sql.raw(
    `update crm_mail_account set after_reading_error = ?
     where id = ? and after_reading_error is distinct from ?`,
    [words, accountId, words]
  )
