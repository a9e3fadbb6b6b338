import { rowsOf, type Sql } from "../../../sql"
import type { AccountState } from "../domain/account-state"
import { nextPollAfterFailure } from "../domain/retry-schedule"

/**
 * Accounts whose time has come, the one that waited longest first. One that waits for a consent is
 * left in peace: only a person can help it.
 */
export async function dueAccounts(sql: Sql, limit: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    sql,
    `select id from crm_mail_account
     where enabled and deleted_at is null and state <> 'reconnect'
       and (next_poll_at is null or next_poll_at <= clock_timestamp())
     order by next_poll_at nulls first limit ?`,
    [limit]
  )
  return rows.map(({ id }) => id)
}

export async function recordPoll(
  sql: Sql,
  accountId: string,
  {
    fetched,
    backlog,
    pauseSeconds,
  }: { fetched: number; backlog: number; pauseSeconds: number }
): Promise<void> {
  await sql.raw(
    `update crm_mail_account
     set state = case when state = 'reconnect' then state else 'ok' end,
         last_error = case when state = 'reconnect' then last_error end,
         failures = 0, backlog = ?, poll_fetched = ?,
         last_polled_at = clock_timestamp(),
         last_mail_at = case when ? > 0 then clock_timestamp() else last_mail_at end,
         next_poll_at = clock_timestamp() + make_interval(secs => ?)
     where id = ?`,
    [backlog, fetched, fetched, backlog > 0 ? 0 : pauseSeconds, accountId]
  )
}

/** Keeps the page that shows a backlog true while it is read. */
export async function recordProgress(
  sql: Sql,
  accountId: string,
  fetched: number,
  backlog: number
): Promise<void> {
  await sql.raw(
    `update crm_mail_account set poll_fetched = ?, backlog = ? where id = ?`,
    [fetched, backlog, accountId]
  )
}

/**
 * Marks the account with the server's words and looks again later, ever more rarely. One whose secret
 * does not open is looked at as usual: that costs no server anything, and the key may be back.
 */
export async function recordPollFailure(
  sql: Sql,
  accountId: string,
  { state, words }: { state: AccountState; words: string },
  pauseSeconds: number
): Promise<void> {
  const [row] = await rowsOf<{ failures: number }>(
    sql,
    `update crm_mail_account
     set last_error = case when state = 'reconnect' and ? = state then last_error else ? end,
         state = ?, failures = failures + 1, last_polled_at = clock_timestamp()
     where id = ? returning failures`,
    [state, words, state, accountId]
  )
  if (row) {
    const now = new Date()
    const failures = state === "locked" ? 0 : row.failures
    const next = nextPollAfterFailure(failures, pauseSeconds * 1000, now)

    await sql.raw(
      `update crm_mail_account
       set next_poll_at = clock_timestamp() + make_interval(secs => ?) where id = ?`,
      [(next.getTime() - now.getTime()) / 1000, accountId]
    )
  }
}
