import { generateEntityId } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import type { SeenAuthentication } from "../types"
import { toStoredJson } from "../../../stored-json"

/** What a batch of mails taught us about the servers of one account. */
export type Observation = {
  account_id: string
  /** Of the newest mail of the batch that carried any. */
  authentication: SeenAuthentication | null
  /** Of the topmost results of each mail, newest first; empty where there are none. */
  authserv_ids: string[]
  newest_id: string
  found_own_mail: boolean
}

/** As many mails as it takes to tell a habit from an accident. */
const REMEMBERED = 20

/** No date is further off that says anything about a clock, and more would not fit the column. */
const LONGEST_OFFSET_SECONDS = 1_000_000_000

/**
 * Keeps what the latest batch taught us over what was known before. An old mail that is read again
 * teaches nothing new.
 */
export async function recordObservations(
  sql: Sql,
  observations: Observation[]
): Promise<void> {
  for (const observation of observations) {
    await sql.raw(
      `insert into crm_mail_observation as known
         (id, account_id, authentication, authserv_ids, own_mail_at, arrived_at,
          arrival_offset_seconds)
       select ?, mail.account_id, ?::jsonb, ?::jsonb,
              case when ?::boolean then clock_timestamp() end, mail.created_at,
              greatest(-${LONGEST_OFFSET_SECONDS}, least(${LONGEST_OFFSET_SECONDS},
                extract(epoch from mail.server_date - mail.created_at)))::int
       from crm_inbound_mail mail where mail.id = ?
       on conflict (account_id) where deleted_at is null do update
         set authentication = coalesce(excluded.authentication, known.authentication),
             authserv_ids = (
               select jsonb_agg(seen.value order by seen.position) from (
                 select each.value, each.position
                 from jsonb_array_elements(
                   excluded.authserv_ids || coalesce(known.authserv_ids, '[]'))
                   with ordinality as each (value, position)
                 order by each.position limit ${REMEMBERED}
               ) seen
             ),
             own_mail_at = coalesce(excluded.own_mail_at, known.own_mail_at),
             arrived_at = excluded.arrived_at,
             arrival_offset_seconds = excluded.arrival_offset_seconds,
             updated_at = now()
         where known.arrived_at is null or known.arrived_at <= excluded.arrived_at`,
      [
        generateEntityId("", "mobs"),
        observation.authentication && toStoredJson(observation.authentication),
        toStoredJson(observation.authserv_ids.slice(0, REMEMBERED)),
        observation.found_own_mail,
        observation.newest_id,
      ]
    )
  }
}

/** Notes a test mail before it leaves, so that it is known however soon it arrives. */
export async function recordTestMail(
  sql: Sql,
  accountId: string,
  testId: string
): Promise<Date> {
  const [{ test_sent_at }] = await rowsOf<{ test_sent_at: Date }>(
    sql,
    `insert into crm_mail_observation (id, account_id, test_id, test_sent_at)
     values (?, ?, ?, clock_timestamp())
     on conflict (account_id) where deleted_at is null do update
       set test_id = excluded.test_id, test_sent_at = excluded.test_sent_at,
           test_received_at = null, test_server_date = null, test_inbound_mail_id = null,
           updated_at = now()
     returning test_sent_at`,
    [generateEntityId("", "mobs"), accountId, testId]
  )
  return test_sent_at
}

export type ReceivedTestMail = {
  test_id: string
  inbound_mail_id: string
  server_date: Date | null
}

/** Notes that test mails arrived. One that was replaced by a later test is nobody's any more. */
export async function recordReceivedTests(
  sql: Sql,
  tests: ReceivedTestMail[]
): Promise<void> {
  for (const { test_id, inbound_mail_id, server_date } of tests) {
    await sql.raw(
      `update crm_mail_observation
       set test_received_at = clock_timestamp(), test_inbound_mail_id = ?,
           test_server_date = ?, updated_at = now()
       where test_id = ? and test_received_at is null and deleted_at is null`,
      [inbound_mail_id, server_date, test_id]
    )
  }
}
