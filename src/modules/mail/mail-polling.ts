import type { Logger } from "@medusajs/framework/types"
import { tidyingOf, type AccountSettings } from "./account-settings"
import type { MailDatabase } from "./database"
import { stateAfter } from "./domain/account-errors"
import type { Restart } from "./domain/folder-position"
import { isLoginRefused, serverWords } from "./domain/server-words"
import { READING_ATTEMPTS, type MailReading } from "./mail-reading"
import { onOurSide, OwnFailure, pollFolder } from "./poll-account"
import {
  isDue,
  recordNotice,
  recordPoll,
  recordPollFailure,
} from "./records/account-health"
import {
  acquireLease,
  assertLease,
  releaseLease,
  renewLease,
  type Lease,
} from "./records/lease"
import { forgetPositions, positionOf, storeMails } from "./records/store-mails"
import {
  forgetOtherFolders,
  mailsToTidy,
  markTidied,
  recordTidyError,
} from "./records/tidy-pending"
import {
  forgiveAttempt,
  interruptedMails,
  postponedMails,
  suspectsApart,
} from "./records/unfinished-mails"
import { tidyFolder } from "./tidy-folder"
import type { OpenFolder } from "./transports/imap"
import type { MailAccountDTO } from "./types"
import type { WorkInProgress } from "./work-in-progress"

export type PollLimits = {
  /** Stop after the batch in which this has passed; none: read to the end. */
  budgetMs?: number
  maxBatches?: number
  /** Leave it when another instance has polled it since it was found due. */
  onlyIfDue?: boolean
}

/** Turns stored mails into tickets. */
type Ticketing = (ids: string[]) => Promise<void>

/** Postponed mails are tried again for so long in a poll: new mail must not wait for them. */
const POSTPONED_MS = 10_000
const HEARTBEAT_MS = 10_000
const UNFINISHED_AT_ONCE = 100
const TIDIED_AT_ONCE = 200
/** Of an account without a mailbox: what was brought to it is finished all the same. */
const NOTHING_TO_FETCH = { fetched: 0, waiting: 0 }

export type PollingTools = {
  database: MailDatabase
  /** Who we are among the instances that share the database. */
  owner: string
  logger: Logger
  reading: MailReading
  work: WorkInProgress
  pollIntervalSeconds: number
  settings(account: MailAccountDTO): Promise<AccountSettings>
}

/** Polls accounts, each by one instance at a time. */
export class MailPolling {
  /** Accounts under a poll of this process: the lease would not keep its own owner out. */
  private readonly polled = new Set<string>()
  /** Until when this process leaves accounts alone after a failure of its own side. */
  private readonly resting = new Map<string, number>()

  constructor(private readonly tools: PollingTools) {}

  /**
   * Finishes what was left, then reads the folder from the cursor on.
   * @returns null while somebody polls the account, or when it is not its time
   */
  async poll(
    account: MailAccountDTO,
    ticket: Ticketing,
    limits: PollLimits
  ): Promise<{ fetched: number; more: boolean } | null> {
    const { work } = this.tools

    if (work.isStopping || this.polled.has(account.id)) {
      return null
    }
    this.polled.add(account.id)
    try {
      return await work.during(this.pollIfFree(account, ticket, limits))
    } finally {
      this.polled.delete(account.id)
    }
  }

  private async pollIfFree(
    account: MailAccountDTO,
    ticket: Ticketing,
    { budgetMs, maxBatches = Infinity, onlyIfDue = false }: PollLimits
  ) {
    const { database, owner } = this.tools
    const isResting = Date.now() < (this.resting.get(account.id) ?? 0)
    const lease =
      onlyIfDue && isResting
        ? null
        : await database.query((sql) => acquireLease(sql, account.id, owner))

    if (!lease) {
      return null
    }
    if (onlyIfDue && !(await database.query((sql) => isDue(sql, account.id)))) {
      await database.query((sql) => releaseLease(sql, lease))
      return null
    }
    return this.pollUnderLease(account, lease, ticket, {
      until: budgetMs === undefined ? Infinity : Date.now() + budgetMs,
      maxBatches,
    })
  }

  private async pollUnderLease(
    account: MailAccountDTO,
    lease: Lease,
    ticket: Ticketing,
    { until, maxBatches }: { until: number; maxBatches: number }
  ) {
    const { database, reading, work } = this.tools
    const onStored = (ids: string[]) => this.orForgive(ids, () => ticket(ids))
    const heart = this.keepLease(lease)
    const mustStop = () => heart.isLost() || work.isStopping
    const isOver = () => mustStop() || Date.now() >= until
    let batches = 0

    try {
      await onOurSide(() => this.finishInterrupted(account.id, onStored, mustStop))

      const { imap } = await this.tools.settings(account)
      const { fetched, waiting } = imap
        ? await pollFolder({
            settings: imap,
            position: await database.query((sql) =>
              positionOf(sql, account.id, imap.folder)
            ),
            tidies: tidyingOf(account) !== null,
            signal: work.signal,
            onRestart: (why) => this.noteRestart(account, why),
            store: async (batch) => {
              const stored = await database.transaction((sql) =>
                storeMails(sql, lease, batch)
              )

              reading.begin(stored)
              return stored.map(({ id }) => id)
            },
            onStored,
            shouldStop: () => ++batches >= maxBatches || isOver(),
            afterReading: (folder) => this.tidy(account, folder, isOver),
          })
        : NOTHING_TO_FETCH
      await onOurSide(() => this.retryPostponed(account.id, onStored, mustStop))
      await onOurSide(() => this.recordSuccess(lease, fetched, waiting))
      this.resting.delete(account.id)

      return { fetched, more: waiting > 0 }
    } catch (error) {
      throw await this.heed(account, lease, error)
    } finally {
      heart.stop()
      reading.forget(account.id)
      // Where the database is gone it ends by itself.
      await database.query((sql) => releaseLease(sql, lease)).catch(() => undefined)
    }
  }

  private keepLease(lease: Lease) {
    let isLost = false
    const beat = setInterval(() => {
      this.tools.database
        .query((sql) => renewLease(sql, lease))
        .then(
          (isOurs) => (isLost ||= !isOurs),
          () => undefined
        )
    }, HEARTBEAT_MS)

    return { isLost: () => isLost, stop: () => clearInterval(beat) }
  }

  /** Writes down whose fault it was. @returns what to throw */
  private async heed(
    account: MailAccountDTO,
    lease: Lease,
    error: unknown
  ): Promise<unknown> {
    const { database, logger, work, pollIntervalSeconds } = this.tools

    if (error instanceof OwnFailure) {
      logger.error(
        `crm_mail: polling ${account.address} stopped: ${serverWords(error.cause)}`
      )
      // In memory: where our database fails it cannot be written down.
      this.resting.set(account.id, Date.now() + pollIntervalSeconds * 1000)
      return error.cause
    }
    // A connection that we cut ourselves says nothing about the account.
    if (!work.isStopping && (await database.query((sql) => renewLease(sql, lease)))) {
      await this.recordFailure(account, error)
    }
    return error
  }

  /** What fails here is not the mails' fault: a mail that takes the process down never comes so far. */
  private async orForgive(ids: string[], work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      await this.tools.database
        .query((sql) => forgiveAttempt(sql, ids))
        .catch(() => undefined)
      throw error
    }
  }

  /** What a crash left stored, oldest first, each once: a mail that stays must not keep us here. */
  private async finishInterrupted(
    accountId: string,
    onStored: Ticketing,
    shouldStop: () => boolean
  ): Promise<void> {
    const seen = new Set<string>()

    while (!shouldStop()) {
      const left = await this.tools.database.query((sql) =>
        interruptedMails(sql, accountId, UNFINISHED_AT_ONCE)
      )
      const mails = left.filter(({ id }) => !seen.has(id))

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
  private async retryPostponed(
    accountId: string,
    onStored: Ticketing,
    shouldStop: () => boolean
  ): Promise<void> {
    const until = Date.now() + POSTPONED_MS

    while (!shouldStop() && Date.now() < until) {
      const ids = await this.tools.database.query((sql) =>
        postponedMails(sql, accountId, UNFINISHED_AT_ONCE)
      )

      if (!ids.length) {
        return
      }
      await onStored(ids)
    }
  }

  private async noteRestart(
    { id, address, imap_folder }: MailAccountDTO,
    why: Restart
  ): Promise<void> {
    const { database, logger } = this.tools

    logger.warn(
      `crm_mail: the folder of ${address} was ${why}: it is read from its beginning`
    )
    await database.transaction(async (sql) => {
      await forgetPositions(sql, id, imap_folder)
      await recordNotice(sql, id, why)
    })
  }

  private async tidy(
    account: MailAccountDTO,
    folder: OpenFolder,
    isOver: () => boolean
  ): Promise<void> {
    const { database } = this.tools
    const tidying = tidyingOf(account)
    const where = {
      account_id: account.id,
      folder: account.imap_folder,
      uid_validity: folder.uid_validity,
    }
    if (tidying) {
      await database.query((sql) => forgetOtherFolders(sql, where))
      await tidyFolder(folder, {
        tidying,
        next: () =>
          database.query((sql) => mailsToTidy(sql, where, account, TIDIED_AT_ONCE)),
        done: (ids) => database.query((sql) => markTidied(sql, ids)),
        record: (words) =>
          database.query((sql) => recordTidyError(sql, account.id, words)),
        isOver,
      })
    }
  }

  private recordSuccess(lease: Lease, fetched: number, backlog: number): Promise<void> {
    const { database, pollIntervalSeconds: pauseSeconds } = this.tools

    return database.transaction(async (sql) => {
      await assertLease(sql, lease)
      await recordPoll(sql, lease.account_id, { fetched, backlog, pauseSeconds })
    })
  }

  private async recordFailure(account: MailAccountDTO, error: unknown): Promise<void> {
    const { database, logger, pollIntervalSeconds: pauseSeconds } = this.tools
    const isRefused = isLoginRefused(error)
    const words = isRefused
      ? `The login was refused: ${serverWords(error)}`
      : serverWords(error)

    logger.warn(`crm_mail: polling ${account.address} failed: ${words}`)
    await database.query((sql) =>
      recordPollFailure(sql, account.id, {
        state: stateAfter(error),
        words,
        pauseSeconds,
        isLoginRefused: isRefused,
      })
    )
  }
}
