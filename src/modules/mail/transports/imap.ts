import { ImapFlow, type FetchMessageObject } from "imapflow"
import { MedusaError } from "@medusajs/framework/utils"
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
  /**
   * Changes mails on the server, which opens the folder for writing.
   * @throws NOT_ALLOWED with the server's words when it refuses
   */
  tidy(uids: number[], tidying: Tidying): Promise<void>
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
  const { client, lastRefusal } = await withLogin(settings.login, (credentials) =>
    connect(settings, credentials)
  )

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
      tidy: (uids, tidying) =>
        tidyMails(client, {
          folder: settings.folder,
          uid_validity,
          uids,
          tidying,
          lastRefusal,
        }),
      close: () => leave(client),
    }
  } catch (error) {
    await leave(client)
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

async function connect(settings: ImapSettings, credentials: Credentials) {
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
  })
  // Without a listener a connection that dies between two commands takes the whole process along.
  client.on("error", () => undefined)
  await client.connect()

  return { client, lastRefusal }
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
