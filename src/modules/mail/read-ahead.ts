import type { ReadMail } from "./mail-reading"
import type { StoredMail } from "./records/unfinished-mails"

/**
 * Mails that are being read since they were stored: their batch does not wait for the reader later,
 * and their sources are not loaded from the database they have just been written to.
 */
export class ReadAhead {
  private readonly begun = new Map<
    string,
    { account_id: string; read: Promise<ReadMail> }
  >()

  constructor(private readonly read: (mail: StoredMail) => Promise<ReadMail>) {}

  begin(mails: StoredMail[]): void {
    for (const mail of mails) {
      const read = this.read(mail)

      // Awaited when its batch has its turn.
      read.catch(() => undefined)
      this.begun.set(mail.id, { account_id: mail.account_id, read })
    }
  }

  /** Hands out what was begun of these, in their order, once. */
  take(ids: string[]): { id: string; read: Promise<ReadMail> }[] {
    return ids.flatMap((id) => {
      const found = this.begun.get(id)

      this.begun.delete(id)
      return found ? [{ id, read: found.read }] : []
    })
  }

  /** What a poll has begun and will not fetch any more. */
  forget(accountId: string): void {
    for (const [id, { account_id }] of this.begun) {
      if (account_id === accountId) {
        this.begun.delete(id)
      }
    }
  }
}
