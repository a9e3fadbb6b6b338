import { rowsOf, type Sql } from "../../../sql"

export type StoredMail = {
  id: string
  account_id: string
  sha256: string
  attempts: number
  server_date: Date | null
  source: Buffer
}

export type UnfinishedMail = { id: string; attempts: number }

/**
 * Mails of the account that were stored and are on no ticket yet, oldest first: what a crash or a
 * failing database left behind.
 */
export function unfinishedMails(
  sql: Sql,
  accountId: string,
  limit: number
): Promise<UnfinishedMail[]> {
  return rowsOf<UnfinishedMail>(
    sql,
    `select id, attempts from crm_inbound_mail
     where account_id = ? and state = 'stored' and deleted_at is null
     order by created_at, uid::bigint, id limit ?`,
    [accountId, limit]
  )
}

/**
 * Cuts mails into batches in their order. One that took part in too many deaths of its process is a
 * batch of its own: a process that dies then condemns one mail, not a hundred beside it.
 */
export function suspectsApart(mails: UnfinishedMail[], deaths: number): string[][] {
  const batches: string[][] = []
  let isOpen = false

  for (const { id, attempts } of mails) {
    const isSuspect = attempts >= deaths

    if (isOpen && !isSuspect) {
      batches[batches.length - 1].push(id)
    } else {
      batches.push([id])
    }
    isOpen = !isSuspect
  }
  return batches
}

/**
 * Loads mails for reading and counts the attempt beforehand: a mail that takes the process down is
 * recognised by its attempts. Only rows still `stored` come back, in the order of the mailbox: a
 * reply must not be read before the mail it answers.
 */
export const takeForReading = (sql: Sql, ids: string[]): Promise<StoredMail[]> =>
  rowsOf<StoredMail>(
    sql,
    `with taken as (
       update crm_inbound_mail set attempts = attempts + 1
       where id = any(?) and state = 'stored' and deleted_at is null
       returning id, account_id, sha256, attempts, server_date, created_at, uid
     )
     select taken.id, taken.account_id, taken.sha256, taken.attempts, taken.server_date,
            source.source
     from taken join crm_inbound_source source on source.inbound_mail_id = taken.id
     order by taken.created_at, taken.uid::bigint, taken.id`,
    [ids]
  )
