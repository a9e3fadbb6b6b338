import { rowsOf, type Sql } from "../../../sql"

/** What is counted, how often it may happen, and for how long the count stands. */
export type Allowance = { key: string; most: number; seconds: number }

/**
 * Counts one more. Statements of their own, outside a transaction: many requests count on one row,
 * and none may hold it while it works.
 * @returns the first that is used up, or null when all of them allow it
 */
export async function useAllowances(
  sql: Sql,
  allowances: Allowance[]
): Promise<Allowance | null> {
  for (const allowance of allowances) {
    if ((await use(sql, allowance)) > allowance.most) {
      return allowance
    }
  }
  return null
}

async function use(sql: Sql, { key, seconds }: Allowance): Promise<number> {
  const [{ used }] = await rowsOf<{ used: number }>(
    sql,
    `insert into crm_allowance as allowance (id, used, renews_at)
     values (?, 1, clock_timestamp() + make_interval(secs => ?))
     on conflict (id) do update set
       used = case when allowance.renews_at <= clock_timestamp() then 1
                   else least(allowance.used + 1, 1000000) end,
       renews_at = case when allowance.renews_at <= clock_timestamp()
                        then excluded.renews_at else allowance.renews_at end,
       updated_at = clock_timestamp()
     returning used`,
    [key, seconds]
  )
  return used
}

/** Forgets what nobody counts on any more. */
export async function forgetAllowances(sql: Sql): Promise<void> {
  await sql.raw(`delete from crm_allowance where renews_at < clock_timestamp()`)
}
