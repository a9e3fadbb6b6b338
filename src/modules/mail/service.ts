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
import { inTransaction, reading, rowsOf } from "../../sql"
import { withBareMessageIds } from "./domain/message-id"
import { isLoginRefused, serverWords } from "./domain/server-words"
import { deriveKey, type Keyring } from "./domain/secret-box"
import { MailUnreadableError, ReaderPool } from "./mime/reader-pool"
import type { ReadEmail } from "./mime/read-email"
import { CrmAutoReply } from "./models/auto-reply"
import { CrmInboundMail } from "./models/inbound-mail"
import { CrmMailAccount } from "./models/mail-account"
import { CrmOutboundMail } from "./models/outbound-mail"
import { onOurSide, OwnFailure, pollFolder } from "./poll-account"
import { dueAccounts, recordPoll, recordPollFailure } from "./records/account-health"
import { claimAutoReplies } from "./records/claim-auto-replies"
import { claimIdentities } from "./records/claim-identities"
import { acquireLease, releaseLease, renewLease, type Lease } from "./records/lease"
import {
  cancelMail,
  claimDueMails,
  dropForgottenMails,
  dropHeldMails,
  enqueueMails,
  markReported,
  recordSendResult,
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
import {
  postponeMails,
  quarantineStored,
  reopenMails,
  settleMails,
  type SettledMail,
} from "./records/settle-mails"
import { storeDelivered, type DeliveredMail } from "./records/store-delivered"
import { positionOf, storeMails, type FetchedBatch } from "./records/store-mails"
import {
  suspectsApart,
  takeForReading,
  unfinishedMails,
} from "./records/unfinished-mails"
import { attemptMail } from "./send-due-mails"
import { checkImap, type ImapSettings } from "./transports/imap"
import { checkSmtp, type SmtpSettings } from "./transports/smtp"
import type { MailAccountDTO, OutboundMailDTO } from "./types"

type Db = Context<EntityManager>

/** Columns of an account, and the passwords that go into the safe beside it. */
export type MailAccountData = Partial<
  Omit<MailAccountDTO, "id" | "number" | "created_at" | "updated_at" | "deleted_at">
> &
  Partial<Record<Password, string | null>>

type Password = Exclude<SecretName, "webhook_secret">

/** Where and as whom an account logs in. */
export type AccountSettings = { imap: ImapSettings; smtp: SmtpSettings }

export type CheckResult = { ok: boolean; error?: string }

/** A mail of the ledger and what the reader made of it. */
export type ReadMail = {
  id: string
  account_id: string
  sha256: string
  server_date: Date | null
} & ({ read: ReadEmail; unreadable: null } | { read: null; unreadable: string })

/** A mail whose process died this often while it was read is read alone from then on ... */
const READING_ATTEMPTS = 3
/** ... and given up when it took its process down as often again. */
const ATTEMPTS_ALONE = 3
const HEARTBEAT_MS = 10_000
const UNFINISHED_AT_ONCE = 100
/** Few enough that even servers at their time limit are done before the claim expires. */
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
  protected readonly polls_ = new Set<Promise<unknown>>()
  protected isStopping_ = false

  readonly __hooks = {
    onApplicationPrepareShutdown: async () => {
      this.isStopping_ = true
    },
    onApplicationShutdown: async () => {
      this.isStopping_ = true
      await Promise.allSettled(this.polls_)
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

  /** A password that is left out stays; null forgets it. A change is polled at once. */
  @InjectTransactionManager()
  async updateMailAccount(
    id: string,
    { imap_password, smtp_password, ...columns }: MailAccountData,
    @MedusaContext() context: Db = {}
  ): Promise<MailAccountDTO> {
    await this.keepPasswords_(id, { imap_password, smtp_password }, context)

    return this.updateCrmMailAccounts({ id, ...columns, next_poll_at: null }, context)
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
    await keepSecret(sql, this.keyring_(), id, "webhook_secret", null)
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
   * @param budgetMs stop after the batch in which this has passed; none: read to the end
   * @returns null while another instance polls it
   */
  async pollAccount(
    accountId: string,
    onStored: (ids: string[]) => Promise<void>,
    { budgetMs, maxBatches = Infinity }: { budgetMs?: number; maxBatches?: number } = {}
  ): Promise<{ fetched: number; more: boolean } | null> {
    const account = await this.retrieveCrmMailAccount(accountId)
    const lease = await this.takeLease_(accountId)

    if (!lease) {
      return null
    }
    const poll = this.pollUnderLease_(account, lease, onStored, {
      until: budgetMs === undefined ? Infinity : Date.now() + budgetMs,
      maxBatches,
    })
    this.polls_.add(poll)
    try {
      return await poll
    } finally {
      this.polls_.delete(poll)
    }
  }

  /** Takes a mail that was brought. @returns its row, the one it had when it was brought before */
  @InjectTransactionManager()
  async storeDelivered(delivered: DeliveredMail, @MedusaContext() context: Db = {}) {
    return storeDelivered(inTransaction(context), delivered)
  }

  /** Reads stored mails, each in bounds of time and memory. Mails that are settled are left out. */
  async readStoredMails(ids: string[]): Promise<ReadMail[]> {
    const stored = await this.takeForReading_(ids)

    return Promise.all(
      stored.map(async ({ source, attempts, ...mail }): Promise<ReadMail> => {
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
          if (error instanceof MailUnreadableError && !this.isStopping_) {
            return { ...mail, read: null, unreadable: error.message }
          }
          throw error
        }
      })
    )
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

  /** Leaves mails for the next poll: what failed was ours, not theirs. */
  @InjectManager()
  async postponeMails(ids: string[], reason: string, @MedusaContext() context: Db = {}) {
    await postponeMails(reading(context), ids, reason)
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
    const mails = await this.claimDueMails_()
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
      const result = await attemptMail(mail, {
        account,
        loadFile,
        now: () => new Date(),
        random: Math.random,
      })
      await this.recordSendResult_(result)
      if (result.state !== "sent") {
        this.logger_.warn(
          `crm_mail: mail ${mail.id} is ${result.state}: ${result.last_response}`
        )
      }
    }
    return mails.length
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

  protected async pollUnderLease_(
    account: MailAccountDTO,
    lease: Lease,
    onStored: (ids: string[]) => Promise<void>,
    { until, maxBatches }: { until: number; maxBatches: number }
  ) {
    let batches = 0
    let isLost = false
    const heartbeat = setInterval(() => {
      this.renewLease_(lease).then(
        (isOurs) => (isLost ||= !isOurs),
        () => undefined
      )
    }, HEARTBEAT_MS)

    try {
      await onOurSide(() => this.finishStored_(account.id, onStored))

      const { imap } = await this.accountSettings(account)
      const { fetched, waiting } = await pollFolder({
        settings: imap,
        position: await this.positionOf_(account.id, imap.folder),
        store: (batch) => this.storeMails_(lease, batch),
        onStored,
        shouldStop: () =>
          ++batches >= maxBatches || isLost || this.isStopping_ || Date.now() >= until,
      })
      await this.recordPoll_(account.id, fetched, waiting)

      return { fetched, more: waiting > 0 }
    } catch (error) {
      if (error instanceof OwnFailure) {
        this.logger_.error(
          `crm_mail: polling ${account.address} stopped: ${serverWords(error.cause)}`
        )
        throw error.cause
      }
      await this.recordPollFailure_(account, error)
      throw error
    } finally {
      clearInterval(heartbeat)
      await this.releaseLease_(lease)
    }
  }

  /** What a crash left stored, oldest first. Each is offered once a poll, so that none spins. */
  protected async finishStored_(
    accountId: string,
    onStored: (ids: string[]) => Promise<void>
  ): Promise<void> {
    const seen = new Set<string>()

    for (;;) {
      const mails = (await this.unfinishedMails_(accountId)).filter(
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

  protected async sendingAccount_(id: string) {
    const [account] = await this.listCrmMailAccounts({ id, enabled: true })

    return account ? { account, smtp: (await this.accountSettings(account)).smtp } : null
  }

  @InjectTransactionManager()
  protected async keepPasswords_(
    id: string,
    passwords: Partial<Record<Password, string | null>>,
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
  protected async unfinishedMails_(accountId: string, @MedusaContext() context: Db = {}) {
    return unfinishedMails(reading(context), accountId, UNFINISHED_AT_ONCE)
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

  @InjectManager()
  protected async recordSendResult_(
    result: SendResult,
    @MedusaContext() context: Db = {}
  ) {
    await recordSendResult(reading(context), this.owner_, result)
  }

  @InjectManager()
  protected async recordPoll_(
    accountId: string,
    fetched: number,
    backlog: number,
    @MedusaContext() context: Db = {}
  ) {
    const pauseSeconds = this.options.pollIntervalSeconds

    await recordPoll(reading(context), accountId, { fetched, backlog, pauseSeconds })
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
    await recordPollFailure(
      reading(context),
      account.id,
      words,
      this.options.pollIntervalSeconds
    )
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
