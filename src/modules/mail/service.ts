import type { Logger } from "@medusajs/framework/types"
import type { Sql } from "../../sql"
import { unseal } from "./domain/secret-box"
import { MailPolling, type PollLimits } from "./mail-polling"
import { MailReading, type ReadMail } from "./mail-reading"
import { MailSending } from "./mail-sending"
import { HealthMethods } from "./methods/health"
import { ReaderPool } from "./mime/reader-pool"
import { WorkInProgress } from "./work-in-progress"

/**
 * Most methods are in `methods/`, a file a subject. Medusa wants a module to be one class, so each
 * subject's class extends the one before it: tables, secrets, accounts, consent, inbound, outbound,
 * health. Here is what runs by itself: polling, reading, sending.
 */
export default class MailModuleService extends HealthMethods {
  protected readonly reader_ = new ReaderPool()
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
    super(container, options)

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

  /** Reads stored mails, each in bounds of time and memory. Mails that are settled are left out. */
  async readStoredMails(ids: string[]): Promise<ReadMail[]> {
    return this.reading_.read(ids)
  }

  /**
   * Makes one attempt for each mail that is due.
   * @param loadFile reads an attachment from the File Module, which this module does not know
   * @returns how many attempts were made
   */
  async sendDueMails(loadFile: (fileId: string) => Promise<Buffer>): Promise<number> {
    return this.sending_.sendDue(loadFile)
  }

  protected async sendingAccount_(id: string) {
    const [account] = await this.listCrmMailAccounts({ id, enabled: true })

    return account ? { account, smtp: (await this.accountSettings_(account)).smtp } : null
  }
}
