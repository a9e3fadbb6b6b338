import { spawn } from "node:child_process"
import path from "node:path"
import type { bootModules } from "./boot-modules"

type Settings = {
  build: string
  accountId: string
  boot: Parameters<typeof bootModules>[0]
  forever?: boolean
  once?: boolean
  /** Sends what is due instead of polling. */
  sends?: boolean
}

type Surroundings = {
  /** How far its clock is ahead of the others'. */
  clockShiftMs?: number
}

export type IngestProcess = ReturnType<typeof startIngest>

/** Starts an ingest worker. */
export function startIngest(settings: Settings, { clockShiftMs = 0 }: Surroundings = {}) {
  const child = spawn(
    process.execPath,
    [
      ...(clockShiftMs ? ["--require", path.join(__dirname, "shift-clock.cjs")] : []),
      path.join(__dirname, "ingest-worker.mjs"),
      JSON.stringify(settings),
    ],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        CLOCK_SHIFT_MS: String(clockShiftMs),
      },
    }
  )
  const said: string[] = []
  child.stderr.on("data", (chunk) => said.push(String(chunk)))

  const hears = (word: string) =>
    new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (chunk) => String(chunk).includes(word) && resolve())
      child.once("exit", (code) =>
        reject(new Error(`Ingest ended with ${code}:\n${said.join("")}`))
      )
    })
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve))
  const polling = hears("polling")
  const idle = hears("idle")
  polling.catch(() => undefined)
  idle.catch(() => undefined)

  return {
    /** Loaded and about to look into the mailbox. */
    polling,
    /** Everything is read. */
    idle,
    exited,
    said: () => said.join(""),
    kill: () => child.kill("SIGKILL"),
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    /** @throws what it said, when it did not end well */
    finished: async () => {
      if ((await exited) !== 0) throw new Error(`Ingest failed:\n${said.join("")}`)
    },
  }
}
