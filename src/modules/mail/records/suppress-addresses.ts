import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import {
  isAboutTheAddress,
  pseudonymOf,
  SOFT_BOUNCE_DAYS,
  suppressionFor,
  type AddressFailure,
} from "../domain/suppression"

export type MailFailure = AddressFailure & {
  /** The bounce; null when the server refused at once. */
  inbound_mail_id: string | null
  outbound_mail_id: string
}

/**
 * Counts failures against their addresses, in the caller's transaction, and suppresses those that
 * have had enough. A bounce that is counted already counts nothing.
 */
export async function recordFailures(sql: Sql, failures: MailFailure[]): Promise<void> {
  const fresh = await countedOnce(sql, failures.filter(isAboutTheAddress).map(lowerCase))
  const softBounces = await softBouncesOf(sql, fresh)

  for (const failure of fresh) {
    const reason = suppressionFor(failure, softBounces.get(failure.address) ?? 0)

    if (reason) {
      await suppress(sql, failure, reason)
    }
  }
}

/** Lets automatic mail through again: somebody wrote from there. @returns how many were lifted */
export async function liftSuppressions(
  sql: Sql,
  addresses: string[],
  key: Buffer
): Promise<number> {
  if (!addresses.length) {
    return 0
  }
  const lifted = await rowsOf(
    sql,
    `update crm_suppressed_address
     set deleted_at = clock_timestamp(), updated_at = clock_timestamp()
     where address = any(?) and deleted_at is null returning id`,
    [[...knownAs(addresses, key).keys()]]
  )
  return lifted.length
}

/** Which of these addresses, in lower case, get no automatic mail. */
export async function suppressedAmong(
  sql: Sql,
  addresses: string[],
  key: Buffer
): Promise<Set<string>> {
  if (!addresses.length) {
    return new Set()
  }
  const known = knownAs(addresses, key)
  const rows = await rowsOf<{ address: string }>(
    sql,
    `select address from crm_suppressed_address
     where address = any(?) and deleted_at is null`,
    [[...known.keys()]]
  )
  return new Set(rows.flatMap(({ address }) => known.get(address) ?? []))
}

/** Addresses in lower case, by what they may stand there as: themselves, or what is left after an erasure. */
const knownAs = (addresses: string[], key: Buffer): Map<string, string> =>
  new Map(
    addresses
      .map((address) => address.toLowerCase())
      .flatMap((address): [string, string][] => [
        [address, address],
        [pseudonymOf(address, key), address],
      ])
  )

const lowerCase = (failure: MailFailure): MailFailure => ({
  ...failure,
  address: failure.address.toLowerCase(),
})

async function countedOnce(sql: Sql, failures: MailFailure[]): Promise<MailFailure[]> {
  const rows = failures.map((failure) => ({
    id: generateEntityId("", "mbnc"),
    address: failure.address,
    permanent: failure.permanent,
    status: failure.status,
    inbound_mail_id: failure.inbound_mail_id,
    outbound_mail_id: failure.outbound_mail_id,
  }))
  const inserted = await insertRows<{ id: string }>(
    sql,
    "crm_mail_bounce",
    rows,
    "on conflict do nothing returning id"
  )
  const isNew = new Set(inserted.map(({ id }) => id))

  return failures.filter((_, index) => isNew.has(rows[index].id))
}

/** What may pass adds up over some days, and begins anew when somebody lifted the suppression. */
async function softBouncesOf(
  sql: Sql,
  failures: MailFailure[]
): Promise<Map<string, number>> {
  const addresses = failures
    .filter(({ permanent }) => !permanent)
    .map(({ address }) => address)

  if (!addresses.length) {
    return new Map()
  }
  const rows = await rowsOf<{ address: string; count: number }>(
    sql,
    `select bounce.address, count(*)::int as count
     from crm_mail_bounce bounce
     where bounce.address = any(?) and not bounce.permanent
       and bounce.created_at > clock_timestamp() - make_interval(days => ?)
       and bounce.created_at > coalesce(
         (select max(lifted.deleted_at) from crm_suppressed_address lifted
          where lifted.address = bounce.address), '-infinity')
     group by bounce.address`,
    [addresses, SOFT_BOUNCE_DAYS]
  )
  return new Map(rows.map(({ address, count }) => [address, count]))
}

async function suppress(
  sql: Sql,
  { address, permanent, status, response, ...source }: MailFailure,
  reason: string
): Promise<void> {
  await sql.raw(
    `insert into crm_suppressed_address as known (
       id, address, reason, permanent, count, status, response, inbound_mail_id,
       outbound_mail_id, first_seen_at, last_seen_at
     )
     values (?, ?, ?, ?, 1, ?, ?, ?, ?, clock_timestamp(), clock_timestamp())
     on conflict (address) where deleted_at is null do update
       set reason = case when excluded.permanent then excluded.reason else known.reason end,
           permanent = known.permanent or excluded.permanent,
           count = known.count + 1, status = excluded.status, response = excluded.response,
           inbound_mail_id = excluded.inbound_mail_id,
           outbound_mail_id = excluded.outbound_mail_id,
           last_seen_at = excluded.last_seen_at, updated_at = clock_timestamp()`,
    [
      generateEntityId("", "supp"),
      address,
      reason,
      permanent,
      status,
      response,
      source.inbound_mail_id,
      source.outbound_mail_id,
    ] as string[]
  )
}
