import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"

/** Seconds a lease lives without a heartbeat: what a killed process delays its successor. */
const LEASE_SECONDS = 30

/** The right to poll an account. A write under a lease that was taken over is refused by its number. */
export type Lease = { account_id: string; owner: string; fencing: string }

/**
 * Takes the account for this owner, on the database's clock: instances' clocks may differ. An owner
 * gets its own lease anew, with a new number: what it could not give back while the database was gone
 * must not keep it out.
 * @returns null while another owner's lease lives
 */
export async function acquireLease(
  sql: Sql,
  account_id: string,
  owner: string
): Promise<Lease | null> {
  const [row] = await rowsOf<{ fencing: string }>(
    sql,
    `insert into crm_mail_lease as lease (account_id, owner, fencing, expires_at)
     values (?, ?, 1, clock_timestamp() + make_interval(secs => ?))
     on conflict (account_id) do update
       set owner = excluded.owner, fencing = lease.fencing + 1, expires_at = excluded.expires_at
       where lease.expires_at < clock_timestamp() or lease.owner = excluded.owner
     returning fencing`,
    [account_id, owner, LEASE_SECONDS]
  )
  return row ? { account_id, owner, fencing: row.fencing } : null
}

/** @returns false when the lease was lost: whoever holds it must stop */
export async function renewLease(sql: Sql, lease: Lease): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    `update crm_mail_lease
     set expires_at = clock_timestamp() + make_interval(secs => ?)
     where account_id = ? and owner = ? and fencing = ?
     returning account_id`,
    [LEASE_SECONDS, lease.account_id, lease.owner, lease.fencing]
  )
  return rows.length === 1
}

export async function releaseLease(sql: Sql, lease: Lease): Promise<void> {
  await sql.raw(
    `update crm_mail_lease set expires_at = 'epoch'
     where account_id = ? and owner = ? and fencing = ?`,
    [lease.account_id, lease.owner, lease.fencing]
  )
}

/** Whether the lease is still ours; its row is held until the transaction ends, so that it stays so. */
export async function holdsLease(sql: Sql, lease: Lease): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    `select 1 from crm_mail_lease
     where account_id = ? and owner = ? and fencing = ? and expires_at > clock_timestamp()
     for share`,
    [lease.account_id, lease.owner, lease.fencing]
  )
  return rows.length === 1
}

/** @throws UNEXPECTED_STATE when the lease is another's by now. @see holdsLease */
export async function assertLease(sql: Sql, lease: Lease): Promise<void> {
  if (!(await holdsLease(sql, lease))) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "Another instance took over this mail account"
    )
  }
}
