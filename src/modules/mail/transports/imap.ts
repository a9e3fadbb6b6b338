import { setTimeout as pause } from "node:timers/promises"
import { ImapFlow } from "imapflow"
import { MedusaError } from "@medusajs/framework/utils"
import { resumeAfter, type FolderPosition, type Restart } from "../domain/folder-position"
import type { TransportSecurity } from "../domain/mail-host"
import { withLogin, type Credentials, type Login } from "./login"
import { checkedHost, type MailHostPolicy } from "./mail-host"
import { tidyMails, type Tidying } from "./tidy-mails"
import { uidSet } from "./uid-set"

export type ImapSettings = {
  host: string
  port: number
  security: TransportSecurity
  username: string
  login: Login
  folder: string
  allow_self_signed: boolean
  hosts: MailHostPolicy
  /** Milliseconds; what is left out is as usual. */
  timeouts?: Partial<typeof TIMEOUTS>
}

export type { FolderPosition } from "../domain/folder-position"

export type FetchedMail = { uid: number; source: Buffer; server_date: Date | null }

export type OpenFolder = {
  uid_validity: string
  /** Oldest first; everything above the position. */
  waiting: number[]
  /** Why it is read from its beginning though it was read before. */
  restart: Restart | null
  /**
   * Fetches without touching a flag: `\Seen` belongs to people, never to us. While nobody takes a
   * mail the server is not read from, so that no more than one waits in memory. May yield mails that
   * were not asked for, the same one twice, in any order, or none: servers do.
   */
  fetch(uids: number[]): AsyncGenerator<FetchedMail>
  /** Of these, the ones that are in the folder now. */
  present(uids: number[]): Promise<number[]>
  /**
   * Changes mails on the server, which opens the folder for writing.
   * @throws NOT_ALLOWED with the server's words when it refuses
   */
  tidy(uids: number[], tidying: Tidying): Promise<void>
  close(): Promise<void>
}

/** How long the goodbye may take: a process that is told to stop has ten seconds for everything. */
const GOODBYE_MS = 3_000

const TIMEOUTS = {
  connectionTimeout: 20_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
}

/**
 * Logs in and opens the folder, for reading only.
 * @param signal cuts the connection, whatever is under way on it
 * @throws what imapflow throws, see `serverWords`
 */
export async function openFolder(
  settings: ImapSettings,
  position: FolderPosition | null,
  signal?: AbortSignal
): Promise<OpenFolder> {
  const { client, lastRefusal, letGo } = await withLogin(settings.login, (credentials) =>
    connect(settings, credentials, signal)
  )

  try {
    const { uidValidity, uidNext, exists } = await client.mailboxOpen(settings.folder, {
      readOnly: true,
    })
    // Zero where a server, against RFC 3501 2.3.1.1, announces none.
    const uid_validity = String(uidValidity ?? 0)
    const uid_next = uidNext ?? null
    const isBehind =
      uid_next !== null && position !== null && uid_next <= position.last_uid
    const { last_uid, restart } = resumeAfter(position, {
      uid_validity,
      uid_next,
      highest_uid: exists && isBehind ? await highestUid(client) : null,
    })

    return {
      uid_validity,
      restart,
      waiting: exists ? await uidsAbove(client, last_uid) : [],
      fetch: (uids) => sourcesOf(client, uids),
      present: (uids) => presentOf(client, uids),
      tidy: (uids, tidying) =>
        tidyMails(client, {
          folder: settings.folder,
          uid_validity,
          uids,
          tidying,
          lastRefusal,
        }),
      close: async () => {
        await leave(client)
        letGo()
      },
    }
  } catch (error) {
    await leave(client)
    letGo()
    throw error
  }
}

/**
 * Logs in, opens the folder and leaves again.
 * @param moveTo a folder that has to be there too
 * @throws what imapflow throws
 */
export async function checkImap(
  settings: ImapSettings,
  moveTo: string | null = null
): Promise<void> {
  for (const folder of [settings.folder, moveTo]) {
    if (folder !== null) {
      await (await openFolder({ ...settings, folder }, null)).close()
    }
  }
}

async function connect(
  settings: ImapSettings,
  credentials: Credentials,
  signal?: AbortSignal
) {
  const { host, lookup } = await checkedHost(settings.host, settings.hosts)
  const { logger, lastRefusal } = refusalKeeper()
  const client = new ImapFlow({
    host,
    port: settings.port,
    secure: settings.security === "tls",
    doSTARTTLS: settings.security === "starttls",
    auth: {
      user: settings.username,
      ...("password" in credentials ? { pass: credentials.password } : credentials),
    },
    // imapflow hands these to the connection as they are, with or without TLS.
    tls: { rejectUnauthorized: !settings.allow_self_signed, ...{ lookup } },
    logger,
    disableAutoIdle: true,
    ...TIMEOUTS,
    ...settings.timeouts,
  })
  // Without a listener a connection that dies between two commands takes the whole process along.
  client.on("error", () => undefined)

  const cut = () => client.close()
  const letGo = () => signal?.removeEventListener("abort", cut)

  signal?.addEventListener("abort", cut)
  try {
    await client.connect()
  } catch (error) {
    letGo()
    throw error
  }
  return { client, lastRefusal, letGo }
}

/**
 * A log of nothing but what the server last said no to: for some commands imapflow writes that down
 * there and nowhere else.
 */
function refusalKeeper() {
  const ignore = () => undefined
  let refusal: unknown = null

  return {
    logger: {
      trace: ignore,
      debug: ignore,
      info: ignore,
      error: ignore,
      warn: ({ err }: { err?: unknown }) => void (refusal = err ?? refusal),
    },
    lastRefusal: () => refusal,
  }
}

/** `n:*` names the last mail even when it is below n (RFC 3501 6.4.8), hence the filter. */
async function uidsAbove(client: ImapFlow, lastUid: number): Promise<number[]> {
  const uids = await client.search({ uid: `${lastUid + 1}:*` }, { uid: true })

  if (!uids) {
    throw refusedToList()
  }
  return uids.filter((uid) => uid > lastUid).sort((a, b) => a - b)
}

/** `*` is the last mail of the folder. */
async function highestUid(client: ImapFlow): Promise<number | null> {
  const uids = await client.search({ uid: "*" }, { uid: true })

  if (!uids) {
    throw refusedToList()
  }
  return uids.length ? Math.max(...uids) : null
}

const refusedToList = () =>
  new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    "The mail server refused to list the folder"
  )

async function presentOf(client: ImapFlow, uids: number[]): Promise<number[]> {
  const found = await client.search({ uid: uidSet(uids) }, { uid: true })

  if (!found) {
    throw refusedToList()
  }
  return uids.filter((uid) => found.includes(uid))
}

async function* sourcesOf(client: ImapFlow, uids: number[]): AsyncGenerator<FetchedMail> {
  const query = { uid: true, source: true, internalDate: true }

  for await (const message of client.fetch(uidSet(uids), query, { uid: true })) {
    const { uid, source, internalDate } = message

    if (source) {
      yield { uid, source, server_date: dateOrNull(internalDate) }
    }
  }
}

const dateOrNull = (value: Date | string | undefined) => {
  const date = value ? new Date(value) : null

  return date && !Number.isNaN(date.getTime()) ? date : null
}

/** A server that is gone, or busy with what nobody waits for, is left without its answer. */
async function leave(client: ImapFlow): Promise<void> {
  const timer = new AbortController()

  await Promise.race([
    client.logout().catch(() => undefined),
    pause(GOODBYE_MS, undefined, { signal: timer.signal }).catch(() => undefined),
  ])
  timer.abort()
  client.close()
}
