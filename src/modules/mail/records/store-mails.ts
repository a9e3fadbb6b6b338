import { createHash } from "node:crypto"
import { newId } from "../../../ids"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { FetchedMail } from "../transports/imap"
import { recordProgress } from "./account-health"
import { assertLease, type Lease } from "./lease"
import type { StoredMail } from "./unfinished-mails"
import { mailSentence } from "../domain/mail-sentences"

export type FetchedBatch = {
  folder: string
  uid_validity: string
  mails: FetchedMail[]
  /** Mails that the server lists and does not hand out. */
  undelivered: number[]
  /** Up to where the folder is read; null while it is not certain what came before what. */
  last_uid: number | null
  /** Mails that are still on the server behind this batch. */
  waiting: number
  /** Fetched by the same poll before this batch. */
  fetched_before: number
  /** The account changes mails on their server once they are read. */
  tidy_pending: boolean
}

/**
 * Ledger, raw source and cursor of a batch in the caller's transaction: a mail is either wholly ours
 * or still waiting on the server. The first attempt to read them is counted with it: a mail that
 * takes the process down is recognised by its attempts.
 * @returns the mails that are new, oldest first
 * @throws UNEXPECTED_STATE when the lease was lost; nothing is written then
 */
export async function storeMails(
  sql: Sql,
  lease: Lease,
  batch: FetchedBatch
): Promise<StoredMail[]> {
  await assertLease(sql, lease)

  const row = (uid: number, source: Buffer, server_date: Date | null) => ({
    id: newId("imail"),
    account_id: lease.account_id,
    folder: batch.folder,
    uid_validity: batch.uid_validity,
    uid: String(uid),
    state: "stored",
    reason: null as string | null,
    attempts: 1,
    size: source.length,
    sha256: createHash("sha256").update(source).digest("hex"),
    server_date,
    tidy_pending: batch.tidy_pending,
  })
  const rows = batch.mails.map(({ uid, source, server_date }) =>
    row(uid, source, server_date)
  )
  const undelivered = batch.undelivered.map((uid) => ({
    ...row(uid, Buffer.alloc(0), null),
    state: "quarantined",
    tidy_pending: false,
    reason: mailSentence("not_handed_out", { uid }),
  }))
  const inserted = await insertRows<{ id: string }>(
    sql,
    "crm_inbound_mail",
    [...rows, ...undelivered],
    "on conflict do nothing returning id"
  )
  const isNew = new Set(inserted.map(({ id }) => id))
  const stored = rows.flatMap((row, index): StoredMail[] =>
    isNew.has(row.id) ? [{ ...row, source: batch.mails[index].source }] : []
  )
  await keepSources(sql, [
    ...stored,
    ...undelivered
      .filter(({ id }) => isNew.has(id))
      .map(({ id }) => ({ id, source: Buffer.alloc(0) })),
  ])
  await keepPosition(sql, lease.account_id, batch)
  await recordProgress(
    sql,
    lease.account_id,
    batch.fetched_before + stored.length,
    batch.waiting
  )

  return stored
}

/** As parameters of their own: in an array or in JSON the bytes would be written out as text. */
async function keepSources(
  sql: Sql,
  mails: Pick<StoredMail, "id" | "source">[]
): Promise<void> {
  if (mails.length) {
    await sql.raw(
      `insert into crm_inbound_source (inbound_mail_id, source)
       values ${mails.map(() => "(?, ?)").join(", ")}`,
      mails.flatMap(({ id, source }) => [id, source])
    )
  }
}

async function keepPosition(
  sql: Sql,
  accountId: string,
  { folder, uid_validity, last_uid }: FetchedBatch
): Promise<void> {
  if (last_uid !== null) {
    await sql.raw(
      `insert into crm_mail_cursor (account_id, folder, uid_validity, last_uid)
       values (?, ?, ?, ?)
       on conflict (account_id, folder) do update
         set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid`,
      [accountId, folder, uid_validity, last_uid]
    )
  }
}

/** Where a folder was left; null when it was never read. */
export async function positionOf(sql: Sql, accountId: string, folder: string) {
  const [row] = await rowsOf<{ uid_validity: string; last_uid: string }>(
    sql,
    `select uid_validity, last_uid from crm_mail_cursor where account_id = ? and folder = ?`,
    [accountId, folder]
  )
  return row ? { uid_validity: row.uid_validity, last_uid: Number(row.last_uid) } : null
}

/**
 * Numbers that were noted mean nothing any more: the account reads from another mailbox, or its folder
 * was numbered anew. @param folder all of them when left out
 */
export async function forgetPositions(
  sql: Sql,
  accountId: string,
  folder?: string
): Promise<void> {
  await sql.raw(
    `delete from crm_mail_cursor where account_id = ? and (?::text is null or folder = ?)`,
    [accountId, folder ?? null, folder ?? null]
  )
}
