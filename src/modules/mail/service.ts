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
import { stateAfter } from "./domain/account-errors"
import { withBareMessageIds } from "./domain/message-id"
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
import { isLoginRefused, serverWords } from "./domain/server-words"
import { refusedAddresses } from "./domain/suppression"
import { deriveKey, type Keyring } from "./domain/secret-box"
import type { Tokens } from "./domain/token-answer"
import { MailUnreadableError, ReaderPool } from "./mime/reader-pool"
import type { ReadEmail } from "./mime/read-email"
import { CrmAutoReply } from "./models/auto-reply"
import { CrmInboundMail } from "./models/inbound-mail"
import { CrmMailAccount } from "./models/mail-account"
import { CrmMailBounce } from "./models/mail-bounce"
import { CrmMailAlert } from "./models/mail-alert"
import { CrmMailObservation } from "./models/mail-observation"
import { CrmOutboundMail } from "./models/outbound-mail"
import { CrmSuppressedAddress } from "./models/suppressed-address"
import { onOurSide, OwnFailure, pollFolder } from "./poll-account"
import { NOTICES, type Restart } from "./domain/folder-position"
import {
  dueAccounts,
  isDue,
  recordNotice,
  recordPoll,
  recordPollFailure,
} from "./records/account-health"
import { recordBounces, type BouncedMail } from "./records/bounces"
import { claimAutoReplies, oftenAnswered } from "./records/claim-auto-replies"
import { claimIdentities, copiesOf, usedMessageIds } from "./records/claim-identities"
import {
  acquireLease,
  assertLease,
  releaseLease,
  renewLease,
  type Lease,
} from "./records/lease"
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
  claimDueMails,
  dropForgottenMails,
  dropHeldMails,
  enqueueMails,
  giveBackMail,
  holdMail,
  markReported,
  recordSendResult,
  releaseMail,
  renewClaims,
  retryMail,
  takeBackMails,
  unreportedDeliveries,
  type DeliveryReport,
  type MailToSend,
  type SendResult,
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
import { pauseSending, resumeSending } from "./records/sending-pause"
import {
  postponeMails,
  quarantineStored,
  reopenMails,
  settleMails,
  type PostponedMail,
  type SettledMail,
} from "./records/settle-mails"
import { storeDelivered, type DeliveredMail } from "./records/store-delivered"
import {
  forgetPositions,
  positionOf,
  storeMails,
  type FetchedBatch,
} from "./records/store-mails"
import {
  liftSuppressions,
  recordFailures,
  suppressedAmong,
} from "./records/suppress-addresses"
import {
  forgiveAttempt,
  interruptedMails,
  postponedMails,
  stillStored,
  suspectsApart,
  takeForReading,
  type StoredMail,
  type UnfinishedMail,
} from "./records/unfinished-mails"
import {
  forgetOtherFolders,
  forgetTidying,
  mailsToTidy,
  markTidied,
  recordTidyError,
} from "./records/tidy-pending"
import { listOutboundMails, type OutboundListQuery } from "./reports/outbound-list"
import { attemptMail, withheld } from "./send-due-mails"
import { tidyFolder } from "./tidy-folder"
import type { OpenFolder } from "./transports/imap"
import type { TokenSource } from "./transports/login"
import { mailHostPolicy, type MailHostPolicy } from "./transports/mail-host"
import type { SmtpSettings } from "./transports/smtp"
import { requestTokens } from "./transports/token-endpoint"
import type {
  ConnectionColumns,
  MailAccountDTO,
  OutboundMailDTO,
  RecipientState,
} from "./types"
import { observeMails, type ArrivedMail } from "./domain/observe-mails"
import { mailHealthFacts } from "./reports/mail-health"
import { newTestId, sendTestMail } from "./send-test-mail"
import { ReadAhead } from "./read-ahead"
import { WorkInProgress } from "./work-in-progress"

type Db = Context<EntityManager>

export type Passwords = Partial<Record<"imap_password" | "smtp_password", string | null>>

/** Columns of an account, and the passwords that go into the safe beside it. */
export type MailAccountData = Partial<
  Omit<MailAccountDTO, "id" | "number" | "created_at" | "updated_at" | "deleted_at">
> &
  Passwords

export type PollLimits = {
  /** Stop after the batch in which this has passed; none: read to the end. */
  budgetMs?: number
  maxBatches?: number
  /** Leave it when another instance has polled it since it was found due. */
  onlyIfDue?: boolean
}

/** A mail of the ledger and what the reader made of it. */
export type ReadMail = {
  id: string
  account_id: string
  sha256: string
  server_date: Date | null
} & ({ read: ReadEmail; unreadable: null } | { read: null; unreadable: string })

/** Which mailbox an account reads. */
const MAILBOX_COLUMNS = ["imap_host", "imap_port", "imap_username"] as const
const isChanged = (before: unknown, after: unknown) =>
  after !== undefined && after !== before
/** Whatever kept mail from leaving may have been mended. */
const SENDING_ANEW = { smtp_failures: 0, smtp_error: null, smtp_paused_until: null }

/** A mail whose process died this often while it was read is read alone from then on ... */
const READING_ATTEMPTS = 3
/** ... and given up when it took its process down as often again. */
const ATTEMPTS_ALONE = 3
/** A mail whose files the store did not take so often is given up. */
const MOST_ATTEMPTS = 5
/** Postponed mails are tried again for so long in a poll: new mail must not wait for them. */
const POSTPONED_MS = 10_000
const HEARTBEAT_MS = 10_000
const CLAIM_HEARTBEAT_MS = 60_000
const UNFINISHED_AT_ONCE = 100
const TIDIED_AT_ONCE = 200
/** Automatic answers in a day after which a machine may be answering them. */
const OFTEN_ANSWERED = 3
/** One after the other: few enough that none waits long behind a slow server. */
const SEND_AT_ONCE = 3
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
  protected readonly ahead_ = new ReadAhead((mail) => this.readStoredMail_(mail))
  protected readonly work_ = new WorkInProgress()
  /** Accounts under a poll of this process: the lease would not keep its own owner out. */
  protected readonly polling_ = new Set<string>()
  /** Until when this process leaves accounts alone after a failure of its own side. */
  protected readonly resting_ = new Map<string, number>()

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
    await quarantineStored(sql, id, "Its mail account was removed before it was read")

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
    const account = await this.retrieveCrmMailAccount(accountId)
    if (this.work_.isStopping || this.polling_.has(accountId)) {
      return null
    }
    this.polling_.add(accountId)
    try {
      return await this.work_.during(this.pollIfFree_(account, onStored, limits))
    } finally {
      this.polling_.delete(accountId)
    }
  }

  /** Takes a mail that was brought. @returns its row, the one it had when it was brought before */
  @InjectTransactionManager()
  async storeDelivered(delivered: DeliveredMail, @MedusaContext() context: Db = {}) {
    return storeDelivered(inTransaction(context), delivered)
  }

  /** Reads stored mails, each in bounds of time and memory. Mails that are settled are left out. */
  async readStoredMails(ids: string[]): Promise<ReadMail[]> {
    const begun = this.ahead_.take(ids)
    const isBegun = new Set(begun.map(({ id }) => id))
    const rest = ids.filter((id) => !isBegun.has(id))
    const isStored = begun.length ? await this.stillStored_([...isBegun]) : isBegun
    const loaded = rest.length ? await this.takeForReading_(rest) : []

    return Promise.all([
      ...begun.flatMap(({ id, read }) => (isStored.has(id) ? [read] : [])),
      ...loaded.map((mail) => this.readStoredMail_(mail)),
    ])
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
    await enqueueMails(reading(context), mails)
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
    return this.work_.isStopping ? 0 : this.work_.during(this.sendClaimed_(loadFile))
  }

  protected async sendClaimed_(
    loadFile: (fileId: string) => Promise<Buffer>
  ): Promise<number> {
    const mails = await this.claimDueMails_()
    const heartbeat = setInterval(
      () => void this.renewClaims_(mails.map(({ id }) => id)).catch(() => undefined),
      CLAIM_HEARTBEAT_MS
    )

    try {
      await this.sendMails_(mails, loadFile)
    } finally {
      clearInterval(heartbeat)
    }
    return mails.length
  }

  protected async sendMails_(
    mails: OutboundMailDTO[],
    loadFile: (fileId: string) => Promise<Buffer>
  ): Promise<void> {
    const suppressed = await this.suppressedAmong(
      mails.filter(({ is_auto_reply }) => is_auto_reply).flatMap(({ to }) => to)
    )
    const token = await this.loopToken()
    const failing = new Set<string>()
    const accounts = new Map<
      string,
      Promise<{ account: MailAccountDTO; smtp: SmtpSettings } | null>
    >()
    const account = (id: string) => {
      const found = accounts.get(id) ?? this.sendingAccount_(id)

      accounts.set(id, found)
      return found
    }
    for (const mail of mails) {
      if (this.work_.isStopping || failing.has(mail.account_id)) {
        await this.giveBackMail_(mail.id)
        continue
      }
      const isSuppressed =
        mail.is_auto_reply && mail.to.some((to) => suppressed.has(to.toLowerCase()))
      const attempt = isSuppressed
        ? withheld(mail)
        : await attemptMail(mail, {
            account,
            loadFile,
            loopToken: token,
            now: () => new Date(),
            random: Math.random,
          })
      const result = await this.heedAccount_(mail.account_id, attempt)

      if (result.is_account_failure) {
        failing.add(mail.account_id)
      }
      await this.recordSendResult_(result, mail.recipients)
      if (result.state !== "sent") {
        this.logger_.warn(
          `crm_mail: mail ${mail.id} is ${result.state}: ${result.last_response}`
        )
      }
    }
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
    return liftSuppressions(reading(context), addresses)
  }

  /** Which of these addresses, in lower case, get no automatic mail. */
  @InjectManager()
  async suppressedAmong(addresses: string[], @MedusaContext() context: Db = {}) {
    return suppressedAmong(reading(context), addresses)
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

  protected async pollIfFree_(
    account: MailAccountDTO,
    onStored: (ids: string[]) => Promise<void>,
    { budgetMs, maxBatches = Infinity, onlyIfDue = false }: PollLimits
  ) {
    const isResting = Date.now() < (this.resting_.get(account.id) ?? 0)
    const lease = onlyIfDue && isResting ? null : await this.takeLease_(account.id)

    if (!lease) {
      return null
    }
    if (onlyIfDue && !(await this.isDue_(account.id))) {
      await this.releaseLease_(lease)
      return null
    }
    return this.pollUnderLease_(account, lease, onStored, {
      until: budgetMs === undefined ? Infinity : Date.now() + budgetMs,
      maxBatches,
    })
  }

  protected async pollUnderLease_(
    account: MailAccountDTO,
    lease: Lease,
    ticket: (ids: string[]) => Promise<void>,
    { until, maxBatches }: { until: number; maxBatches: number }
  ) {
    let batches = 0
    let isLost = false
    const onStored = (ids: string[]) => this.orForgive_(ids, () => ticket(ids))
    const mustStop = () => isLost || this.work_.isStopping
    const heartbeat = setInterval(() => {
      this.renewLease_(lease).then(
        (isOurs) => (isLost ||= !isOurs),
        () => undefined
      )
    }, HEARTBEAT_MS)

    try {
      await onOurSide(() => this.finishInterrupted_(account.id, onStored, mustStop))

      const isOver = () => mustStop() || Date.now() >= until
      const { imap } = await this.accountSettings_(account)
      const { fetched, waiting } = await pollFolder({
        settings: imap,
        position: await this.positionOf_(account.id, imap.folder),
        tidies: tidyingOf(account) !== null,
        signal: this.work_.signal,
        onRestart: (why) => this.noteRestart_(account, why),
        store: async (batch) => {
          const stored = await this.storeMails_(lease, batch)

          this.ahead_.begin(stored)
          return stored.map(({ id }) => id)
        },
        onStored,
        shouldStop: () => ++batches >= maxBatches || isOver(),
        afterReading: (folder) => this.tidyFolder_(account, folder, isOver),
      })
      await onOurSide(() => this.retryPostponed_(account.id, onStored, mustStop))
      await onOurSide(() => this.recordPoll_(lease, fetched, waiting))
      this.resting_.delete(account.id)

      return { fetched, more: waiting > 0 }
    } catch (error) {
      if (error instanceof OwnFailure) {
        this.logger_.error(
          `crm_mail: polling ${account.address} stopped: ${serverWords(error.cause)}`
        )
        // In memory: where our database fails it cannot be written down.
        this.resting_.set(
          account.id,
          Date.now() + this.options.pollIntervalSeconds * 1000
        )
        throw error.cause
      }
      // A connection that we cut ourselves says nothing about the account.
      if (!this.work_.isStopping && (await this.renewLease_(lease))) {
        await this.recordPollFailure_(account, error)
      }
      throw error
    } finally {
      clearInterval(heartbeat)
      this.ahead_.forget(account.id)
      // Where the database is gone it ends by itself.
      await this.releaseLease_(lease).catch(() => undefined)
    }
  }

  /** What fails here is not the mails' fault: a mail that takes the process down never comes so far. */
  protected async orForgive_(ids: string[], work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      await this.forgiveAttempt_(ids).catch(() => undefined)
      throw error
    }
  }

  protected async readStoredMail_({
    source,
    attempts,
    id,
    account_id,
    sha256,
    server_date,
  }: StoredMail): Promise<ReadMail> {
    const mail = { id, account_id, sha256, server_date }

    if (attempts > READING_ATTEMPTS + ATTEMPTS_ALONE) {
      return {
        ...mail,
        read: null,
        unreadable: `Reading it ended ${attempts - 1} times without an answer`,
      }
    }
    try {
      const read = withBareMessageIds(await this.reader_.read(source))

      return { ...mail, read, unreadable: null }
    } catch (error) {
      // A reader that is closed under way says nothing about the mail.
      if (error instanceof MailUnreadableError && !this.work_.isStopping) {
        return { ...mail, read: null, unreadable: error.message }
      }
      throw error
    }
  }

  /** What a crash left stored, oldest first, each once: a mail that stays must not keep us here. */
  protected async finishInterrupted_(
    accountId: string,
    onStored: (ids: string[]) => Promise<void>,
    shouldStop: () => boolean
  ): Promise<void> {
    const seen = new Set<string>()

    while (!shouldStop()) {
      const mails = (await this.interruptedMails_(accountId)).filter(
        ({ id }) => !seen.has(id)
      )

      if (!mails.length) {
        return
      }
      mails.forEach(({ id }) => seen.add(id))
      for (const ids of suspectsApart(mails, READING_ATTEMPTS)) {
        await onStored(ids)
      }
    }
  }

  /** Tries postponed mails again whose pause is over, as long as there is time. */
  protected async retryPostponed_(
    accountId: string,
    onStored: (ids: string[]) => Promise<void>,
    shouldStop: () => boolean
  ): Promise<void> {
    const until = Date.now() + POSTPONED_MS

    while (!shouldStop() && Date.now() < until) {
      const ids = await this.postponedMails_(accountId)

      if (!ids.length) {
        return
      }
      await onStored(ids)
    }
  }

  @InjectTransactionManager()
  protected async noteRestart_(
    { id, address, imap_folder }: MailAccountDTO,
    why: Restart,
    @MedusaContext() context: Db = {}
  ) {
    this.logger_.warn(`crm_mail: ${address}: ${NOTICES[why]}`)
    await forgetPositions(inTransaction(context), id, imap_folder)
    await recordNotice(inTransaction(context), id, NOTICES[why])
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
      lease: () => this.takeLease_(tokenLeaseOf(accountId)),
      release: (lease) => this.releaseLease_(lease),
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

  protected async tidyFolder_(
    account: MailAccountDTO,
    folder: OpenFolder,
    isOver: () => boolean
  ): Promise<void> {
    const tidying = tidyingOf(account)
    const where = {
      account_id: account.id,
      folder: account.imap_folder,
      uid_validity: folder.uid_validity,
    }
    if (tidying) {
      await this.onDatabase_((sql) => forgetOtherFolders(sql, where))
      await tidyFolder(folder, {
        tidying,
        next: () =>
          this.onDatabase_((sql) => mailsToTidy(sql, where, account, TIDIED_AT_ONCE)),
        done: (ids) => this.onDatabase_((sql) => markTidied(sql, ids)),
        record: (words) =>
          this.onDatabase_((sql) => recordTidyError(sql, account.id, words)),
        isOver,
      })
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

  @InjectManager()
  protected async takeLease_(accountId: string, @MedusaContext() context: Db = {}) {
    return acquireLease(reading(context), accountId, this.owner_)
  }

  @InjectManager()
  protected async isDue_(accountId: string, @MedusaContext() context: Db = {}) {
    return isDue(reading(context), accountId)
  }

  @InjectManager()
  protected async renewLease_(lease: Lease, @MedusaContext() context: Db = {}) {
    return renewLease(reading(context), lease)
  }

  @InjectManager()
  protected async releaseLease_(lease: Lease, @MedusaContext() context: Db = {}) {
    await releaseLease(reading(context), lease)
  }

  @InjectTransactionManager()
  protected async storeMails_(
    lease: Lease,
    batch: FetchedBatch,
    @MedusaContext() context: Db = {}
  ) {
    return storeMails(inTransaction(context), lease, batch)
  }

  @InjectManager()
  protected async positionOf_(
    id: string,
    folder: string,
    @MedusaContext() context: Db = {}
  ) {
    return positionOf(reading(context), id, folder)
  }

  @InjectManager()
  protected async interruptedMails_(
    accountId: string,
    @MedusaContext() context: Db = {}
  ): Promise<UnfinishedMail[]> {
    return interruptedMails(reading(context), accountId, UNFINISHED_AT_ONCE)
  }

  @InjectManager()
  protected async postponedMails_(accountId: string, @MedusaContext() context: Db = {}) {
    return postponedMails(reading(context), accountId, UNFINISHED_AT_ONCE)
  }

  @InjectManager()
  protected async forgiveAttempt_(ids: string[], @MedusaContext() context: Db = {}) {
    await forgiveAttempt(reading(context), ids)
  }

  @InjectManager()
  protected async stillStored_(ids: string[], @MedusaContext() context: Db = {}) {
    return stillStored(reading(context), ids)
  }

  @InjectManager()
  protected async takeForReading_(ids: string[], @MedusaContext() context: Db = {}) {
    return takeForReading(reading(context), ids)
  }

  @InjectManager()
  protected async claimDueMails_(
    @MedusaContext() context: Db = {}
  ): Promise<OutboundMailDTO[]> {
    return claimDueMails(reading(context), this.owner_, SEND_AT_ONCE)
  }

  /** What an attempt says about its account: all its mail waits, or may go again. */
  @InjectManager()
  protected async heedAccount_(
    accountId: string,
    result: SendResult,
    @MedusaContext() context: Db = {}
  ): Promise<SendResult> {
    if (result.is_account_failure) {
      const until = await pauseSending(reading(context), accountId, result.last_response)

      return { ...result, due_at: until?.toISOString() ?? null }
    }
    if (result.state === "sent") {
      await resumeSending(reading(context), accountId)
    }
    return result
  }

  @InjectManager()
  protected async renewClaims_(ids: string[], @MedusaContext() context: Db = {}) {
    await renewClaims(reading(context), this.owner_, ids)
  }

  @InjectManager()
  protected async giveBackMail_(id: string, @MedusaContext() context: Db = {}) {
    await giveBackMail(reading(context), this.owner_, id)
  }

  /** The attempt, and what it says about addresses. */
  @InjectTransactionManager()
  protected async recordSendResult_(
    result: SendResult,
    before: RecipientState[],
    @MedusaContext() context: Db = {}
  ) {
    const sql = inTransaction(context)

    await recordSendResult(sql, this.owner_, result)
    await recordFailures(
      sql,
      refusedAddresses(before, result.recipients).map((failure) => ({
        ...failure,
        inbound_mail_id: null,
        outbound_mail_id: result.id,
      }))
    )
  }

  @InjectTransactionManager()
  protected async recordPoll_(
    lease: Lease,
    fetched: number,
    backlog: number,
    @MedusaContext() context: Db = {}
  ) {
    const sql = inTransaction(context)
    const pauseSeconds = this.options.pollIntervalSeconds

    await assertLease(sql, lease)
    await recordPoll(sql, lease.account_id, { fetched, backlog, pauseSeconds })
  }

  @InjectManager()
  protected async recordPollFailure_(
    account: MailAccountDTO,
    error: unknown,
    @MedusaContext() context: Db = {}
  ) {
    const words = isLoginRefused(error)
      ? `The login was refused: ${serverWords(error)}`
      : serverWords(error)

    this.logger_.warn(`crm_mail: polling ${account.address} failed: ${words}`)
    await recordPollFailure(reading(context), account.id, {
      state: stateAfter(error),
      words,
      pauseSeconds: this.options.pollIntervalSeconds,
      isLoginRefused: isLoginRefused(error),
    })
  }
}

const withoutUndefined = (passwords: Passwords) =>
  Object.fromEntries(
    Object.entries(passwords).filter(([, password]) => password !== undefined)
  )
