import { rowsOf, type Sql } from "../../../sql"

export type StoredMail = {
  id: string
  account_id: string
  sha256: string
  attempts: number
  source: Buffer
}

/**
 * Mails of the account that were stored and are on no ticket yet, oldest first: what a crash or a
 * failing database left behind.
 */
export async function unfinishedMails(
  sql: Sql,
  accountId: string,
  limit: number
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    sql,
    `select id from crm_inbound_mail
     where account_id = ? and state = 'stored' and deleted_at is null
     order by id limit ?`,
    [accountId, limit]
  )
  return rows.map(({ id }) => id)
}

/**
 * Loads mails for reading and counts the attempt beforehand: a mail that takes the process down is
 * recognised by its attempts. Only rows still `stored` come back.
 */
export const takeForReading = (sql: Sql, ids: string[]): Promise<StoredMail[]> =>
  rowsOf<StoredMail>(
    sql,
    `with taken as (
       update crm_inbound_mail set attempts = attempts + 1
       where id = any(?) and state = 'stored' and deleted_at is null
       returning id, account_id, sha256, attempts
     )
     select taken.*, source.source
     from taken join crm_inbound_source source on source.inbound_mail_id = taken.id
     order by taken.id`,
    [ids]
  )
