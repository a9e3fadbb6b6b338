import { insertRows, rowsOf, type Sql } from "../../../sql"

/**
 * Decides for each mail whether it is the first of its kind, on any account, for ever.
 * @returns the row first seen, by inbound mail: its own id when it is the first
 */
export async function claimIdentities(
  sql: Sql,
  mails: { inbound_mail_id: string; identity: string }[]
): Promise<Map<string, string>> {
  // Sorted, so that two instances never wait for each other's rows crosswise.
  const sorted = [...mails].sort((a, b) => (a.identity < b.identity ? -1 : 1))

  await insertRows(sql, "crm_mail_identity", sorted, "on conflict do nothing")

  const owners = await rowsOf<{ identity: string; inbound_mail_id: string }>(
    sql,
    `select identity, inbound_mail_id from crm_mail_identity where identity = any(?)`,
    [sorted.map(({ identity }) => identity)]
  )
  const ownerOf = new Map(owners.map((row) => [row.identity, row.inbound_mail_id]))

  return new Map(
    mails.map(({ inbound_mail_id, identity }) => [
      inbound_mail_id,
      ownerOf.get(identity) ?? inbound_mail_id,
    ])
  )
}
