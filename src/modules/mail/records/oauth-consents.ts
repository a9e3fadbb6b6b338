import { rowsOf, type Sql } from "../../../sql"
import type { OAuthProvider } from "../domain/oauth-providers"
import type { AccountDraft } from "../types"
import { toStoredJson } from "../../../stored-json"

/** Minutes a person has for logging in at the provider. */
const CONSENT_MINUTES = 15

/** A consent that was asked for and not given yet. */
export type Consent = {
  user_id: string
  provider: OAuthProvider
  sealed_verifier: string
  redirect_uri: string
} & (
  | { account_id: string; draft: null }
  /** A new account, made of the draft. */
  | { account_id: null; draft: AccountDraft }
)

/** Notes what was asked for, under the hash of its state. @returns when it ends, ISO 8601 */
export async function noteConsent(
  sql: Sql,
  stateHash: string,
  { user_id, provider, account_id, draft, sealed_verifier, redirect_uri }: Consent
): Promise<string> {
  await sql.raw(`delete from crm_mail_consent where expires_at < clock_timestamp()`)
  const [{ expires_at }] = await rowsOf<{ expires_at: Date }>(
    sql,
    `insert into crm_mail_consent
       (state_hash, user_id, provider, account_id, draft, sealed_verifier, redirect_uri, expires_at)
     values (?, ?, ?, ?, ?::jsonb, ?, ?, clock_timestamp() + make_interval(mins => ?))
     returning expires_at`,
    [
      stateHash,
      user_id,
      provider,
      account_id,
      draft && toStoredJson(draft),
      sealed_verifier,
      redirect_uri,
      CONSENT_MINUTES,
    ]
  )
  return expires_at.toISOString()
}

/** Takes a consent, once: for the user who asked for it, in time. @returns null otherwise */
export async function takeConsent(
  sql: Sql,
  stateHash: string,
  userId: string
): Promise<Consent | null> {
  const [row] = await rowsOf<Consent>(
    sql,
    `delete from crm_mail_consent
     where state_hash = ? and user_id = ? and expires_at > clock_timestamp()
     returning user_id, provider, account_id, draft, sealed_verifier, redirect_uri`,
    [stateHash, userId]
  )
  return row ?? null
}
