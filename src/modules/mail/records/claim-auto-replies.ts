import { generateEntityId } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"

/** One automatic answer per address in this time, over all accounts (V-31) ... */
const QUIET_MINUTES = 30
/** ... and no more than this in a day, for machines that strip every header. */
const DAILY_CAP = 10

/**
 * Asks for automatic answers. What is refused is logged and gone: nothing is sent later (V-32).
 * Asking again for the same mail gives the same answer.
 * @returns ids of the inbound mails that may be answered
 */
export async function claimAutoReplies(
  sql: Sql,
  candidates: { inbound_mail_id: string; address: string }[]
): Promise<Set<string>> {
  // One at a time per address, in one order, or two instances would each grant one.
  const addresses = [
    ...new Set(candidates.map(({ address }) => address.toLowerCase())),
  ].sort()

  for (const address of addresses) {
    await sql.raw(
      `select pg_advisory_xact_lock(hashtextextended('crm-auto-reply:' || ?, 0))`,
      [address]
    )
  }
  for (const { inbound_mail_id, address } of candidates) {
    await sql.raw(
      `insert into crm_auto_reply (id, address, inbound_mail_id, suppressed, created_at)
       select ?, ?, ?,
         exists (
           select 1 from crm_auto_reply
           where address = ? and not suppressed
             and created_at > clock_timestamp() - make_interval(mins => ?)
         ) or (
           select count(*) >= ? from crm_auto_reply
           where address = ? and not suppressed
             and created_at > clock_timestamp() - interval '1 day'
         ) or exists (
           select 1 from crm_suppressed_address where address = ? and deleted_at is null
         ),
         clock_timestamp()
       on conflict do nothing`,
      [
        generateEntityId("", "arep"),
        address.toLowerCase(),
        inbound_mail_id,
        address.toLowerCase(),
        QUIET_MINUTES,
        DAILY_CAP,
        address.toLowerCase(),
        address.toLowerCase(),
      ]
    )
  }
  const granted = await rowsOf<{ inbound_mail_id: string }>(
    sql,
    `select inbound_mail_id from crm_auto_reply where inbound_mail_id = any(?) and not suppressed`,
    [candidates.map(({ inbound_mail_id }) => inbound_mail_id)]
  )
  return new Set(granted.map(({ inbound_mail_id }) => inbound_mail_id))
}

/**
 * Addresses that got so many automatic answers within a day that a machine may be answering them.
 * @param addresses in lower case
 */
export async function oftenAnswered(
  sql: Sql,
  addresses: string[],
  times: number
): Promise<Set<string>> {
  if (!addresses.length) {
    return new Set()
  }
  const rows = await rowsOf<{ address: string }>(
    sql,
    `select address from crm_auto_reply
     where address = any(?) and suppressed = false
       and created_at > clock_timestamp() - interval '1 day'
     group by address having count(*) >= ?`,
    [addresses, times]
  )
  return new Set(rows.map(({ address }) => address))
}
