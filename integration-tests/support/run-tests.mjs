/**
 * Runs every test there is against one database, and says at the end what passed, what failed and
 * what could not run. `npm test -- unit http` runs some of the levels, `npm test -- http --only tickets`
 * those of its files whose path has the word.
 */
import { randomBytes } from "node:crypto"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { runLevel } from "./run-level.mjs"
import { testLevels } from "./test-levels.mjs"
import { startTestDatabase } from "./test-database.mjs"

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")
const strict = ["1", "true"].includes(process.env.CI ?? "")
const interruption = new AbortController()

process.chdir(projectRoot)
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => interruption.abort(signal))
}
// A reader that left (`npm test | head`) must not leave a database behind.
process.stdout.on("error", () => interruption.abort("SIGHUP"))

const { values: options, positionals } = parseArgs({
  options: { only: { type: "string" } },
  allowPositionals: true,
})
const levels = chosenLevels(positionals)
const database = await startTestDatabase()
const results = []

try {
  for (const level of levels) {
    if (interruption.signal.aborted) break
    results.push(await result(level))
  }
} finally {
  await database.stop()
}
process.exitCode = report(results)

function chosenLevels(names) {
  const all = testLevels()
  const unknown = names.filter((name) => !all.some((level) => level.name === name))

  if (unknown.length) {
    console.error(
      `No such level: ${unknown.join(", ")}. There are: ${all.map(({ name }) => name).join(", ")}`
    )
    process.exit(2)
  }
  return names.length
    ? all.filter(({ name }) => names.includes(name))
    : all.filter(({ onRequest }) => !onRequest)
}

async function result(level) {
  const notRun = level.missing?.()

  if (notRun) {
    return { level, notRun, seconds: 0, passed: 0, failed: 0, skipped: 0 }
  }
  console.log(`\n=== ${level.name}`)
  const started = Date.now()
  const counts = await runLevel(level, {
    signal: interruption.signal,
    only: options.only,
    env: {
      // The levels bring their own databases; a shop's must never be one of them.
      DATABASE_URL: undefined,
      ...database.env,
      CRM_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
      MEDUSA_DISABLE_TELEMETRY: "true",
      LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    },
  })
  return {
    level,
    notRun: level.partlyMissing?.() ?? null,
    seconds: (Date.now() - started) / 1000,
    ...counts,
  }
}

/** @returns {number} the exit code */
function report(rows) {
  const width = Math.max(...levels.map(({ name }) => name.length))
  const total = { passed: 0, failed: 0, skipped: 0 }

  console.log("\n=== summary")
  for (const row of rows) {
    const counted = { passed: row.passed, failed: row.failed, skipped: row.skipped }
    if (row.notRun) counted[strict && !row.level.optional ? "failed" : "skipped"]++
    for (const key of Object.keys(total)) total[key] += counted[key]

    const outcome =
      row.notRun && !row.seconds ? "not run" : counted.failed ? "FAILED" : "passed"
    console.log(
      `${row.level.name.padEnd(width)}  ${outcome.padEnd(7)}  ${row.seconds.toFixed(1).padStart(6)} s  ${sentence(counted)}`
    )
  }
  for (const { notRun } of rows) if (notRun) console.log(`NOT RUN ${notRun}`)

  const interrupted = interruption.signal.aborted
  if (interrupted) {
    console.log(
      `Interrupted (${interruption.signal.reason}): ${levels.length - rows.length} levels were not started`
    )
  }
  console.log(`\n${sentence(total)}`)
  return interrupted ? 130 : total.failed || !total.passed ? 1 : 0
}

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`
}
