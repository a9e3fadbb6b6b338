import { rowsOf, type Sql } from "../../../sql"

type Folder = { account_id: string; folder: string; uid_validity: string }

/** Mails that are done with and not yet treated on their server; a quarantined one never is. */
export async function mailsToTidy(
  sql: Sql,
  { account_id, folder, uid_validity }: Folder,
  limit: number
): Promise<{ id: string; uid: number }[]> {
  const rows = await rowsOf<{ id: string; uid: string }>(
    sql,
    `select id, uid from crm_inbound_mail
     where account_id = ? and folder = ? and uid_validity = ? and tidy_pending
       and state in ('ticketed', 'ignored') and uid is not null and deleted_at is null
     order by uid::bigint limit ?`,
    [account_id, folder, uid_validity, limit]
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

/** The account leaves its mails alone from now on, those before included. */
export const forgetTidying = (sql: Sql, accountId: string) =>
  sql.raw(
    `update crm_inbound_mail set tidy_pending = false where account_id = ? and tidy_pending`,
    [accountId]
  )

export const recordTidyError = (sql: Sql, accountId: string, words: string | null) =>
  sql.raw(
    `update crm_mail_account set after_reading_error = ?
     where id = ? and after_reading_error is distinct from ?`,
    [words, accountId, words]
  )
