/** Ends a demo as a whole: whatever was started is stopped, in reverse order, exactly once. */

import fs from "node:fs"

/** @type {(() => unknown)[]} */
const stoppers = []
let stopping

/** @param {() => unknown} stop */
export function onStop(stop) {
  if (stopping) throw new Error("The demo is stopping")
  stoppers.push(stop)
}

export function stopAll() {
  stopping ??= (async () => {
    for (const stop of stoppers.reverse()) {
      try {
        await stop()
      } catch (error) {
        console.error(`While stopping: ${error.message}`)
      }
    }
  })()
  return stopping
}

export const isStopping = () => Boolean(stopping)

/**
 * Ctrl-C and SIGTERM end the demo; a second one does not wait any longer. A closed stdin does not:
 * scripts start it that way.
 */
export function stopOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, async () => {
      if (stopping) process.exit(1)
      console.log("\nStopping the demo ...")
      await stopAll()
      console.log("Stopped. The data is kept; `npm run demo` continues with it.")
      process.exit(0)
    })
  }
  stopWithNpm()
}

/**
 * npm stands two steps above, behind its shell, which does not pass on a signal; nobody passes on a
 * SIGKILL. A demo that nobody holds any more ends.
 */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== "demo") return
  const held = holders()
  setInterval(() => {
    if (holders() !== held && !stopping) process.kill(process.pid, "SIGTERM")
  }, 1000).unref()
}

function holders() {
  const shell = process.ppid
  try {
    // The fields after the command, which may contain anything but ends with the last bracket.
    const [, npm] = fs
      .readFileSync(`/proc/${shell}/stat`, "utf8")
      .replace(/^.*\)\s/s, "")
      .split(" ")
    return `${shell} ${npm}`
  } catch {
    return String(shell)
  }
}
