import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { tokenSettings } from "./account-settings"
import { checkServers, refusalsOf } from "./check-servers"
import { consentUrl, hashOf, SECRET_BYTES } from "./domain/consent"
import type { OAuthApp } from "./domain/oauth-providers"
import { seal, unseal, type Keyring } from "./domain/secret-box"
import type { Tokens } from "./domain/token-answer"
import type { Consent } from "./records/oauth-consents"
import type { MailHostPolicy } from "./transports/mail-host"
import { requestTokens } from "./transports/token-endpoint"
import type { ConnectionColumns } from "./types"

/** What is asked of a provider, for which mailbox. */
export type ConsentWish = DistributiveOmit<Consent, "sealed_verifier"> & {
  address: string
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** A consent to be noted, and where the browser is sent to get it. */
export function newConsent(
  app: OAuthApp,
  { address, ...wish }: ConsentWish,
  keyring: Keyring
) {
  const state = randomBytes(SECRET_BYTES).toString("base64url")
  const verifier = randomBytes(SECRET_BYTES).toString("base64url")
  const { redirect_uri } = wish

  return {
    state_hash: hashOf(state),
    consent: { ...wish, sealed_verifier: seal(verifier, placeOf(state), keyring) },
    authorization_url: consentUrl(app, { redirect_uri, state, verifier, address }),
  }
}

export type ConnectTools = {
  keyring: Keyring
  hosts: MailHostPolicy
  /** Null when it is not this user's, or was used, or is over. */
  take(stateHash: string, userId: string): Promise<Consent | null>
  app(consent: Consent): OAuthApp
  /** The account a consent is for, as it is or will be. */
  account(consent: Consent): Promise<ConnectionColumns>
}

/**
 * Fetches the tokens of a consent and tries them at both servers: a consent that does not open the
 * mailbox it was asked for is of no use.
 * @throws NOT_ALLOWED when state, code or servers refuse
 */
export async function consentedTokens(
  { state, code, user_id }: { state: string; code: string; user_id: string },
  tools: ConnectTools
): Promise<{ consent: Consent; tokens: Tokens }> {
  const consent = await tools.take(hashOf(state), user_id)

  if (!consent) {
    throw refusal(
      "This consent was used already, took longer than a quarter of an hour, or was begun by somebody else. Connect the account again"
    )
  }
  const app = tools.app(consent)
  const tokens = await requestTokens(app, {
    grant_type: "authorization_code",
    code,
    redirect_uri: consent.redirect_uri,
    code_verifier: unseal(consent.sealed_verifier, placeOf(state), tools.keyring),
  })
  await assertTokensWork(app, await tools.account(consent), tokens, tools.hosts)

  return { consent, tokens }
}

async function assertTokensWork(
  { name }: OAuthApp,
  account: ConnectionColumns,
  { refresh_token, access_token, connected_as }: Tokens,
  hosts: MailHostPolicy
): Promise<void> {
  if (!refresh_token) {
    throw refusal(
      `${name} gave its consent for an hour only. Remove this app from the connected apps of the account there, and connect it again`
    )
  }
  const refused = refusalsOf(
    await checkServers(tokenSettings(account, async () => access_token, hosts))
  )
  const who = connected_as
    ? ` You logged in as ${connected_as}, and the mailbox is ${account.imap_username}.`
    : ""

  if (refused) {
    throw refusal(
      `${name} gave its consent, but the mail servers refuse it.${who} ${refused}`
    )
  }
}

const placeOf = (state: string) => `consent|${hashOf(state)}`

const refusal = (message: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
