import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import type { Client } from "pg"
import { sweepUploadsWorkflow } from "../../src/workflows/tickets/sweep-uploads"
import { bootModules, migrateModules } from "./boot-modules"
import { aDesk } from "./desk"
import { startIngest } from "./ingest-process"

type Outcome = {
  /** Token of each mail that was sent. */
  sent: string[]
  senders: string[]
  expected: { tickets: number; messages: number; attachments: number }
  killsAtWork: number
  /** How often it was killed at each of the exact points. */
  exactKills: Record<string, number>
  /** Message-ID of each customer message, and whose token its body has. */
  messages: { mail_message_id: string; body_text: string; ticket_id: string }[]
  tickets: number
  ledger: { state: string; reason: string | null; count: number }[]
  attachments: { file_id: string; size: number }[]
  /** Names and sizes, after what nobody needs was swept. */
  files: Map<string, number>
  autoReplies: { address: string; count: number }[]
}

type Point = {
  what: string
  at: "imap" | "database"
  sign: { from: "client" | "server"; sees: string; after: string }
}

/** F2: where a death would hurt most. */
const EXACT_POINTS: Point[] = [
  {
    what: "after FETCH",
    at: "imap",
    sign: { after: "UID FETCH", from: "server", sees: " OK " },
  },
  {
    what: "before the COMMIT of what was stored",
    at: "database",
    sign: { after: "insert into crm_inbound_source", from: "client", sees: "COMMIT" },
  },
  {
    what: "after the COMMIT of what was stored",
    at: "database",
    sign: { after: "insert into crm_inbound_source", from: "server", sees: "COMMIT" },
  },
  {
    what: "between the files and the COMMIT of their tickets",
    at: "database",
    sign: { after: 'insert into "crm_ticket_message"', from: "client", sees: "COMMIT" },
  },
  {
    what: "after the COMMIT of the tickets, before the ledger knows",
    at: "database",
    sign: { after: 'insert into "crm_ticket_message"', from: "server", sees: "COMMIT" },
  },
]

/**
 * Ingests `mails` mails with a process that is killed `kills` times at random points of its work and
 * `exact` times at each of the exact ones, and started again each time; tells what is there in the
 * end.
 */
export async function killIngest({
  mails,
  kills,
  exact,
  seed,
}: {
  mails: number
  kills: number
  exact: number
  seed: number
}): Promise<Outcome> {
  const [
    { compile },
    databases,
    { startMailboxes },
    { generateMails },
    proxies,
    { random },
  ] = await Promise.all([
    import("./compile.mjs"),
    import("./databases.mjs"),
    import("./imap.mjs"),
    import("./mail-generator.mjs"),
    import("./fault-proxy.mjs"),
    import("./random.mjs"),
  ])
  const build = await compile()
  const databaseUrl = await databases.createDatabase("kill_ingest")
  const fileFolder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-kill-"))
  const options = {
    encryptionKey: randomBytes(32).toString("base64"),
    allowedMailHosts: ["127.0.0.1"],
  }
  const mailboxes = await startMailboxes({ users: ["support"] })
  const { hostname, port } = new URL(databaseUrl)
  const proxy = await proxies.startFaultProxy({ host: hostname, port: Number(port) })
  const login = mailboxes.login("support")
  const imapProxy = await proxies.startFaultProxy(login)
  const throughProxy = new URL(databaseUrl)
  throughProxy.hostname = "localhost"
  throughProxy.port = String(proxy.port)

  const chance = random(seed)
  const { mails: sent, expected } = generateMails({
    count: mails,
    to: "support@shop.test",
    seed,
    sizes: "small",
  })

  try {
    const accountId = await prepare(
      { databaseUrl, fileFolder, options },
      { ...login, host: "localhost", port: imapProxy.port }
    )
    const settings = {
      build,
      accountId,
      boot: { databaseUrl: throughProxy.href, fileFolder, options },
    }
    // A part is there at the start, the rest arrives between the kills: each of them finds work.
    const arriving = [...sent]
    let arrivedBytes = 0
    const arrive = (count: number) => {
      for (const { raw } of arriving.splice(0, count)) {
        mailboxes.append("support", raw)
        arrivedBytes += raw.length
      }
    }
    arrive(Math.ceil(mails / 5))

    const exactKills: Record<string, number> = {}
    const plan = [
      ...Array.from({ length: exact }, () => EXACT_POINTS).flat(),
      ...Array.from({ length: kills }, () => null),
    ]
    let killsAtWork = 0

    for (const point of plan) {
      // A mail passes to the database about twice: as it came, and as what was read in it.
      const waiting =
        arrivedBytes - (await databases.onDatabase(databaseUrl, settledBytes))
      const process = startIngest({ ...settings, forever: true })
      const mark = new Promise<void>((resolve) => {
        if (!point) {
          void process.polling.then(() =>
            proxy.afterBytes(chance.between(0, waiting * 2), () => {
              killsAtWork++
              resolve()
            })
          )
          return
        }
        const { what, at, sign } = point
        const wire = at === "imap" ? imapProxy : proxy

        wire.when(sign, async () => {
          killsAtWork++
          exactKills[what] = (exactKills[what] ?? 0) + 1
          process.kill()
          await process.exited
          resolve()
          return "cut"
        })
      })
      // The mark of a random kill may lie behind the end of the work.
      await Promise.race([mark, process.idle.catch(() => undefined)])
      process.kill()
      await process.exited
      arrive(Math.ceil((mails * 4) / 5 / plan.length))
      await databases.onDatabase(databaseUrl, expireLeases)
    }
    arrive(arriving.length)
    await startIngest(settings).finished()
    await sweep({ databaseUrl, fileFolder, options })

    return await databases.onDatabase(databaseUrl, async (database) => ({
      sent: sent.map(({ token }) => token),
      senders: [...new Set(sent.map(({ from }) => from))],
      expected,
      killsAtWork,
      exactKills,
      ...(await found(database)),
      files: filesIn(fileFolder),
    }))
  } finally {
    await proxy.stop()
    await imapProxy.stop()
    await mailboxes.stop()
    await databases.dropDatabase("kill_ingest")
    fs.rmSync(fileFolder, { recursive: true, force: true })
  }
}

async function prepare(
  boot: Parameters<typeof bootModules>[0],
  imap: Parameters<typeof aDesk>[1]["imap"]
): Promise<string> {
  await migrateModules(boot)
  const { container, shutdown } = await bootModules(boot)
  try {
    const { accountId } = await aDesk(container, {
      imap,
      account: {
        auto_reply_subject: "We got it",
        auto_reply_body: "An answer will follow.",
      },
    })
    return accountId
  } finally {
    await shutdown()
  }
}

/** As if the day had passed after which abandoned uploads are deleted. */
async function sweep(boot: Parameters<typeof bootModules>[0]) {
  const { container, shutdown } = await bootModules(boot)
  try {
    await sweepUploadsWorkflow(container).run({ input: { hours: 0 } })
  } finally {
    await shutdown()
  }
}

/** As if the time a dead instance is waited for had passed. */
const expireLeases = (database: Client) =>
  database.query(
    "update crm_mail_lease set expires_at = clock_timestamp() - interval '1 second'"
  )

async function settledBytes(database: Client): Promise<number> {
  const { rows } = await database.query(
    "select coalesce(sum(size), 0)::int as bytes from crm_inbound_mail where state <> 'stored'"
  )
  return rows[0].bytes
}

async function found(database: Client) {
  const rows = async (statement: string) => (await database.query(statement)).rows
  const [{ tickets }] = await rows("select count(*)::int as tickets from crm_ticket")

  return {
    tickets,
    messages: await rows(
      "select mail_message_id, body_text, ticket_id from crm_ticket_message where kind = 'customer'"
    ),
    ledger: await rows(
      "select state, reason, count(*)::int as count from crm_inbound_mail group by state, reason"
    ),
    attachments: await rows("select file_id, size from crm_attachment"),
    autoReplies: await rows(
      `select "to"->>0 as address, count(*)::int as count
       from crm_ticket_message where kind = 'system' group by 1`
    ),
  }
}

function filesIn(folder: string): Map<string, number> {
  return new Map(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name)
        return [path.relative(folder, file), fs.statSync(file).size]
      })
  )
}
