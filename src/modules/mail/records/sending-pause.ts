import { rowsOf, type Sql } from "../../../sql"
import { sendingPause } from "../domain/send-failure"

/**
 * Lets all mail of an account wait: its login or its encryption failed, and no other mail would fare
 * better. @returns the end of the pause
 */
export async function pauseSending(
  sql: Sql,
  accountId: string,
  words: string
): Promise<Date | null> {
  const [row] = await rowsOf<{ smtp_failures: number; now: Date }>(
    sql,
    `update crm_mail_account set smtp_failures = smtp_failures + 1, smtp_error = ?
     where id = ? returning smtp_failures, clock_timestamp() as now`,
    [words, accountId]
  )
  if (!row) {
    return null
  }
  const until = new Date(row.now.getTime() + sendingPause(row.smtp_failures))

  await sql.raw(`update crm_mail_account set smtp_paused_until = ? where id = ?`, [
    until,
    accountId,
  ])
  return until
}

/** The account sends. Writes only where it did not before. */
export async function resumeSending(sql: Sql, accountId: string): Promise<void> {
  await sql.raw(
    `update crm_mail_account
     set smtp_failures = 0, smtp_error = null, smtp_paused_until = null
     where id = ? and smtp_failures > 0`,
    [accountId]
  )
}
