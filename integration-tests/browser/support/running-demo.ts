import fs from "node:fs"
import path from "node:path"

type Mailbox = { host: string; port: number; user: string; password: string }

/** What `.demo/demo.json` says. */
export type Demo = {
  admin_url: string
  api_url: string
  storefront_url: string
  mailboxes_url: string
  publishable_key: string
  admin: { email: string; password: string }
  shoppers: { email: string; password: string; imap: Mailbox }[]
  smtp: { host: string; port: number }
  /** Left out where DATABASE_URL names it. */
  database_url?: string
  departments: { name: string; address: string }[]
  google_mailbox: string
}

const FILE = path.resolve(".demo", "demo.json")
const LIMIT_MS = 20 * 60_000

/** The demo as a person starts it; one that runs already is used as it is, and left running. */
export async function startDemo(): Promise<Demo & { stop(): Promise<void> }> {
  if (fs.existsSync(FILE)) {
    return { ...readDemo(), stop: async () => undefined }
  }
  const { spawnGuarded } = await import("../../support/guarded-child.mjs")
  const log = path.resolve(".test", "demo.log")
  fs.mkdirSync(path.dirname(log), { recursive: true })
  const demo = spawnGuarded("npm", ["run", "demo"], {
    output: fs.openSync(log, "w"),
    // It stops a shop, a database and mail servers.
    graceSeconds: 60,
  })
  let ended = false
  demo.exited.then(() => (ended = true))
  const deadline = Date.now() + LIMIT_MS

  while (!fs.existsSync(FILE)) {
    if (ended || Date.now() > deadline) {
      await demo.stop()
      throw new Error(`The demo did not come up:\n${fs.readFileSync(log, "utf8")}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return { ...readDemo(), stop: demo.stop }
}

const readDemo = (): Demo => JSON.parse(fs.readFileSync(FILE, "utf8"))
