import { execFileSync } from "node:child_process"
import fs from "node:fs"
import { onStop } from "./lifetime.mjs"
import { inDemo } from "./paths.mjs"
import { DemoError } from "./progress.mjs"

const lock = inDemo("lock")

/** Two demos would share one database and one set of mailboxes. A killed one does not count. */
export function beTheOnlyOne() {
  for (let tries = 0; tries < 3; tries++) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: "wx" })
      onStop(() => fs.rmSync(lock, { force: true }))
      fs.rmSync(inDemo("demo.json"), { force: true })
      return
    } catch (error) {
      if (error.code !== "EEXIST") throw error
    }
    const pid = Number(fs.readFileSync(lock, "utf8"))
    if (isDemo(pid)) throw new DemoError(alreadyRunning(pid))
    fs.rmSync(lock, { force: true })
  }
  throw new DemoError(`The lock ${lock} cannot be taken. Remove it if no demo is running`)
}

function alreadyRunning(pid) {
  const running = `A demo is already running in this checkout (process ${pid})`
  try {
    const { admin_url } = JSON.parse(fs.readFileSync(inDemo("demo.json"), "utf8"))
    return `${running}: ${admin_url}\nStop it with Ctrl-C, or: kill ${pid}`
  } catch {
    return `${running} and still starting or stopping.\nStop it with Ctrl-C, or: kill ${pid}`
  }
}

/** The process number may have been given to another program since. */
function isDemo(pid) {
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === "EPERM"
  }
  return commandOf(pid).includes("demo.mjs")
}

function commandOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8")
  } catch {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" })
  }
}
