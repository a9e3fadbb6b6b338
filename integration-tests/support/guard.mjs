/** `node guard.mjs <grace seconds> <command> [arguments]`: see guarded-child.mjs. */
import { spawn } from "node:child_process"

const [graceSeconds, command, ...args] = process.argv.slice(2)
// A group of its own, so that the grandchildren end with the child.
const child = spawn(command, args, {
  stdio: ["ignore", "inherit", "inherit"],
  detached: true,
})

child.once("error", (error) => {
  console.error(error.message)
  process.exit(127)
})
child.once("exit", (code) => {
  killGroup("SIGKILL")
  process.exit(code ?? 1)
})

process.stdin.resume()
process.stdin.once("close", end)
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end)

function end() {
  killGroup("SIGTERM")
  setTimeout(() => killGroup("SIGKILL"), Number(graceSeconds) * 1000)
}

function killGroup(signal) {
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if (error.code !== "ESRCH") throw error
  }
}
