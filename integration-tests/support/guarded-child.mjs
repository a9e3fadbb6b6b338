/**
 * Starts processes that cannot outlive this one, however this one ends: a small guard between the
 * two waits on a pipe, which the kernel closes even after SIGKILL.
 */
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

const GUARD = fileURLToPath(new URL("./guard.mjs", import.meta.url))

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output?: "ignore" | number, graceSeconds?: number }} [options]
 *   `output` is a file descriptor. Never a pipe: a daemon that inherits one keeps its reader waiting
 * @returns {{ exited: Promise<number>, stop: () => Promise<void> }}
 */
export function spawnGuarded(command, args, options = {}) {
  const { output = "ignore", graceSeconds = 10, ...rest } = options
  const guard = spawn(
    process.execPath,
    [GUARD, String(graceSeconds), command, ...args],
    // Detached: a test that is killed as a group must not take its guard along.
    { ...rest, detached: true, stdio: ["pipe", output, output] }
  )
  const exited = new Promise((resolve, reject) => {
    guard.once("error", reject)
    guard.once("exit", (code) => resolve(code ?? 1))
  })
  guard.stdin.on("error", () => {})

  return {
    exited,
    stop: async () => {
      guard.stdin.end()
      await exited
    },
  }
}
