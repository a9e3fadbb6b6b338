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

/**
 * Message-IDs under which the ledger has another mail already. Some programs repeat theirs, and a
 * forger may copy one.
 * @returns the earliest other row, by Message-ID
 */
export async function usedMessageIds(
  sql: Sql,
  mails: { inbound_mail_id: string; message_id: string }[]
): Promise<Map<string, string>> {
  if (!mails.length) {
    return new Map()
  }
  const rows = await rowsOf<{ message_id: string; id: string }>(
    sql,
    `select distinct on (message_id) message_id, id from crm_inbound_mail
     where message_id = any(?) and not (id = any(?)) and duplicate_of_id is null
       and deleted_at is null
     order by message_id, id`,
    [
      mails.map(({ message_id }) => message_id),
      mails.map(({ inbound_mail_id }) => inbound_mail_id),
    ]
  )
  return new Map(rows.map(({ message_id, id }) => [message_id, id]))
}

/**
 * The accounts that got second copies of mails.
 * @returns addresses of the accounts, by the row first seen
 */
export async function copiesOf(
  sql: Sql,
  inboundMailIds: string[]
): Promise<Map<string, string[]>> {
  if (!inboundMailIds.length) {
    return new Map()
  }
  const rows = await rowsOf<{ first: string; addresses: string[] }>(
    sql,
    `select copy.duplicate_of_id as first, array_agg(distinct account.address) as addresses
     from crm_inbound_mail copy join crm_mail_account account on account.id = copy.account_id
     where copy.duplicate_of_id = any(?) and copy.deleted_at is null
     group by copy.duplicate_of_id`,
    [inboundMailIds]
  )
  return new Map(rows.map(({ first, addresses }) => [first, addresses]))
}
