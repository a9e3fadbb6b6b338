import { seal, unseal, type Keyring } from "../domain/secret-box"
import { rowsOf, type Sql } from "../../../sql"

export const SECRET_NAMES = [
  "imap_password",
  "smtp_password",
  "oauth_refresh_token",
  "oauth_access_token",
  "webhook_secret",
] as const
export type SecretName = (typeof SECRET_NAMES)[number]
export type Secrets = Partial<Record<SecretName, string>>

/** Few enough that a round is over before anybody waits for its rows. */
const REKEYED_AT_ONCE = 50

const placeOf = (accountId: string, name: string) => `${accountId}|${name}`

/** Keeps a secret encrypted; null forgets it. */
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

/**
 * @param except left closed: what is typed anew need not open
 * @throws SecretLockedError when one does not open
 */
export async function openSecrets(
  sql: Sql,
  keyring: Keyring,
  accountId: string,
  except: SecretName[] = []
): Promise<Secrets> {
  const rows = await rowsOf<{ name: SecretName; sealed: string }>(
    sql,
    `select name, sealed from crm_mail_secret where account_id = ?`,
    [accountId]
  )
  return Object.fromEntries(
    rows
      .filter(({ name }) => !except.includes(name))
      .map(({ name, sealed }) => [
        name,
        unseal(sealed, placeOf(accountId, name), keyring),
      ])
  )
}

/** Which secrets there are, by account. */
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

export type SecretRow = { account_id: string; name: SecretName }

/**
 * Encrypts with the newest key what an older one encrypted, some rows a round, in the caller's
 * transaction. What does not open is left as it is: its key may come back.
 * @param after the last row of the round before
 * @returns the last row of this round, null when there are no more
 */
export async function rekeySecrets(
  sql: Sql,
  [newest, ...older]: Keyring,
  after: SecretRow | null
): Promise<SecretRow | null> {
  const rows = await rowsOf<SecretRow & { sealed: string }>(
    sql,
    `select account_id, name, sealed from crm_mail_secret
     where split_part(sealed, '.', 2) = any(?) and (account_id, name) > (?, ?)
     order by account_id, name limit ? for update`,
    [
      older.map(({ id }) => id),
      after?.account_id ?? "",
      after?.name ?? "",
      REKEYED_AT_ONCE,
    ]
  )
  for (const { account_id, name, sealed } of rows) {
    const secret = openedOrNull(sealed, placeOf(account_id, name), older)

    if (secret !== null) {
      await keepSecret(sql, [newest], account_id, name, secret)
    }
  }
  return rows.at(-1) ?? null
}

function openedOrNull(sealed: string, place: string, keyring: Keyring): string | null {
  try {
    return unseal(sealed, place, keyring)
  } catch {
    return null
  }
}
