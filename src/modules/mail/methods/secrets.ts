import { randomBytes, randomUUID } from "node:crypto"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import { accessToken, type TokenTools } from "../access-token"
import {
  passwordSettings,
  tokenSettings,
  type AccountSettings,
} from "../account-settings"
import { loopToken } from "../domain/loop-signs"
import {
  oauthApp,
  PROVIDER_NAMES,
  type OAuthApp,
  type OAuthProvider,
} from "../domain/oauth-providers"
import { deriveKey } from "../domain/secret-box"
import { acquireLease, releaseLease } from "../records/lease"
import {
  endGrant,
  keepRenewedTokens,
  storedTokens,
  tokenLeaseOf,
} from "../records/oauth-tokens"
import {
  keepSecret,
  namesOfSecrets,
  openSecrets,
  rekeySecrets,
  SECRET_NAMES,
  type SecretRow,
} from "../records/secrets"
import type { TokenSource } from "../transports/login"
import { requestTokens } from "../transports/token-endpoint"
import type { ConnectionColumns, MailAccountDTO, Passwords } from "../types"
import { MailTables, type Db } from "./tables"

/** Passwords, tokens and keys, and the settings to log in with. */
export class SecretMethods extends MailTables {
  /** Who we are among the instances that share the database. */
  protected readonly owner_ = randomUUID()

  @InjectManager()
  async passwordNames(ids: string[], @MedusaContext() context: Db = {}) {
    return namesOfSecrets(reading(context), ids)
  }

  /** Makes the secret that mail must be signed with to be brought over the webhook. */
  @InjectManager()
  async renewWebhookSecret(id: string, @MedusaContext() context: Db = {}) {
    const secret = randomBytes(32).toString("hex")

    await keepSecret(reading(context), this.keyring_(), id, "webhook_secret", secret)
  }

  @InjectManager()
  async forgetWebhookSecret(id: string, @MedusaContext() context: Db = {}) {
    await keepSecret(reading(context), this.keyring_(), id, "webhook_secret", null)
  }

  /** Null for an account without one, and for one that is unknown or switched off. */
  @InjectManager()
  async webhookSecret(id: string, @MedusaContext() context: Db = {}) {
    const [account] = await this.listCrmMailAccounts({ id, enabled: true }, {}, context)

    return account
      ? ((await openSecrets(reading(context), this.keyring_(), id)).webhook_secret ??
          null)
      : null
  }

  /** Encrypts every secret anew that is under an older key. Safe to run in many instances. */
  async rekeySecrets(): Promise<void> {
    let last: SecretRow | null = null

    do {
      last = await this.inTransaction_((sql) => rekeySecrets(sql, this.keyring_(), last))
    } while (last)
  }

  /** Signs what names our mails. Kept apart from the key of the passwords. */
  async referenceKey(): Promise<Buffer> {
    return deriveKey(this.keyring_(), "message-id")
  }

  /** What the desk's automatic mail carries in `X-Loop`. */
  async loopToken(): Promise<string> {
    return loopToken(await this.referenceKey())
  }

  /** @throws SecretLockedError when a password does not open */
  @InjectManager()
  protected async accountSettings_(
    account: ConnectionColumns & Partial<Pick<MailAccountDTO, "id" | "oauth_provider">>,
    typed: Passwords = {},
    @MedusaContext() context: Db = {}
  ): Promise<AccountSettings> {
    const { id, oauth_provider } = account

    if (id && oauth_provider && !typed.imap_password) {
      return tokenSettings(account, this.tokenSource_(id, oauth_provider), this.hosts_)
    }
    const closed = SECRET_NAMES.filter(
      (name) => name.startsWith("oauth_") || name in withoutUndefined(typed)
    )
    const stored = id
      ? await openSecrets(reading(context), this.keyring_(), id, closed)
      : {}

    return passwordSettings(
      account,
      {
        imap_password: typed.imap_password ?? stored.imap_password,
        smtp_password: typed.smtp_password ?? stored.smtp_password,
      },
      this.hosts_
    )
  }

  @InjectTransactionManager()
  protected async keepPasswords_(
    id: string,
    passwords: Passwords,
    @MedusaContext() context: Db = {}
  ) {
    for (const name of ["imap_password", "smtp_password"] as const) {
      const secret = passwords[name]

      if (secret !== undefined) {
        await keepSecret(inTransaction(context), this.keyring_(), id, name, secret)
      }
    }
  }

  protected oauthApp_(provider: OAuthProvider): OAuthApp {
    const app = oauthApp(provider, this.options.oauth)

    if (!app) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Connecting with ${PROVIDER_NAMES[provider]} is not set up. A developer has to set the plugin option oauth.${provider}`
      )
    }
    return app
  }

  protected tokenSource_(accountId: string, provider: OAuthProvider): TokenSource {
    const keyring = this.keyring_()
    const tools: TokenTools = {
      stored: () => this.onDatabase_((sql) => storedTokens(sql, keyring, accountId)),
      lease: () =>
        this.onDatabase_((sql) =>
          acquireLease(sql, tokenLeaseOf(accountId), this.owner_)
        ),
      release: (lease) => this.onDatabase_((sql) => releaseLease(sql, lease)),
      request: (refresh_token) =>
        requestTokens(this.oauthApp_(provider), {
          grant_type: "refresh_token",
          refresh_token,
        }),
      keep: (lease, tokens) =>
        this.inTransaction_((sql) =>
          keepRenewedTokens(sql, keyring, accountId, lease, tokens)
        ),
      endGrant: (lease, words) =>
        this.inTransaction_((sql) => endGrant(sql, accountId, lease, words)),
    }
    return (refused) => accessToken(tools, refused)
  }
}

const withoutUndefined = (passwords: Passwords) =>
  Object.fromEntries(
    Object.entries(passwords).filter(([, password]) => password !== undefined)
  )
