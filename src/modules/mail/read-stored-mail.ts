import { withBareMessageIds } from "./domain/message-id"
import type { ReadEmail } from "./mime/read-email"
import { MailUnreadableError, type ReaderPool } from "./mime/reader-pool"
import type { StoredMail } from "./records/unfinished-mails"

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

/**
 * Reads a mail within the reader's bounds.
 * @param isStopping a reader that is closed under way says nothing about the mail
 * @throws what is not the mail's fault
 */
export async function readStoredMail(
  { id, account_id, sha256, server_date, attempts, source }: StoredMail,
  reader: Pick<ReaderPool, "read">,
  isStopping: () => boolean
): Promise<ReadMail> {
  const mail = { id, account_id, sha256, server_date }

  if (attempts > READING_ATTEMPTS + ATTEMPTS_ALONE) {
    return {
      ...mail,
      read: null,
      unreadable: `Reading it ended ${attempts - 1} times without an answer`,
    }
  }
  try {
    const read = withBareMessageIds(await reader.read(source))

    return { ...mail, read, unreadable: null }
  } catch (error) {
    if (error instanceof MailUnreadableError && !isStopping()) {
      return { ...mail, read: null, unreadable: error.message }
    }
    throw error
  }
}
