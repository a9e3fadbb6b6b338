import { seal, unseal, type Keyring } from "../domain/secret-box"
import { rowsOf, type Sql } from "../../../sql"

export type SecretName = "imap_password" | "smtp_password" | "webhook_secret"

const placeOf = (accountId: string, name: string) => `${accountId}|${name}`

/** Keeps a password encrypted; null forgets it. */
export async function keepSecret(
  sql: Sql,
  keyring: Keyring,
  accountId: string,
  name: SecretName,
  secret: string | null
): Promise<void> {
  if (secret === null) {
    await sql.raw(`delete from crm_mail_secret where account_id = ? and name = ?`, [
      accountId,
      name,
    ])
    return
  }
  await sql.raw(
    `insert into crm_mail_secret (account_id, name, sealed) values (?, ?, ?)
     on conflict (account_id, name) do update set sealed = excluded.sealed`,
    [accountId, name, seal(secret, placeOf(accountId, name), keyring)]
  )
}

/** @throws UNEXPECTED_STATE when a password does not open */
export async function openSecrets(
  sql: Sql,
  keyring: Keyring,
  accountId: string
): Promise<Partial<Record<SecretName, string>>> {
  const rows = await rowsOf<{ name: SecretName; sealed: string }>(
    sql,
    `select name, sealed from crm_mail_secret where account_id = ?`,
    [accountId]
  )
  return Object.fromEntries(
    rows.map(({ name, sealed }) => [
      name,
      unseal(sealed, placeOf(accountId, name), keyring),
    ])
  )
}

/** Which passwords there are, by account. */
export async function namesOfSecrets(
  sql: Sql,
  accountIds: string[]
): Promise<Map<string, Set<SecretName>>> {
  const names = new Map(accountIds.map((id) => [id, new Set<SecretName>()]))
  const rows = await rowsOf<{ account_id: string; name: SecretName }>(
    sql,
    `select account_id, name from crm_mail_secret where account_id = any(?)`,
    [accountIds]
  )
  for (const { account_id, name } of rows) {
    names.get(account_id)?.add(name)
  }
  return names
}
