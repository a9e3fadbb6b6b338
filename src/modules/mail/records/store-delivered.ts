import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"

/** A mail that somebody brought, instead of one that we fetched. */
export type DeliveredMail = {
  account_id: string
  source: Buffer
  sha256: string
  /** Names this delivery: the same one again is the same row. */
  delivery_key: string
}

/** The ledger's folder of mail that came over the webhook: each delivery is a series of one UID. */
const WEBHOOK = { folder: "webhook", uid: "1" }

/**
 * Ledger and raw source in the caller's transaction.
 * @returns id of the row, and whether it was there before
 */
export async function storeDelivered(
  sql: Sql,
  { account_id, source, sha256, delivery_key }: DeliveredMail
): Promise<{ id: string; is_new: boolean }> {
  const place = { account_id, ...WEBHOOK, uid_validity: delivery_key }
  const [inserted] = await insertRows<{ id: string }>(
    sql,
    "crm_inbound_mail",
    [
      {
        id: generateEntityId("", "imail"),
        ...place,
        state: "stored",
        size: source.length,
        sha256,
        server_date: new Date(),
      },
    ],
    "on conflict do nothing returning id"
  )
  if (inserted) {
    await sql.raw(
      `insert into crm_inbound_source (inbound_mail_id, source) values (?, ?)`,
      [inserted.id, source]
    )
    return { id: inserted.id, is_new: true }
  }
  const [known] = await rowsOf<{ id: string }>(
    sql,
    `select id from crm_inbound_mail
     where account_id = ? and folder = ? and uid_validity = ? and uid = ? and deleted_at is null`,
    [place.account_id, place.folder, place.uid_validity, place.uid]
  )
  return { id: known.id, is_new: false }
}
