import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { inTransaction } from "../../../sql"
import {
  consentedTokens,
  newConsent,
  type ConnectTools,
  type ConsentWish,
} from "../connect-account"
import { detectServers, type DetectedServers } from "../detect-servers"
import {
  OAUTH_PROVIDERS,
  oauthApp,
  oauthServers,
  type OAuthProvider,
} from "../domain/oauth-providers"
import type { Tokens } from "../domain/token-answer"
import { noteConsent, takeConsent, type Consent } from "../records/oauth-consents"
import { breakTokenLease, keepTokens } from "../records/oauth-tokens"
import { AccountMethods } from "./accounts"
import type { Db } from "./tables"

/** Accounts that are connected by the consent of a provider. */
export class ConsentMethods extends AccountMethods {
  /** Providers whose app the options name. */
  async oauthProviders(): Promise<OAuthProvider[]> {
    return OAUTH_PROVIDERS.filter((provider) => oauthApp(provider, this.options.oauth))
  }

  async oauthServers(provider: OAuthProvider) {
    return oauthServers(provider, this.options.oauth)
  }

  /** Suggests the servers of an address; those of a provider's app where the options name some. */
  async detectServers(address: string): Promise<DetectedServers | null> {
    const found = await detectServers(address)
    const provider = found?.provider

    return found && provider?.oauth
      ? {
          by: found.by === "mx" ? "mx" : "domain",
          provider: { ...provider, ...oauthServers(provider.oauth, this.options.oauth) },
        }
      : found
  }

  /**
   * Begins a consent, for this user and a quarter of an hour.
   * @returns where to send the browser
   * @throws NOT_ALLOWED when the options name no app for the provider
   */
  async startConsent(
    wish: ConsentWish
  ): Promise<{ authorization_url: string; expires_at: string }> {
    const { authorization_url, state_hash, consent } = newConsent(
      this.oauthApp_(wish.provider),
      wish,
      this.keyring_()
    )
    const expires_at = await this.onDatabase_((sql) =>
      noteConsent(sql, state_hash, consent)
    )
    return { authorization_url, expires_at }
  }

  /**
   * Finishes a consent: fetches the tokens, tries them at both servers, and keeps them with the
   * account, which is made now when it is new.
   * @throws NOT_ALLOWED when state, code or servers refuse; nothing is kept then
   */
  async connectAccount(given: { state: string; code: string; user_id: string }) {
    const tools: ConnectTools = {
      keyring: this.keyring_(),
      hosts: this.hosts_,
      take: (stateHash, userId) =>
        this.onDatabase_((sql) => takeConsent(sql, stateHash, userId)),
      app: ({ provider }) => this.oauthApp_(provider),
      account: async ({ account_id, draft }) =>
        draft ?? (await this.retrieveCrmMailAccount(account_id)),
    }
    const { consent, tokens } = await consentedTokens(given, tools)

    return this.keepConnected_(consent, tokens)
  }

  @InjectTransactionManager()
  protected async keepConnected_(
    { account_id, draft, provider }: Consent,
    tokens: Tokens,
    @MedusaContext() context: Db = {}
  ): Promise<{ id: string; department_id: string; is_new: boolean }> {
    const sql = inTransaction(context)
    const columns = {
      oauth_provider: provider,
      oauth_connected_as: tokens.connected_as,
      state: "new" as const,
      last_error: null,
      failures: 0,
    }
    const { id, department_id } = account_id
      ? await this.updateMailAccount(
          account_id,
          { ...columns, imap_password: null, smtp_password: null },
          context
        )
      : await this.createMailAccount({ ...draft, ...columns }, context)

    await breakTokenLease(sql, id)
    await keepTokens(sql, this.keyring_(), id, tokens)

    return { id, department_id, is_new: account_id === null }
  }
}
