import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"

const GRACE_MS = 5_000

/**
 * Runs one level as a process group of its own, so that whatever a test leaves behind (a server, a
 * browser) ends with it.
 *
 * @param {import("./test-levels.mjs").Level} level
 * @param {{ env: Record<string, string | undefined>, signal: AbortSignal, only?: string }} options
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runLevel(level, options) {
  const sum = { passed: 0, failed: 0, skipped: 0 }

  for (const shard of shardsOf(level, options)) {
    if (options.signal.aborted) break
    const counts = await runOnce(level, { ...options, shard })
    for (const key of Object.keys(sum)) sum[key] += counts[key] ?? 0
  }
  return sum
}

/** Files that are named are few enough for one process. */
const shardsOf = ({ shards = 1 }, { only }) =>
  only || shards === 1
    ? [[]]
    : Array.from({ length: shards }, (_, index) => [`--shard=${index + 1}/${shards}`])

async function runOnce(level, { env, signal, only, shard }) {
  const report = path.resolve(".test", `${level.name}.json`)
  fs.mkdirSync(path.dirname(report), { recursive: true })
  fs.rmSync(report, { force: true })
  // What the servers under test say is of interest only after a failure.
  const log = level.jest && fs.openSync(path.resolve(".test", `${level.name}.log`), "w")

  const child = spawn(
    process.execPath,
    level.jest
      ? [
          ...level.command,
          "--json",
          `--outputFile=${report}`,
          ...shard,
          ...(only ? [only] : []),
        ]
      : level.command,
    {
      stdio: ["ignore", log || "inherit", "inherit"],
      detached: true,
      env: {
        ...process.env,
        ...env,
        ...(level.jest && {
          TEST_TYPE: level.name,
          NODE_OPTIONS:
            `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules --no-warnings`.trim(),
        }),
      },
    }
  )
  const interrupt = () => killGroup(child.pid, "SIGTERM")
  signal.addEventListener("abort", interrupt)
  const exitCode = await ending(child, signal)
  signal.removeEventListener("abort", interrupt)
  killGroup(child.pid, "SIGKILL")
  if (log) fs.closeSync(log)

  return level.jest ? jestCounts(report, exitCode) : countOne(exitCode === 0)
}

function ending(child, signal) {
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => resolve(code ?? 1))
    signal.addEventListener(
      "abort",
      () => setTimeout(() => killGroup(child.pid, "SIGKILL"), GRACE_MS).unref(),
      { once: true }
    )
  })
}

function killGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== "ESRCH") throw error
  }
}

/** A file that could not even be loaded has no tests, and still failed. */
function jestCounts(report, exitCode) {
  if (!fs.existsSync(report)) return countOne(false)

  const {
    numPassedTests: passed,
    numFailedTests,
    numPendingTests,
    numTodoTests,
    numRuntimeErrorTestSuites,
  } = JSON.parse(fs.readFileSync(report, "utf8"))
  const failed = numFailedTests + numRuntimeErrorTestSuites

  return {
    passed,
    failed: failed || (exitCode === 0 ? 0 : 1),
    skipped: numPendingTests + numTodoTests,
  }
}

const countOne = (succeeded) => ({
  passed: succeeded ? 1 : 0,
  failed: succeeded ? 0 : 1,
  skipped: 0,
})
