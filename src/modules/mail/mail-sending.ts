import type { Logger } from "@medusajs/framework/types"
import type { MailDatabase } from "./database"
import { refusedAddresses } from "./domain/suppression"
import {
  claimDueMails,
  giveBackMail,
  recordSendResult,
  renewClaims,
  type SendResult,
} from "./records/outbox"
import { pauseSending, resumeSending } from "./records/sending-pause"
import { recordFailures, suppressedAmong } from "./records/suppress-addresses"
import { attemptMail, withheld, type SendTools } from "./send-due-mails"
import type { OutboundMailDTO, RecipientState } from "./types"
import type { WorkInProgress } from "./work-in-progress"

/** One after the other: few enough that none waits long behind a slow server. */
const SEND_AT_ONCE = 3
const CLAIM_HEARTBEAT_MS = 60_000

export type SendingTools = {
  database: MailDatabase
  /** Who we are among the instances that share the database. */
  owner: string
  logger: Logger
  work: WorkInProgress
  account: SendTools["account"]
  loopToken(): Promise<string>
  /** What erased addresses are known by. */
  key(): Promise<Buffer>
  openSecret: SendTools["openSecret"]
}

/** Sends what the outbox holds, each mail by one instance at a time. */
export class MailSending {
  constructor(private readonly tools: SendingTools) {}

  /**
   * Makes one attempt for each mail that is due.
   * @returns how many were claimed
   */
  async sendDue(loadFile: SendTools["loadFile"]): Promise<number> {
    const { work } = this.tools

    return work.isStopping ? 0 : work.during(this.sendClaimed(loadFile))
  }

  /** Where an account had to pause, others get the turns that its mail had taken. */
  private async sendClaimed(loadFile: SendTools["loadFile"]): Promise<number> {
    const { database, owner } = this.tools
    const mails = await database.query((sql) => claimDueMails(sql, owner, SEND_AT_ONCE))
    const ids = mails.map(({ id }) => id)
    const heartbeat = setInterval(
      () =>
        void database.query((sql) => renewClaims(sql, owner, ids)).catch(() => undefined),
      CLAIM_HEARTBEAT_MS
    )

    try {
      const hasPaused = await this.sendEach(mails, loadFile)
      const isOver = !hasPaused || this.tools.work.isStopping

      return mails.length + (isOver ? 0 : await this.sendClaimed(loadFile))
    } finally {
      clearInterval(heartbeat)
    }
  }

  /** @returns whether an account had to pause */
  private async sendEach(
    mails: OutboundMailDTO[],
    loadFile: SendTools["loadFile"]
  ): Promise<boolean> {
    const { database, owner, logger, work } = this.tools
    const send = await this.attempting(mails, loadFile)
    const failing = new Set<string>()

    for (const mail of mails) {
      if (work.isStopping || failing.has(mail.account_id)) {
        await database.query((sql) => giveBackMail(sql, owner, mail.id))
        continue
      }
      const result = await this.heedAccount(mail.account_id, await send(mail))

      if (result.is_account_failure) {
        failing.add(mail.account_id)
      }
      await this.record(result, mail.recipients)
      if (result.state !== "sent") {
        logger.warn(
          `crm_mail: mail ${mail.id} is ${result.state}: ${result.last_response}`
        )
      }
    }
    return failing.size > 0
  }

  /** @returns makes the attempt for one of the mails, with what all of them need looked up once */
  private async attempting(
    mails: OutboundMailDTO[],
    loadFile: SendTools["loadFile"]
  ): Promise<(mail: OutboundMailDTO) => Promise<SendResult>> {
    const automatic = mails.filter(({ is_auto_reply }) => is_auto_reply)
    const key = await this.tools.key()
    const suppressed = await this.tools.database.query((sql) =>
      suppressedAmong(
        sql,
        automatic.flatMap(({ to }) => to),
        key
      )
    )
    const loopToken = await this.tools.loopToken()
    const accounts = new Map<string, ReturnType<SendTools["account"]>>()
    const account = (id: string) => {
      const found = accounts.get(id) ?? this.tools.account(id)

      accounts.set(id, found)
      return found
    }

    return async (mail) =>
      mail.is_auto_reply && mail.to.some((to) => suppressed.has(to.toLowerCase()))
        ? withheld(mail)
        : attemptMail(mail, {
            account,
            loadFile,
            loopToken,
            openSecret: this.tools.openSecret,
            now: () => new Date(),
            random: Math.random,
          })
  }

  /** What an attempt says about its account: all its mail waits, or may go again. */
  private async heedAccount(accountId: string, result: SendResult): Promise<SendResult> {
    const { database } = this.tools

    if (result.is_account_failure) {
      const until = await database.query((sql) =>
        pauseSending(sql, accountId, result.last_response)
      )

      return { ...result, due_at: until?.toISOString() ?? null }
    }
    if (result.state === "sent") {
      await database.query((sql) => resumeSending(sql, accountId))
    }
    return result
  }

  /** The attempt, and what it says about addresses. */
  private record(result: SendResult, before: RecipientState[]): Promise<void> {
    const { database, owner } = this.tools

    return database.transaction(async (sql) => {
      await recordSendResult(sql, owner, result)
      await recordFailures(
        sql,
        refusedAddresses(before, result.recipients).map((failure) => ({
          ...failure,
          inbound_mail_id: null,
          outbound_mail_id: result.id,
        }))
      )
    })
  }
}
