import { randomUUID } from "node:crypto"
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
import { inTransaction, reading, rowsOf } from "../../sql"
import { isLoginRefused, serverWords } from "./domain/server-words"
import { deriveKey, type Keyring } from "./domain/secret-box"
import { ReaderPool } from "./mime/reader-pool"
import { CrmAutoReply } from "./models/auto-reply"
import { CrmInboundMail } from "./models/inbound-mail"
import { CrmMailAccount } from "./models/mail-account"
import { CrmOutboundMail } from "./models/outbound-mail"
import { onOurSide, OwnFailure, pollFolder } from "./poll-account"
import type { Restart } from "./domain/folder-position"
import {
  dueAccounts,
  isDue,
  recordNotice,
  recordPoll,
  recordPollFailure,
} from "./records/account-health"
import { claimAutoReplies } from "./records/claim-auto-replies"
import { claimIdentities } from "./records/claim-identities"
import {
  acquireLease,
  assertLease,
  releaseLease,
  renewLease,
  type Lease,
} from "./records/lease"
import {
  cancelMail,
  claimDueMails,
  enqueueMails,
  giveBackMail,
  markReported,
  recordSendResult,
  renewClaims,
  retryMail,
  takeBackMails,
  unreportedDeliveries,
  type DeliveryReport,
  type MailToSend,
  type SendResult,
} from "./records/outbox"
import {
  keepSecret,
  namesOfSecrets,
  openSecrets,
  type SecretName,
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
import {
  forgetPositions,
  positionOf,
  storeMails,
  type FetchedBatch,
} from "./records/store-mails"
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
import { ReadAhead } from "./read-ahead"
import { READING_ATTEMPTS, readStoredMail, type ReadMail } from "./read-stored-mail"
import { attemptMail } from "./send-due-mails"
import { checkImap, type ImapSettings } from "./transports/imap"
import { checkSmtp, type SmtpSettings } from "./transports/smtp"
import type { MailAccountDTO, OutboundMailDTO } from "./types"
import { WorkInProgress } from "./work-in-progress"

type Db = Context<EntityManager>

/** Columns of an account, and the passwords that go into the safe beside it. */
export type MailAccountData = Partial<
  Omit<MailAccountDTO, "id" | "number" | "created_at" | "updated_at" | "deleted_at">
> &
  Partial<Record<SecretName, string | null>>

/** Where and as whom an account logs in. */
export type AccountSettings = { imap: ImapSettings; smtp: SmtpSettings }

export type CheckResult = { ok: boolean; error?: string }

export type PollLimits = {
  /** Stop after the batch in which this has passed; none: read to the end. */
  budgetMs?: number
  maxBatches?: number
  /** Leave it when another instance has polled it since it was found due. */
  onlyIfDue?: boolean
}

/** Which mailbox an account reads. */
const MAILBOX_COLUMNS = ["imap_host", "imap_port", "imap_username"] as const
const isChanged = (before: unknown, after: unknown) =>
  after !== undefined && after !== before
/** Whatever kept mail from leaving may have been mended. */
const SENDING_ANEW = { smtp_failures: 0, smtp_error: null, smtp_paused_until: null }

/** A mail whose files the store did not take so often is given up. */
const MOST_ATTEMPTS = 5
/** Postponed mails are tried again for so long in a poll: new mail must not wait for them. */
const POSTPONED_MS = 10_000
const HEARTBEAT_MS = 10_000
const CLAIM_HEARTBEAT_MS = 60_000
const UNFINISHED_AT_ONCE = 100
/** One after the other: few enough that none waits long behind a slow server. */
const SEND_AT_ONCE = 3

export default class MailModuleService extends MedusaService({
  CrmMailAccount,
  CrmInboundMail,
  CrmOutboundMail,
  CrmAutoReply,
}) {
  readonly options: CrmDeskOptions
  protected readonly logger_: Logger
  /** Who we are among the instances that share the database. */
  protected readonly owner_ = randomUUID()
  protected readonly reader_ = new ReaderPool()
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
   * account that reads elsewhere now is read there from the beginning.
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

    return this.updateCrmMailAccounts(
      { id, ...columns, next_poll_at: null, ...SENDING_ANEW },
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
    await keepSecret(sql, this.keyring_(), id, "imap_password", null)
    await keepSecret(sql, this.keyring_(), id, "smtp_password", null)
    await quarantineStored(sql, id, "Its mail account was removed before it was read")

    return takeBackMails(sql, id)
  }

  @InjectManager()
  async passwordNames(ids: string[], @MedusaContext() context: Db = {}) {
    return namesOfSecrets(reading(context), ids)
  }

  /** The account with its passwords opened. For the module and for checks before saving. */
  @InjectManager()
  async accountSettings(
    account: MailAccountDTO,
    @MedusaContext() context: Db = {}
  ): Promise<AccountSettings> {
    return settingsOf(
      account,
      await openSecrets(reading(context), this.keyring_(), account.id)
    )
  }

  /** Logs in to both servers. @returns the servers' own words where one refused */
  async checkAccount({ imap, smtp }: AccountSettings) {
    const [imapResult, smtpResult] = await Promise.all([
      wordsOf(() => checkImap(imap)),
      wordsOf(() => checkSmtp(smtp)),
    ])
    return { imap: imapResult, smtp: smtpResult }
  }

  @InjectManager()
  async accountsDue(limit: number, @MedusaContext() context: Db = {}) {
    return dueAccounts(reading(context), limit)
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

  @InjectManager()
  async enqueueMails(mails: MailToSend[], @MedusaContext() context: Db = {}) {
    await enqueueMails(reading(context), mails)
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
      const attempt = await attemptMail(mail, {
        account,
        loadFile,
        now: () => new Date(),
        random: Math.random,
      })
      const result = await this.heedAccount_(mail.account_id, attempt)

      if (result.is_account_failure) {
        failing.add(mail.account_id)
      }
      await this.recordSendResult_(result)
      if (result.state !== "sent") {
        this.logger_.warn(
          `crm_mail: mail ${mail.id} is ${result.state}: ${result.last_response}`
        )
      }
    }
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
  async unreportedDeliveries(limit: number, @MedusaContext() context: Db = {}) {
    return unreportedDeliveries(reading(context), limit)
  }

  @InjectManager()
  async markReported(reports: DeliveryReport[], @MedusaContext() context: Db = {}) {
    await markReported(reading(context), reports)
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

      const { imap } = await this.accountSettings(account)
      const { fetched, waiting } = await pollFolder({
        settings: imap,
        position: await this.positionOf_(account.id, imap.folder),
        signal: this.work_.signal,
        onRestart: (why) => this.noteRestart_(account, why),
        store: async (batch) => {
          const stored = await this.storeMails_(lease, batch)

          this.ahead_.begin(stored)
          return stored.map(({ id }) => id)
        },
        onStored,
        shouldStop: () => ++batches >= maxBatches || mustStop() || Date.now() >= until,
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

  protected async readStoredMail_(mail: StoredMail): Promise<ReadMail> {
    return readStoredMail(mail, this.reader_, () => this.work_.isStopping)
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
    this.logger_.warn(
      `crm_mail: the folder of ${address} was ${why}: it is read from its beginning`
    )
    await forgetPositions(inTransaction(context), id, imap_folder)
    await recordNotice(inTransaction(context), id, why)
  }

  protected async sendingAccount_(id: string) {
    const [account] = await this.listCrmMailAccounts({ id, enabled: true })

    return account ? { account, smtp: (await this.accountSettings(account)).smtp } : null
  }

  @InjectTransactionManager()
  protected async keepPasswords_(
    id: string,
    passwords: Partial<Record<SecretName, string | null>>,
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

  @InjectManager()
  protected async recordSendResult_(
    result: SendResult,
    @MedusaContext() context: Db = {}
  ) {
    await recordSendResult(reading(context), this.owner_, result)
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
    await recordPollFailure(reading(context), account.id, words, {
      pauseSeconds: this.options.pollIntervalSeconds,
      isLoginRefused: isLoginRefused(error),
    })
  }
}

async function wordsOf(check: () => Promise<void>): Promise<CheckResult> {
  try {
    await check()
    return { ok: true }
  } catch (error) {
    return { ok: false, error: serverWords(error) }
  }
}

/** Where SMTP names the same user as IMAP and has no password of its own, it has the same one. */
export function settingsOf(
  account: Pick<
    MailAccountDTO,
    | "imap_host"
    | "imap_port"
    | "imap_security"
    | "imap_username"
    | "imap_folder"
    | "smtp_host"
    | "smtp_port"
    | "smtp_security"
    | "smtp_username"
    | "allow_self_signed"
  >,
  passwords: Partial<Record<SecretName, string | null>>
): AccountSettings {
  const { allow_self_signed } = account

  return {
    imap: {
      host: account.imap_host,
      port: account.imap_port,
      security: account.imap_security,
      username: account.imap_username,
      password: passwords.imap_password ?? "",
      folder: account.imap_folder,
      allow_self_signed,
    },
    smtp: {
      host: account.smtp_host,
      port: account.smtp_port,
      security: account.smtp_security,
      username: account.smtp_username,
      password:
        passwords.smtp_password ??
        (account.smtp_username === account.imap_username
          ? (passwords.imap_password ?? null)
          : null),
      allow_self_signed,
    },
  }
}
