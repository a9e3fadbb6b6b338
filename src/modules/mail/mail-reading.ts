import type { MailDatabase } from "./database"
import { withBareMessageIds } from "./domain/message-id"
import { MailUnreadableError, type ReaderPool } from "./mime/reader-pool"
import type { ReadEmail } from "./mime/read-email"
import { ReadAhead } from "./read-ahead"
import { stillStored, takeForReading, type StoredMail } from "./records/unfinished-mails"
import { mailSentence } from "./domain/mail-sentences"

/** A mail of the ledger and what the reader made of it. */
export type ReadMail = {
  id: string
  account_id: string
  sha256: string
  server_date: Date | null
} & ({ read: ReadEmail; unreadable: null } | { read: null; unreadable: string })

/** A mail whose process died this often while it was read is read alone from then on ... */
export const READING_ATTEMPTS = 3
/** ... and given up when it took its process down as often again. */
const ATTEMPTS_ALONE = 3

export type ReadingTools = {
  database: MailDatabase
  /** Asked for each mail: a test may put another in its place. */
  reader: () => Pick<ReaderPool, "read">
  isStopping: () => boolean
}

/** Reads stored mails, each in bounds of time and memory. */
export class MailReading {
  private readonly ahead = new ReadAhead((mail) => this.readOne(mail))

  constructor(private readonly tools: ReadingTools) {}

  /** Begins to read mails that were stored just now, before they are asked for. */
  begin(mails: StoredMail[]): void {
    this.ahead.begin(mails)
  }

  /** Lets go of what was begun of an account. */
  forget(accountId: string): void {
    this.ahead.forget(accountId)
  }

  /** Mails that are settled are left out. */
  async read(ids: string[]): Promise<ReadMail[]> {
    const { database } = this.tools
    const begun = this.ahead.take(ids)
    const isBegun = new Set(begun.map(({ id }) => id))
    const rest = ids.filter((id) => !isBegun.has(id))
    const isStored = begun.length
      ? await database.query((sql) => stillStored(sql, [...isBegun]))
      : isBegun
    const loaded = rest.length
      ? await database.query((sql) => takeForReading(sql, rest))
      : []

    return Promise.all([
      ...begun.flatMap(({ id, read }) => (isStored.has(id) ? [read] : [])),
      ...loaded.map((mail) => this.readOne(mail)),
    ])
  }

  private async readOne({
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
        unreadable: mailSentence("reading_ended", { count: attempts - 1 }),
      }
    }
    try {
      const read = withBareMessageIds(await this.tools.reader().read(source))

      return { ...mail, read, unreadable: null }
    } catch (error) {
      // A reader that is closed under way says nothing about the mail.
      if (error instanceof MailUnreadableError && !this.tools.isStopping()) {
        return { ...mail, read: null, unreadable: error.message }
      }
      throw error
    }
  }
}
