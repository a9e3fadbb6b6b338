import { createHash, randomBytes } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import type { IFileModuleService, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { newId } from "../ids"
import { HELPDESK_MODULE } from "../modules/helpdesk"
import type { StoredFile } from "../modules/helpdesk/types"

export type NewFile = {
  filename: string
  mime_type: string
  content: Uint8Array
  content_id?: string | null
  inline?: boolean
  /** Hex, where it was computed before. */
  sha256?: string
}

/** Files that belong together: all of them are stored, or none is of use. */
export type FileGroup = { key: string; files: NewFile[] }

/** A place in the File Module that has its id before it has its bytes. */
type OpenedFile = { file_id: string; write(): Promise<unknown> }

/** Each is a file handle, or a connection. */
const OPEN_AT_ONCE = 50
/** A store that says nothing for so long has failed ... */
const DEADLINE_MS = 20_000
/** ... and is not asked again for as long: hours of mail must not wait for it, file by file. */
const SILENCE_MS = 60_000
const silentUntil = new WeakMap<object, number>()

/**
 * Keeps files in the File Module, and a row for each as an upload that waits for its message. The row
 * is there before the bytes are: what a crash leaves behind is known, and swept as other uploads are
 * that no message came for.
 * @returns the files by group; for a group that is not complete, the reason
 */
export async function storeFileGroups(
  container: MedusaContainer,
  groups: FileGroup[],
  uploadedBy: string | null = null
): Promise<Map<string, StoredFile[] | { failed: string }>> {
  const store = container.resolve(Modules.FILE)
  const failed = new Map<string, string>()
  const stored = new Map(groups.map(({ key }): [string, StoredFile[]] => [key, []]))
  const wanted = groups.flatMap(({ key, files }) => files.map((file) => ({ key, file })))

  for (let start = 0; start < wanted.length; start += OPEN_AT_ONCE) {
    const some = wanted.slice(start, start + OPEN_AT_ONCE)
    const opened = await collect(store, some, failed, async ({ key, file }) => {
      const { file_id, write } = await openFile(store, file)

      return { key, write, row: rowOf(file, file_id) }
    })
    await container.resolve(HELPDESK_MODULE).keepUploads(
      opened.map(({ row }) => row),
      uploadedBy
    )
    await collect(store, opened, failed, ({ write }) => write())
    opened.forEach(({ key, row }) => stored.get(key)?.push(row))
  }
  return new Map(
    [...stored].map(([key, files]) => {
      const reason = failed.get(key)

      return [key, reason === undefined ? files : { failed: reason }]
    })
  )
}

/** @throws UNEXPECTED_STATE when one of them could not be stored */
export async function storeFiles(
  container: MedusaContainer,
  files: NewFile[],
  uploadedBy: string | null
): Promise<StoredFile[]> {
  const groups = await storeFileGroups(container, [{ key: "files", files }], uploadedBy)
  const outcome = groups.get("files") ?? []

  if ("failed" in outcome) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The file could not be stored: ${outcome.failed}. Try again`
    )
  }
  return outcome
}

export const loadFile = (container: MedusaContainer, fileId: string): Promise<Buffer> =>
  container.resolve(Modules.FILE).getAsBuffer(fileId)

/**
 * Private, under a random name that ends in `.bin`. The local provider serves even private files from
 * a public folder, by name and by ending: a name that cannot be guessed and an ending that nothing
 * opens keep them ours.
 */
async function openFile(files: IFileModuleService, file: NewFile): Promise<OpenedFile> {
  const description = {
    filename: `crm-${randomBytes(16).toString("hex")}.bin`,
    mimeType: "application/octet-stream",
    access: "private" as const,
  }
  const upload = await streamTo(files, description)

  if (upload) {
    // Heard when the bytes are written; a place that could not be opened may fail before.
    upload.promise.catch(() => undefined)

    return {
      file_id: upload.fileKey,
      write: () => {
        upload.writeStream.end(file.content)
        return upload.promise
      },
    }
  }
  const created = await files.createFiles({
    ...description,
    // The provider guesses whether text is base64, so it always is.
    content: Buffer.from(file.content).toString("base64"),
  })
  return { file_id: created.id, write: async () => undefined }
}

/** Null where the shop's provider is older than streams: Medusa's base class throws for it. */
async function streamTo(
  files: IFileModuleService,
  description: Parameters<IFileModuleService["getUploadStream"]>[0]
) {
  try {
    return await files.getUploadStream(description)
  } catch (error) {
    if (/must be overridden|not a function/.test((error as Error).message)) {
      return null
    }
    throw error
  }
}

const rowOf = (file: NewFile, file_id: string): StoredFile => ({
  id: newId("crmatt"),
  file_id,
  filename: file.filename,
  mime_type: file.mime_type,
  size: file.content.length,
  sha256: file.sha256 ?? createHash("sha256").update(file.content).digest("hex"),
  content_id: file.content_id ?? null,
  inline: file.inline ?? false,
})

/** What succeeded, in order; the reason of what did not is kept for its group. */
async function collect<Item extends { key: string }, Result>(
  store: object,
  items: Item[],
  failed: Map<string, string>,
  work: (item: Item) => Promise<Result>
): Promise<Result[]> {
  const results = await Promise.allSettled(
    items.map((item) => inTime(store, () => work(item)))
  )

  return results.flatMap((result, index) => {
    if (result.status === "fulfilled") {
      return [result.value]
    }
    failed.set(items[index].key, (result.reason as Error).message)
    return []
  })
}

async function inTime<T>(store: object, work: () => Promise<T>): Promise<T> {
  const timer = new AbortController()

  if (Date.now() < (silentUntil.get(store) ?? 0)) {
    throw noAnswer("just before")
  }
  const deadline = pause(DEADLINE_MS, undefined, { signal: timer.signal }).then(() => {
    silentUntil.set(store, Date.now() + SILENCE_MS)
    throw noAnswer(`within ${DEADLINE_MS / 1000} s`)
  })
  // Stopped below, which rejects it too.
  deadline.catch(() => undefined)

  try {
    return await Promise.race([work(), deadline])
  } finally {
    timer.abort()
  }
}

const noAnswer = (when: string) =>
  new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `the file store did not answer ${when}`
  )
