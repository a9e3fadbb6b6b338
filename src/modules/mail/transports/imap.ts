import { ImapFlow, type FetchMessageObject } from "imapflow"
import { MedusaError } from "@medusajs/framework/utils"
import type { TransportSecurity } from "../domain/mail-host"

export type ImapSettings = {
  host: string
  port: number
  security: TransportSecurity
  username: string
  password: string
  folder: string
  allow_self_signed: boolean
}

/** Up to where a folder has been read. */
export type FolderPosition = { uid_validity: string; last_uid: number }

export type FetchedMail = { uid: number; source: Buffer; server_date: Date | null }

export type OpenFolder = {
  uid_validity: string
  /** Oldest first; everything above the position. */
  waiting: number[]
  /** Fetches without touching a flag: `\Seen` belongs to people, never to us. */
  fetch(uids: number[]): Promise<FetchedMail[]>
  /** Bytes of each mail, so that a batch stays within bounds before it is fetched. */
  sizes(uids: number[]): Promise<Map<number, number>>
  close(): Promise<void>
}

const TIMEOUTS = {
  connectionTimeout: 20_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
}

/** Logs in and opens the folder, for reading only. @throws what imapflow throws, see `serverWords` */
export async function openFolder(
  settings: ImapSettings,
  position: FolderPosition | null
): Promise<OpenFolder> {
  const client = await connect(settings)

  try {
    const { uidValidity, exists } = await client.mailboxOpen(settings.folder, {
      readOnly: true,
    })
    const uid_validity = String(uidValidity)
    const lastUid = position?.uid_validity === uid_validity ? position.last_uid : 0

    return {
      uid_validity,
      waiting: exists ? await uidsAbove(client, lastUid) : [],
      sizes: (uids) => sizesOf(client, uids),
      fetch: (uids) => fetchSources(client, uids),
      close: () => leave(client),
    }
  } catch (error) {
    await leave(client)
    throw error
  }
}

/** Logs in, opens the folder and leaves again. @throws what imapflow throws */
export async function checkImap(settings: ImapSettings): Promise<void> {
  const folder = await openFolder(settings, null)

  await folder.close()
}

async function connect(settings: ImapSettings): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: settings.host,
    port: settings.port,
    secure: settings.security === "tls",
    doSTARTTLS: settings.security === "starttls",
    auth: { user: settings.username, pass: settings.password },
    tls: { rejectUnauthorized: !settings.allow_self_signed },
    logger: false,
    disableAutoIdle: true,
    ...TIMEOUTS,
  })
  // Without a listener a connection that dies between two commands takes the whole process along.
  client.on("error", () => undefined)
  await client.connect()

  return client
}

/** `n:*` names the last mail even when it is below n (RFC 3501 6.4.8), hence the filter. */
async function uidsAbove(client: ImapFlow, lastUid: number): Promise<number[]> {
  const uids = await client.search({ uid: `${lastUid + 1}:*` }, { uid: true })

  if (!uids) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The mail server refused to list the folder"
    )
  }
  return uids.filter((uid) => uid > lastUid).sort((a, b) => a - b)
}

async function sizesOf(client: ImapFlow, uids: number[]): Promise<Map<number, number>> {
  const found = await collect(client, uids, { uid: true, size: true })

  return new Map(found.map(({ uid, size }) => [uid, size ?? 0]))
}

async function fetchSources(client: ImapFlow, uids: number[]): Promise<FetchedMail[]> {
  const found = await collect(client, uids, {
    uid: true,
    source: true,
    internalDate: true,
  })

  return found
    .filter(({ source }) => source !== undefined)
    .map(({ uid, source, internalDate }) => ({
      uid,
      source: source as Buffer,
      server_date: dateOrNull(internalDate),
    }))
    .sort((a, b) => a.uid - b.uid)
}

/** Takes everything before anything else is asked: a command inside the loop would deadlock. */
async function collect(
  client: ImapFlow,
  uids: number[],
  query: Parameters<ImapFlow["fetch"]>[1]
): Promise<FetchMessageObject[]> {
  const wanted = new Set(uids)
  const found = new Map<number, FetchMessageObject>()

  for await (const message of client.fetch(uidSet(uids), query, { uid: true })) {
    if (wanted.has(message.uid)) {
      found.set(message.uid, message)
    }
  }
  return [...found.values()]
}

/** `1:5,9,11:12`: a long list of single numbers would overrun the line limit of some servers. */
export function uidSet(uids: number[]): string {
  const ranges: [number, number][] = []

  for (const uid of uids) {
    const last = ranges.at(-1)

    if (last && uid === last[1] + 1) {
      last[1] = uid
    } else {
      ranges.push([uid, uid])
    }
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(",")
}

const dateOrNull = (value: Date | string | undefined) => {
  const date = value ? new Date(value) : null

  return date && !Number.isNaN(date.getTime()) ? date : null
}

/** A server that is gone cannot be told goodbye; what we have is kept all the same. */
async function leave(client: ImapFlow): Promise<void> {
  try {
    await client.logout()
  } catch {
    client.close()
  }
}
