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
export const interruptedMails = (
  sql: Sql,
  accountId: string,
  limit: number
): Promise<UnfinishedMail[]> =>
  rowsOf<UnfinishedMail>(
    sql,
    `select id, attempts from crm_inbound_mail
     where account_id = ? and state = 'stored' and reason is null and deleted_at is null
     order by created_at, uid::bigint, id limit ?`,
    [accountId, limit]
  )

/**
 * Mails of the account that were postponed, the one that waited longest first. The pause is 1, 4, 9
 * and 16 minutes: a store that is down for a while must not send its mails to quarantine.
 */
export async function postponedMails(
  sql: Sql,
  accountId: string,
  limit: number
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    sql,
    `select id from crm_inbound_mail
     where account_id = ? and state = 'stored' and reason is not null and deleted_at is null
       and updated_at < clock_timestamp() - make_interval(mins => attempts * attempts)
     order by updated_at, id limit ?`,
    [accountId, limit]
  )
  return rows.map(({ id }) => id)
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

/** Of mails that were read from memory, those that nobody settled meanwhile. */
export async function stillStored(sql: Sql, ids: string[]): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(
    sql,
    `select id from crm_inbound_mail
     where id = any(?) and state = 'stored' and deleted_at is null`,
    [ids]
  )
  return new Set(rows.map(({ id }) => id))
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
       update crm_inbound_mail set attempts = attempts + 1, reason = null
       where id = any(?) and state = 'stored' and deleted_at is null
       returning id, account_id, sha256, attempts, server_date, created_at, uid
     )
     select taken.id, taken.account_id, taken.sha256, taken.attempts, taken.server_date,
            source.source
     from taken join crm_inbound_source source on source.inbound_mail_id = taken.id
     order by taken.created_at, taken.uid::bigint, taken.id`,
    [ids]
  )

/** Takes back the attempt that was counted: it failed for reasons that are not the mails'. */
export async function forgiveAttempt(sql: Sql, ids: string[]): Promise<void> {
  await sql.raw(
    `update crm_inbound_mail set attempts = greatest(attempts - 1, 0)
     where id = any(?) and state = 'stored'`,
    [ids]
  )
}
