import { createHash } from "node:crypto"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { FetchedMail } from "../transports/imap"
import { holdsLease, type Lease } from "./lease"

export type FetchedBatch = {
  folder: string
  uid_validity: string
  mails: FetchedMail[]
  /** The last UID looked at, also when the mail behind it had vanished meanwhile. */
  last_uid: number
  /** The account changes mails on their server once they are read. */
  tidy_pending?: boolean
}

/**
 * Ledger, raw source and cursor of a batch in the caller's transaction: a mail is either wholly ours
 * or still waiting on the server.
 * @returns ids of the rows that are new, oldest first
 * @throws UNEXPECTED_STATE when the lease was lost; nothing is written then
 */
export async function storeMails(
  sql: Sql,
  lease: Lease,
  batch: FetchedBatch
): Promise<string[]> {
  if (!(await holdsLease(sql, lease))) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "Another instance took over this mail account"
    )
  }
  const rows = batch.mails.map(({ uid, source, server_date }) => ({
    id: generateEntityId("", "imail"),
    account_id: lease.account_id,
    folder: batch.folder,
    uid_validity: batch.uid_validity,
    uid: String(uid),
    state: "stored",
    size: source.length,
    sha256: createHash("sha256").update(source).digest("hex"),
    server_date,
    tidy_pending: batch.tidy_pending ?? false,
  }))
  const inserted = await insertRows<{ id: string }>(
    sql,
    "crm_inbound_mail",
    rows,
    "on conflict do nothing returning id"
  )
  const isNew = new Set(inserted.map(({ id }) => id))
  const sources = rows.flatMap(({ id }, index) =>
    isNew.has(id) ? [[id, batch.mails[index].source] as const] : []
  )
  if (sources.length) {
    await sql.raw(
      `insert into crm_inbound_source (inbound_mail_id, source)
       values ${sources.map(() => "(?, ?)").join(", ")}`,
      sources.flat()
    )
  }
  await sql.raw(
    `insert into crm_mail_cursor (account_id, folder, uid_validity, last_uid)
     values (?, ?, ?, ?)
     on conflict (account_id, folder) do update
       set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid`,
    [lease.account_id, batch.folder, batch.uid_validity, batch.last_uid]
  )
  return sources.map(([id]) => id)
}

export async function positionOf(sql: Sql, accountId: string, folder: string) {
  const [row] = await rowsOf<{ uid_validity: string; last_uid: string }>(
    sql,
    `select uid_validity, last_uid from crm_mail_cursor where account_id = ? and folder = ?`,
    [accountId, folder]
  )
  return row ? { uid_validity: row.uid_validity, last_uid: Number(row.last_uid) } : null
}
