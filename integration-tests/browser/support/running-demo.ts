import { spawn, type ChildProcess } from "node:child_process"
import fs from "node:fs"
import path from "node:path"

type Mailbox = { host: string; port: number; user: string; password: string }

/** What `.demo/demo.json` says. */
export type Demo = {
  admin_url: string
  api_url: string
  admin: { email: string; password: string }
  shoppers: { email: string; password: string; imap: Mailbox }[]
  smtp: { host: string; port: number }
  departments: { name: string; address: string }[]
}

const FILE = path.resolve(".demo", "demo.json")
const LIMIT_MS = 20 * 60_000

/** The demo as a person starts it; one that runs already is used as it is, and left running. */
export async function startDemo(): Promise<Demo & { stop(): Promise<void> }> {
  if (fs.existsSync(FILE)) {
    return { ...readDemo(), stop: async () => undefined }
  }
  const said: string[] = []
  const child = spawn("npm", ["run", "demo"], {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => said.push(String(chunk)))
  }
  const deadline = Date.now() + LIMIT_MS

  while (!fs.existsSync(FILE)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop(child)
      throw new Error(`The demo did not come up:\n${said.join("")}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return { ...readDemo(), stop: () => stop(child) }
}

const readDemo = (): Demo => JSON.parse(fs.readFileSync(FILE, "utf8"))

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) {
    return Promise.resolve()
  }
  const { pid } = child

  return new Promise((resolve) => {
    child.once("exit", () => resolve())
    process.kill(-pid, "SIGTERM")
  })
}
