import type { Restart } from "./domain/folder-position"
import type { FetchedBatch } from "./records/store-mails"
import {
  openFolder,
  type FetchedMail,
  type FolderPosition,
  type ImapSettings,
  type OpenFolder,
} from "./transports/imap"

const BATCH_MAILS = 100
const BATCH_BYTES = 16 * 1024 * 1024

/** What failed was ours, not the mail server's: the database, or a lease that went to another. */
export class OwnFailure extends Error {
  constructor(override readonly cause: Error) {
    super(cause.message)
  }
}

/** Runs our own side of a poll, so that its failure is not taken for the server's. */
export async function onOurSide<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new OwnFailure(error as Error)
  }
}

export type PollTools = {
  settings: ImapSettings
  position: FolderPosition | null
  /** Whether mails are changed on the server once they are read. */
  tidies: boolean
  /** The folder is read from its beginning though it was read before. */
  onRestart(why: Restart): Promise<void>
  /** Records a batch, cursor included, and begins to read it. @returns ids of the rows that are new */
  store(batch: FetchedBatch): Promise<string[]>
  /** Turns stored mails into tickets. */
  onStored(ids: string[]): Promise<void>
  /** Asked between two batches. */
  shouldStop(): boolean
  /** Once all that was read is recorded, the connection still open. Never throws. */
  afterReading(folder: OpenFolder): Promise<void>
  /** Cuts the connection. */
  signal: AbortSignal
}

/**
 * Reads a folder from where it was left, oldest first, in batches. Three are under way at a time: one
 * is fetched while the one before it is stored and read, and the one before that is put on tickets.
 * They are put on tickets one after the other, so that no answer comes before its question.
 * @returns mails fetched, and how many still wait on the server
 */
export async function pollFolder(
  tools: PollTools
): Promise<{ fetched: number; waiting: number }> {
  const folder = await openFolder(tools.settings, tools.position, tools.signal)
  const batches = batchesOf(folder.waiting, folder)
  let waiting = folder.waiting.length
  let fetched = 0
  let next = ahead(batches.next())
  let ticketed = Promise.resolve()

  try {
    const { restart } = folder

    if (restart) {
      await onOurSide(() => tools.onRestart(restart))
    }
    for (let step = await next; !step.done; step = await next) {
      next = ahead(batches.next())
      waiting -= step.value.looked
      const batch = {
        ...step.value,
        folder: tools.settings.folder,
        uid_validity: folder.uid_validity,
        tidy_pending: tools.tidies,
        fetched_before: fetched,
        waiting,
      }
      const ids = await onOurSide(() => tools.store(batch))

      fetched += ids.length
      await ticketed
      ticketed = ahead(onOurSide(() => tools.onStored(ids)))

      if (tools.shouldStop()) {
        break
      }
    }
    await ticketed
    await tools.afterReading(folder)

    return { fetched, waiting }
  } finally {
    await ticketed.catch(() => undefined)
    // What is still on its way is let go, or the goodbye would wait behind it.
    ahead(batches.return())
    await folder.close()
  }
}

/** Work that is awaited later: should it fail before that, the process must not die of it. */
function ahead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)

  return work
}

type Batch = Pick<FetchedBatch, "mails" | "undelivered" | "last_uid"> & {
  /** UIDs that are dealt with. */
  looked: number
}

/**
 * Fetches UIDs in batches that stay within a count and a weight, each in order. A batch that is cut
 * short by its weight moves the position nowhere: servers may answer in any order, so that only at
 * the end of a command it is certain what came before what. A crash in between fetches the rest of
 * that command again, and what is known is not stored twice.
 */
export async function* batchesOf(
  uids: number[],
  folder: Pick<OpenFolder, "fetch" | "present">
): AsyncGenerator<Batch, void> {
  for (let start = 0; start < uids.length; start += BATCH_MAILS) {
    const asked = uids.slice(start, start + BATCH_MAILS)
    const missing = new Set(asked)
    let looked = 0
    let mails: FetchedMail[] = []
    let bytes = 0

    for await (const mail of deliveriesOf(missing, folder)) {
      if (mails.length && bytes + mail.source.length > BATCH_BYTES) {
        yield {
          mails: inOrder(mails),
          undelivered: [],
          last_uid: null,
          looked: mails.length,
        }
        looked += mails.length
        mails = []
        bytes = 0
      }
      mails.push(mail)
      bytes += mail.source.length
    }
    yield {
      mails: inOrder(mails),
      undelivered: [...missing],
      last_uid: asked[asked.length - 1],
      looked: asked.length - looked,
    }
  }
}

/**
 * Each missing mail once, and asked for a second time if it did not come at first. Of those that
 * stay missing, only the ones that the folder still lists are left in the set: the others were moved
 * or deleted meanwhile.
 */
async function* deliveriesOf(
  missing: Set<number>,
  folder: Pick<OpenFolder, "fetch" | "present">
): AsyncGenerator<FetchedMail> {
  for (let attempt = 1; missing.size && attempt <= 2; attempt++) {
    for await (const mail of folder.fetch([...missing])) {
      if (missing.delete(mail.uid)) {
        yield mail
      }
    }
    if (missing.size) {
      const present = new Set(await folder.present([...missing]))

      missing.forEach((uid) => present.has(uid) || missing.delete(uid))
    }
  }
}

const inOrder = (mails: FetchedMail[]) => mails.sort((a, b) => a.uid - b.uid)
