import { randomBytes, randomUUID } from "node:crypto"
import type { Context, Logger } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { readOptions, type CrmDeskOptions } from "../../options"
import { inTransaction, reading, rowsOf, type Sql } from "../../sql"
import { accessToken, type TokenTools } from "./access-token"
import {
  passwordSettings,
  tidyingOf,
  tokenSettings,
  type AccountSettings,
} from "./account-settings"
import { checkServers } from "./check-servers"
import {
  consentedTokens,
  newConsent,
  type ConnectTools,
  type ConsentWish,
} from "./connect-account"
import { detectServers, type DetectedServers } from "./detect-servers"
import { loopToken } from "./domain/loop-signs"
import {
  oauthApp,
  oauthServers,
  OAUTH_PROVIDERS,
  PROVIDER_NAMES,
  type OAuthApp,
  type OAuthProvider,
} from "./domain/oauth-providers"
import { OwnAddresses } from "./domain/own-addresses"
import { deriveKey, seal, unseal, type Keyring } from "./domain/secret-box"
import { secretPlace } from "./domain/secret-mark"
import type { Tokens } from "./domain/token-answer"
import { ReaderPool } from "./mime/reader-pool"
import { CrmAutoReply } from "./models/auto-reply"
import { CrmInboundMail } from "./models/inbound-mail"
import { CrmMailAccount } from "./models/mail-account"
import { CrmMailBounce } from "./models/mail-bounce"
import { CrmMailAlert } from "./models/mail-alert"
import { CrmMailObservation } from "./models/mail-observation"
import { CrmOutboundMail } from "./models/outbound-mail"
import { CrmSuppressedAddress } from "./models/suppressed-address"
import { dueAccounts } from "./records/account-health"
import { recordBounces, type BouncedMail } from "./records/bounces"
import { claimAutoReplies, oftenAnswered } from "./records/claim-auto-replies"
import { claimIdentities, copiesOf, usedMessageIds } from "./records/claim-identities"
import { acquireLease, releaseLease } from "./records/lease"
import {
  dismissAlert,
  markTold,
  noteAlerts,
  openAlerts,
  untoldAlerts,
} from "./records/mail-alerts"
import {
  recordObservations,
  recordReceivedTests,
  recordTestMail,
} from "./records/observations"
import {
  cancelMail,
  dropForgottenMails,
  dropHeldMails,
  enqueueMails,
  holdMail,
  markReported,
  releaseMail,
  retryMail,
  takeBackMails,
  unreportedDeliveries,
  type DeliveryReport,
  type MailToSend,
} from "./records/outbox"
import { noteConsent, takeConsent, type Consent } from "./records/oauth-consents"
import {
  breakTokenLease,
  endGrant,
  keepRenewedTokens,
  keepTokens,
  storedTokens,
  tokenLeaseOf,
} from "./records/oauth-tokens"
import {
  keepSecret,
  namesOfSecrets,
  openSecrets,
  rekeySecrets,
  SECRET_NAMES,
  type SecretRow,
} from "./records/secrets"
import {
  postponeMails,
  quarantineStored,
  reopenMails,
  settleMails,
  type PostponedMail,
  type SettledMail,
} from "./records/settle-mails"
import { storeDelivered, type DeliveredMail } from "./records/store-delivered"
import { forgetPositions } from "./records/store-mails"
import { eraseMails, type MailsToErase } from "./records/erase-mails"
import { pseudonymOf } from "./domain/suppression"
import { liftSuppressions, suppressedAmong } from "./records/suppress-addresses"
import { forgetTidying } from "./records/tidy-pending"
import { listOutboundMails, type OutboundListQuery } from "./reports/outbound-list"
import type { TokenSource } from "./transports/login"
import { mailHostPolicy, type MailHostPolicy } from "./transports/mail-host"
import { requestTokens } from "./transports/token-endpoint"
import type { ConnectionColumns, MailAccountDTO } from "./types"
import { observeMails, type ArrivedMail } from "./domain/observe-mails"
import { mailHealthFacts } from "./reports/mail-health"
import { newTestId, sendTestMail } from "./send-test-mail"
import { MailPolling, type PollLimits } from "./mail-polling"
import { MailReading, type ReadMail } from "./mail-reading"
import { MailSending } from "./mail-sending"
import { WorkInProgress } from "./work-in-progress"
import { mailSentence } from "./domain/mail-sentences"

type Db = Context<EntityManager>

export type Passwords = Partial<Record<"imap_password" | "smtp_password", string | null>>

/** Columns of an account, and the passwords that go into the safe beside it. */
export type MailAccountData = Partial<
  Omit<MailAccountDTO, "id" | "number" | "created_at" | "updated_at" | "deleted_at">
> &
  Passwords

/** Which mailbox an account reads. */
const MAILBOX_COLUMNS = ["imap_host", "imap_port", "imap_username"] as const
const isChanged = (before: unknown, after: unknown) =>
  after !== undefined && after !== before
/** Whatever kept mail from leaving may have been mended. */
const SENDING_ANEW = { smtp_failures: 0, smtp_error: null, smtp_paused_until: null }

/** A mail whose files the store did not take so often is given up. */
const MOST_ATTEMPTS = 5
/** Automatic answers in a day after which a machine may be answering them. */
const OFTEN_ANSWERED = 3
const ALERTS_AT_ONCE = 50

export default class MailModuleService extends MedusaService({
  CrmMailAccount,
  CrmInboundMail,
  CrmOutboundMail,
  CrmAutoReply,
  CrmMailBounce,
  CrmSuppressedAddress,
  CrmMailAlert,
  CrmMailObservation,
}) {
  readonly options: CrmDeskOptions
  protected readonly logger_: Logger
  /** Who we are among the instances that share the database. */
  protected readonly owner_ = randomUUID()
  protected readonly reader_ = new ReaderPool()
  protected readonly hosts_: MailHostPolicy
  protected readonly work_ = new WorkInProgress()
  protected readonly reading_: MailReading
  protected readonly polling_: MailPolling
  protected readonly sending_: MailSending

  readonly __hooks = {
    onApplicationPrepareShutdown: async () => this.work_.announceStop(),
    onApplicationShutdown: async () => {
      this.work_.signal.addEventListener("abort", () => void this.reader_.close())
      await this.work_.stop()
      await this.reader_.close()
    },
  }

  constructor(container: { logger: Logger }, options: object) {
    super(...arguments)
    this.logger_ = container.logger
    this.options = readOptions(options)
    this.hosts_ = mailHostPolicy(this.options.allowedMailHosts)

    const shared = {
      database: {
        query: <T>(work: (sql: Sql) => Promise<T>) => this.onDatabase_(work),
        transaction: <T>(work: (sql: Sql) => Promise<T>) => this.inTransaction_(work),
      },
      owner: this.owner_,
      logger: this.logger_,
      work: this.work_,
    }
    this.reading_ = new MailReading({
      ...shared,
      reader: () => this.reader_,
      isStopping: () => this.work_.isStopping,
    })
    this.polling_ = new MailPolling({
      ...shared,
      reading: this.reading_,
      pollIntervalSeconds: this.options.pollIntervalSeconds,
      settings: (account) => this.accountSettings_(account),
    })
    this.sending_ = new MailSending({
      ...shared,
      account: (id) => this.sendingAccount_(id),
      loopToken: () => this.loopToken(),
      key: () => this.referenceKey(),
      openSecret: (sealed, place) => unseal(sealed, place, this.keyring_()),
    })
  }

  // --- accounts -------------------------------------------------------------------------------

  /** @throws DUPLICATE_ERROR when another account has the address */
  @InjectTransactionManager()
  async createMailAccount(
    { imap_password, smtp_password, ...columns }: MailAccountData,
    @MedusaContext() context: Db = {}
  ): Promise<MailAccountDTO> {
    const id = generateEntityId("", "macc")
    const account = await this.createCrmMailAccounts(
      { ...columns, id } as MailAccountDTO,
      context
    )

    // MikroORM writes at the end of the transaction; the password refers to the row.
    await context.transactionManager?.flush()
    await this.keepPasswords_(id, { imap_password, smtp_password }, context)
    return account
  }

  /**
   * A password that is left out stays; null forgets it. A change is polled at once, and sent with; an
   * account that reads elsewhere now is read there from the beginning. A password given to an account
   * that was connected through a provider takes the place of the consent.
   */
  @InjectTransactionManager()
  async updateMailAccount(
    id: string,
    { imap_password, smtp_password, ...columns }: MailAccountData,
    @MedusaContext() context: Db = {}
  ): Promise<MailAccountDTO> {
    const before = await this.retrieveCrmMailAccount(id, {}, context)

    if (MAILBOX_COLUMNS.some((name) => isChanged(before[name], columns[name]))) {
      await forgetPositions(inTransaction(context), id)
    }
    await this.keepPasswords_(id, { imap_password, smtp_password }, context)

    if (columns.after_reading) {
      await forgetTidying(inTransaction(context), id, columns.after_reading)
    }
    return this.updateCrmMailAccounts(
      {
        id,
        ...columns,
        ...(columns.after_reading ? { after_reading_error: null } : {}),
        ...(imap_password ? await this.withoutConsent_(id, context) : {}),
        next_poll_at: null,
        ...SENDING_ANEW,
      },
      context
    )
  }

  /**
   * Removes an account with its passwords. Mail of it that was not read yet is quarantined, from
   * where it can be read again; mail that has not left is taken back.
   * @returns who asked for the mails that were taken back, to hand them over elsewhere
   */
  @InjectTransactionManager()
  async removeMailAccount(id: string, @MedusaContext() context: Db = {}) {
    const sql = inTransaction(context)

    await this.softDeleteCrmMailAccounts([id], {}, context)
    for (const name of SECRET_NAMES) {
      await keepSecret(sql, this.keyring_(), id, name, null)
    }
    await quarantineStored(sql, id, mailSentence("account_removed"))

    return takeBackMails(sql, id)
  }

  @InjectManager()
  async passwordNames(ids: string[], @MedusaContext() context: Db = {}) {
    return namesOfSecrets(reading(context), ids)
  }

  /**
   * Logs in to both servers, and looks for the folder that mails are moved to.
   * @param typed passwords that are not saved; those that are stand in for what was not typed
   * @returns the servers' own words where one refused
   */
  async checkAccount(account: MailAccountDTO, typed: Passwords = {}) {
    const { imap, smtp } = await this.accountSettings_(account, typed)
    const tidying = tidyingOf(account)

    return checkServers({ imap, smtp }, tidying?.kind === "move" ? tidying.folder : null)
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

  @InjectManager()
  async accountsDue(limit: number, @MedusaContext() context: Db = {}) {
    return dueAccounts(reading(context), limit)
  }

  // --- consent of a provider ------------------------------------------------------------------

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

  /** Encrypts every secret anew that is under an older key. Safe to run in many instances. */
  async rekeySecrets(): Promise<void> {
    let last: SecretRow | null = null

    do {
      last = await this.inTransaction_((sql) => rekeySecrets(sql, this.keyring_(), last))
    } while (last)
  }

  /** The addresses of all accounts, those that are switched off too. */
  async ownAddresses(): Promise<OwnAddresses> {
    const accounts = await this.listCrmMailAccounts({}, { take: null })

    return new OwnAddresses(accounts.map(({ address }) => address))
  }

  // --- the way in -----------------------------------------------------------------------------

  /**
   * Polls one account: finishes what was left, then reads the folder from the cursor on.
   * @param onStored turns a stored batch into tickets
   * @returns null while another instance polls it
   */
  async pollAccount(
    accountId: string,
    onStored: (ids: string[]) => Promise<void>,
    limits: PollLimits = {}
  ): Promise<{ fetched: number; more: boolean } | null> {
    return this.polling_.poll(
      await this.retrieveCrmMailAccount(accountId),
      onStored,
      limits
    )
  }

  /** Takes a mail that was brought. @returns its row, the one it had when it was brought before */
  @InjectTransactionManager()
  async storeDelivered(delivered: DeliveredMail, @MedusaContext() context: Db = {}) {
    return storeDelivered(inTransaction(context), delivered)
  }

  /** Reads stored mails, each in bounds of time and memory. Mails that are settled are left out. */
  async readStoredMails(ids: string[]): Promise<ReadMail[]> {
    return this.reading_.read(ids)
  }

  @InjectTransactionManager()
  async claimIdentities(
    mails: { inbound_mail_id: string; identity: string }[],
    @MedusaContext() context: Db = {}
  ) {
    return claimIdentities(inTransaction(context), mails)
  }

  @InjectTransactionManager()
  async claimAutoReplies(
    candidates: { inbound_mail_id: string; address: string }[],
    @MedusaContext() context: Db = {}
  ) {
    return claimAutoReplies(inTransaction(context), candidates)
  }

  /** Addresses, in lower case, that a machine may be answering from. */
  @InjectManager()
  async oftenAnswered(addresses: string[], @MedusaContext() context: Db = {}) {
    return oftenAnswered(reading(context), addresses, OFTEN_ANSWERED)
  }

  /** Message-IDs that other mails of the ledger have already. */
  @InjectManager()
  async usedMessageIds(
    mails: { inbound_mail_id: string; message_id: string }[],
    @MedusaContext() context: Db = {}
  ) {
    return usedMessageIds(reading(context), mails)
  }

  /** The accounts that got second copies, by the row first seen. */
  @InjectManager()
  async copiesOf(inboundMailIds: string[], @MedusaContext() context: Db = {}) {
    return copiesOf(reading(context), inboundMailIds)
  }

  /** Shows bounces on the mails they are about, and suppresses the addresses that had enough. */
  @InjectTransactionManager()
  async recordBounces(bounces: BouncedMail[], @MedusaContext() context: Db = {}) {
    return recordBounces(inTransaction(context), bounces)
  }

  @InjectManager()
  async settleMails(mails: SettledMail[], @MedusaContext() context: Db = {}) {
    await settleMails(reading(context), mails)
  }

  /** Leaves mails for a later poll, or gives them up. @returns how many were given up */
  @InjectManager()
  async postponeMails(mails: PostponedMail[], @MedusaContext() context: Db = {}) {
    return postponeMails(reading(context), mails, MOST_ATTEMPTS)
  }

  /** Puts mails that are on no ticket back to be read. @returns those that were */
  @InjectManager()
  async reopenMails(ids: string[], @MedusaContext() context: Db = {}) {
    return reopenMails(reading(context), ids)
  }

  /** The mail as it came. @throws NOT_FOUND */
  @InjectManager()
  async rawSource(id: string, @MedusaContext() context: Db = {}): Promise<Buffer> {
    const [row] = await rowsOf<{ source: Buffer }>(
      reading(context),
      `select source from crm_inbound_source where inbound_mail_id = ?`,
      [id]
    )
    if (!row) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Inbound mail ${id} was not found`
      )
    }
    return row.source
  }

  // --- the way out ----------------------------------------------------------------------------

  /** Signs what names our mails. Kept apart from the key of the passwords. */
  async referenceKey(): Promise<Buffer> {
    return deriveKey(this.keyring_(), "message-id")
  }

  /** What the desk's automatic mail carries in `X-Loop`. */
  async loopToken(): Promise<string> {
    return loopToken(await this.referenceKey())
  }

  @InjectManager()
  async enqueueMails(mails: MailToSend[], @MedusaContext() context: Db = {}) {
    await enqueueMails(
      reading(context),
      mails.map((mail) => ({
        ...mail,
        secret: mail.secret
          ? seal(
              mail.secret,
              secretPlace(mail.reference, mail.reference_id),
              this.keyring_()
            )
          : null,
      }))
    )
  }

  @InjectManager()
  async dropHeldMails(
    reference: string,
    referenceIds: string[],
    @MedusaContext() context: Db = {}
  ) {
    await dropHeldMails(reading(context), reference, referenceIds)
  }

  @InjectManager()
  async dropForgottenMails(@MedusaContext() context: Db = {}) {
    await dropForgottenMails(reading(context))
  }

  /**
   * Makes one attempt for each mail that is due.
   * @param loadFile reads an attachment from the File Module, which this module does not know
   * @returns how many attempts were made
   */
  async sendDueMails(loadFile: (fileId: string) => Promise<Buffer>): Promise<number> {
    return this.sending_.sendDue(loadFile)
  }

  /** The outbox, newest first. */
  @InjectManager()
  async outboundList(query: OutboundListQuery, @MedusaContext() context: Db = {}) {
    return listOutboundMails(reading(context), query)
  }

  @InjectManager()
  async cancelMail(id: string, @MedusaContext() context: Db = {}) {
    return cancelMail(reading(context), id)
  }

  @InjectManager()
  async retryMail(id: string, @MedusaContext() context: Db = {}) {
    return retryMail(reading(context), id)
  }

  @InjectManager()
  async holdMail(id: string, until: Date, @MedusaContext() context: Db = {}) {
    return holdMail(reading(context), id, until)
  }

  @InjectManager()
  async releaseMail(id: string, @MedusaContext() context: Db = {}) {
    return releaseMail(reading(context), id)
  }

  /** Somebody wrote from these addresses, or an agent wants it: automatic mail goes there again. */
  @InjectManager()
  async liftSuppressions(addresses: string[], @MedusaContext() context: Db = {}) {
    return liftSuppressions(reading(context), addresses, await this.referenceKey())
  }

  /** Which of these addresses, in lower case, get no automatic mail. */
  @InjectManager()
  async suppressedAmong(addresses: string[], @MedusaContext() context: Db = {}) {
    return suppressedAmong(reading(context), addresses, await this.referenceKey())
  }

  /** Erases what is kept of a person's mail. The ledger keeps its rows. */
  @InjectTransactionManager()
  async eraseMails(who: MailsToErase, @MedusaContext() context: Db = {}) {
    const key = await this.referenceKey()

    await eraseMails(inTransaction(context), who, (address) => pseudonymOf(address, key))
  }

  @InjectManager()
  async unreportedDeliveries(limit: number, @MedusaContext() context: Db = {}) {
    return unreportedDeliveries(reading(context), limit)
  }

  @InjectManager()
  async markReported(reports: DeliveryReport[], @MedusaContext() context: Db = {}) {
    await markReported(reading(context), reports)
  }

  // --- health ---------------------------------------------------------------------------------

  /** What is known of all accounts, to be diagnosed. */
  @InjectManager()
  async mailHealthFacts(@MedusaContext() context: Db = {}) {
    return mailHealthFacts(reading(context))
  }

  /** Learns from a batch of mails, oldest first, what their servers wrote into them. */
  @InjectManager()
  async observeMails(mails: ArrivedMail[], @MedusaContext() context: Db = {}) {
    const { observations, tests } = observeMails(mails, await this.referenceKey())

    await recordObservations(reading(context), observations)
    await recordReceivedTests(reading(context), tests)
  }

  /**
   * Sends a mail from an account to itself.
   * @returns when, and what the server said
   * @throws NOT_ALLOWED with the server's words
   */
  @InjectManager()
  async sendTestMail(account: MailAccountDTO, @MedusaContext() context: Db = {}) {
    const id = newTestId()
    const { smtp } = await this.accountSettings_(account)
    const sent_at = await recordTestMail(reading(context), account.id, id)
    const response = await sendTestMail(account, smtp, id, await this.referenceKey())

    return { id, sent_at, response }
  }

  /** Brings the alerts up to date. @returns what agents have not been told yet */
  @InjectTransactionManager()
  async noteAlerts(@MedusaContext() context: Db = {}) {
    await noteAlerts(inTransaction(context))

    return untoldAlerts(inTransaction(context), ALERTS_AT_ONCE)
  }

  @InjectManager()
  async openAlerts(@MedusaContext() context: Db = {}) {
    return openAlerts(reading(context))
  }

  /** @returns whether this call was the first to say that agents were told */
  @InjectManager()
  async markAlertTold(
    id: string,
    part: "beginning" | "ending",
    @MedusaContext() context: Db = {}
  ) {
    return markTold(reading(context), id, part)
  }

  /** Waves an alert aside. @throws NOT_FOUND; NOT_ALLOWED for one that ends by itself */
  @InjectManager()
  async dismissAlert(id: string, by: string | null, @MedusaContext() context: Db = {}) {
    await dismissAlert(reading(context), id, by)
  }

  // --- behind the scenes ----------------------------------------------------------------------

  protected keyring_(): Keyring {
    if (!this.options.keyring) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The CRM desk is switched off. Set the plugin option `enabled` to use it"
      )
    }
    return this.options.keyring
  }

  protected async sendingAccount_(id: string) {
    const [account] = await this.listCrmMailAccounts({ id, enabled: true })

    return account ? { account, smtp: (await this.accountSettings_(account)).smtp } : null
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

  /** Forgets the tokens. @returns the columns that say so */
  @InjectTransactionManager()
  protected async withoutConsent_(id: string, @MedusaContext() context: Db = {}) {
    const sql = inTransaction(context)
    const { oauth_provider, state } = await this.retrieveCrmMailAccount(id, {}, context)

    for (const name of ["oauth_access_token", "oauth_refresh_token"] as const) {
      await keepSecret(sql, this.keyring_(), id, name, null)
    }
    return {
      ...(state === "reconnect" ? { state: "new" as const, last_error: null } : {}),
      ...(oauth_provider && {
        oauth_provider: null,
        oauth_connected_as: null,
        oauth_expires_at: null,
        oauth_renewed_at: null,
      }),
    }
  }

  @InjectManager()
  protected async onDatabase_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Db = {}
  ): Promise<T> {
    return work(reading(context))
  }

  @InjectTransactionManager()
  protected async inTransaction_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Db = {}
  ): Promise<T> {
    return work(inTransaction(context))
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
}

const withoutUndefined = (passwords: Passwords) =>
  Object.fromEntries(
    Object.entries(passwords).filter(([, password]) => password !== undefined)
  )
