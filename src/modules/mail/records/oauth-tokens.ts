import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import type { AccountState } from "../domain/account-state"
import type { OAuthProvider } from "../domain/oauth-providers"
import type { Keyring } from "../domain/secret-box"
import type { Tokens } from "../domain/token-answer"
import { holdsLease, type Lease } from "./lease"
import { keepSecret, openSecrets } from "./secrets"

/** How far clocks may be apart, in minutes: a token is renewed this long before its end. */
const CLOCK_SKEW = 5
/** Minutes in which a token that a server refuses is not renewed again: it is not the token then. */
const YOUNG = 2

/** What is known of an account's tokens. Times are compared on the database's clock. */
export type StoredTokens = {
  provider: OAuthProvider
  state: AccountState
  access_token: string | null
  refresh_token: string | null
  is_fresh: boolean
  is_young: boolean
}

/** @throws NOT_FOUND, SecretLockedError */
export async function storedTokens(
  sql: Sql,
  keyring: Keyring,
  accountId: string
): Promise<StoredTokens> {
  const [row] = await rowsOf<
    Pick<StoredTokens, "provider" | "state" | "is_fresh" | "is_young">
  >(
    sql,
    `select oauth_provider as provider, state,
            coalesce(oauth_expires_at > clock_timestamp() + make_interval(mins => ?), false) as is_fresh,
            coalesce(oauth_renewed_at > clock_timestamp() - make_interval(mins => ?), false) as is_young
     from crm_mail_account
     where id = ? and oauth_provider is not null and deleted_at is null`,
    [CLOCK_SKEW, YOUNG, accountId]
  )
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "The mail account is not connected through a provider any more"
    )
  }
  const { oauth_access_token, oauth_refresh_token } = await openSecrets(
    sql,
    keyring,
    accountId,
    ["imap_password", "smtp_password"]
  )
  return {
    ...row,
    access_token: oauth_access_token ?? null,
    refresh_token: oauth_refresh_token ?? null,
  }
}

/** The lease for renewing an account's token: of all instances one asks the provider. */
export const tokenLeaseOf = (accountId: string): string => `${accountId}|token`

/**
 * Keeps renewed tokens, both or neither, in the caller's transaction.
 * @returns false when the lease was lost meanwhile; what another wrote stays
 */
export async function keepRenewedTokens(
  sql: Sql,
  keyring: Keyring,
  accountId: string,
  lease: Lease,
  tokens: Tokens
): Promise<boolean> {
  if (!(await holdsLease(sql, lease))) {
    return false
  }
  await keepTokens(sql, keyring, accountId, tokens)
  return true
}

/** In the caller's transaction. A refresh token that was not renewed stays. */
export async function keepTokens(
  sql: Sql,
  keyring: Keyring,
  accountId: string,
  { access_token, refresh_token, expires_in }: Tokens
): Promise<void> {
  await keepSecret(sql, keyring, accountId, "oauth_access_token", access_token)
  if (refresh_token) {
    await keepSecret(sql, keyring, accountId, "oauth_refresh_token", refresh_token)
  }
  await sql.raw(
    `update crm_mail_account
     set oauth_expires_at = clock_timestamp() + make_interval(secs => ?),
         oauth_renewed_at = clock_timestamp()
     where id = ?`,
    [expires_in, accountId]
  )
}

/** The consent is over: nothing is asked with it again until a person has renewed it. */
export async function endGrant(
  sql: Sql,
  accountId: string,
  lease: Lease,
  words: string
): Promise<void> {
  if (await holdsLease(sql, lease)) {
    await sql.raw(
      `update crm_mail_account set state = 'reconnect', last_error = ? where id = ?`,
      [words, accountId]
    )
  }
}

/** Who gives a consent while an old one is being renewed takes the lease away from that. */
export const breakTokenLease = (sql: Sql, accountId: string) =>
  sql.raw(
    `update crm_mail_lease set fencing = fencing + 1, expires_at = 'epoch' where account_id = ?`,
    [tokenLeaseOf(accountId)]
  )
