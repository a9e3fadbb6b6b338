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
/** Sizes are asked for in larger strides than mails are fetched. */
const SIZES_AT_ONCE = 1000

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
  /** Records a batch, cursor included. @returns ids of the rows that are new */
  store(batch: FetchedBatch): Promise<string[]>
  /** Turns stored mails into tickets. */
  onStored(ids: string[]): Promise<void>
  /** Tells how far the poll is, after each batch. */
  onProgress(fetched: number, waiting: number): Promise<void>
  /** Asked between two batches. */
  shouldStop(): boolean
  /** Once all that was read is recorded, the connection still open. Never throws. */
  afterReading(folder: OpenFolder): Promise<void>
}

/**
 * Reads a folder from where it was left, oldest first, batch by batch; the next batch is fetched
 * while the last one is recorded.
 * @returns mails fetched, and how many still wait on the server
 */
export async function pollFolder(
  tools: PollTools
): Promise<{ fetched: number; waiting: number }> {
  const folder = await openFolder(tools.settings, tools.position)
  let fetched = 0
  let looked = 0

  try {
    const batches = batchesOf(folder.waiting, (uids) => folder.sizes(uids))
    let next = fetchNext(batches, folder.fetch)

    for (let batch = await next; batch; batch = await next) {
      next = fetchNext(batches, folder.fetch)
      // Awaited below; a failure while the batch is being recorded must not go unheard.
      next.catch(() => undefined)

      const { uids, mails } = batch
      const ids = await onOurSide(() =>
        tools.store({
          folder: tools.settings.folder,
          uid_validity: folder.uid_validity,
          mails,
          last_uid: uids[uids.length - 1],
          tidy_pending: tools.tidies,
        })
      )
      fetched += ids.length
      looked += uids.length
      await onOurSide(() => tools.onProgress(fetched, folder.waiting.length - looked))
      await onOurSide(() => tools.onStored(ids))

      if (tools.shouldStop()) {
        await next.catch(() => undefined)
        break
      }
    }
    await tools.afterReading(folder)

    return { fetched, waiting: folder.waiting.length - looked }
  } finally {
    await folder.close()
  }
}

async function fetchNext(
  batches: AsyncGenerator<number[]>,
  fetch: (uids: number[]) => Promise<FetchedMail[]>
): Promise<{ uids: number[]; mails: FetchedMail[] } | null> {
  const { value: uids, done } = await batches.next()

  return done ? null : { uids, mails: await fetch(uids) }
}

/** Cuts UIDs into batches that stay within a count and a weight, whatever the mails weigh. */
export async function* batchesOf(
  uids: number[],
  sizesOf: (uids: number[]) => Promise<Map<number, number>>
): AsyncGenerator<number[]> {
  for (let start = 0; start < uids.length; start += SIZES_AT_ONCE) {
    const stride = uids.slice(start, start + SIZES_AT_ONCE)
    const sizes = await sizesOf(stride)
    let batch: number[] = []
    let bytes = 0

    for (const uid of stride) {
      const size = sizes.get(uid) ?? 0

      if (batch.length && (batch.length === BATCH_MAILS || bytes + size > BATCH_BYTES)) {
        yield batch
        batch = []
        bytes = 0
      }
      batch.push(uid)
      bytes += size
    }
    yield batch
  }
}
