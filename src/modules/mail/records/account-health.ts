import { rowsOf, type Sql } from "../../../sql"
import type { AccountState } from "../domain/account-state"
import type { Restart } from "../domain/folder-position"
import { nextPollAfterFailure } from "../domain/retry-schedule"

/**
 * Accounts whose time has come, the one that waited longest first. One that waits for a consent is
 * left in peace: only a person can help it. One that is being polled takes no other's turn, however
 * long that lasts.
 */
export async function dueAccounts(sql: Sql, limit: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    sql,
    `select id from crm_mail_account
     where enabled and deleted_at is null and state <> 'reconnect'
       and (next_poll_at is null or next_poll_at <= clock_timestamp())
       and not exists (
         select 1 from crm_mail_lease lease
         where lease.account_id = crm_mail_account.id and lease.expires_at > clock_timestamp()
       )
     order by next_poll_at nulls first limit ?`,
    [limit]
  )
  return rows.map(({ id }) => id)
}

/** Asked once more under the lease: of instances that saw it due, one has polled it meanwhile. */
export async function isDue(sql: Sql, accountId: string): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    `select 1 from crm_mail_account
     where id = ? and enabled and deleted_at is null
       and (next_poll_at is null or next_poll_at <= clock_timestamp())`,
    [accountId]
  )
  return rows.length === 1
}

/**
 * Shows how far a poll has come: reading a long backlog may take an hour.
 * @param fetched by this poll so far
 * @param backlog waiting on the server still
 */
export async function recordProgress(
  sql: Sql,
  accountId: string,
  fetched: number,
  backlog: number
): Promise<void> {
  await sql.raw(
    `update crm_mail_account
     set state = case when state in ('new', 'failing') then 'ok' else state end,
         last_error = case when state in ('new', 'failing') then null else last_error end,
         failures = 0, backlog = ?, poll_fetched = ?, last_polled_at = clock_timestamp(),
         last_mail_at = case when ? > 0 then clock_timestamp() else last_mail_at end
     where id = ?`,
    [backlog, fetched, fetched, accountId]
  )
}

/** Keeps for people what happened to the mailbox. */
export async function recordNotice(
  sql: Sql,
  accountId: string,
  notice: Restart
): Promise<void> {
  await sql.raw(
    `update crm_mail_account set notice = ?, noticed_at = clock_timestamp() where id = ?`,
    [notice, accountId]
  )
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

/**
 * Marks the account with the server's words and looks again later, ever more rarely. One whose secret
 * does not open is looked at as usual: that costs no server anything, and the key may be back.
 */
export async function recordPollFailure(
  sql: Sql,
  accountId: string,
  {
    state,
    words,
    pauseSeconds,
    isLoginRefused,
  }: {
    state: AccountState
    words: string
    pauseSeconds: number
    isLoginRefused: boolean
  }
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
    const next = nextPollAfterFailure(failures, pauseSeconds * 1000, now, isLoginRefused)

    await sql.raw(
      `update crm_mail_account
       set next_poll_at = clock_timestamp() + make_interval(secs => ?) where id = ?`,
      [(next.getTime() - now.getTime()) / 1000, accountId]
    )
  }
}
