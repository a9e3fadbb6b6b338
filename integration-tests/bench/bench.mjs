/**
 * Measures our path and the floor under it in one run, and prints how far apart they are.
 *
 *   npm run bench                                   everything
 *   npm run bench -- ingest --mails 1000            one of the two, smaller
 *   npm run bench -- ingest --mails 100000 --rounds 1   how steady, and how memory grows
 *   npm run bench -- list --tickets 20000            the list and the page of a ticket
 *   npm run bench -- --check                         only whether both sides answer the same
 */
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { startTestDatabase } from "../support/test-database.mjs"
import { benchIngest } from "./ingest.mjs"
import { benchScreens } from "./screens.mjs"

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")
const log = (line) => console.log(line)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mails: { type: "string", default: "3000" },
    rounds: { type: "string", default: "3" },
    tickets: { type: "string", default: "100000" },
    requests: { type: "string", default: "100" },
    check: { type: "boolean", default: false },
  },
})
if (values.check) {
  Object.assign(values, { mails: "200", rounds: "1", tickets: "2000", requests: "1" })
}
const wanted = (name) => !positionals.length || positionals.includes(name)

process.chdir(projectRoot)
process.env.LOG_LEVEL ??= "error"
// As a shop's: every commit is on the disk before the next step, for both sides.
const database = await startTestDatabase({ name: "bench", durable: true })
Object.assign(process.env, database.env)
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    await database.stop()
    process.exit(130)
  })
}

try {
  const report = {
    at: new Date().toISOString(),
    tickets: 0,
    mails: 0,
    paths: {},
    ingest: null,
  }

  if (wanted("ingest")) {
    report.mails = Number(values.mails)
    report.ingest = await benchIngest({
      mails: report.mails,
      rounds: Number(values.rounds),
      log,
    })
  }
  if (wanted("list")) {
    report.tickets = Number(values.tickets)
    report.paths = await benchScreens({
      tickets: report.tickets,
      requests: Number(values.requests),
      log,
    })
  }
  if (values.check) log("Both sides answer the same.")
  else {
    save(report)
    print(report)
  }
} finally {
  await database.stop()
}
process.exit()

function save(report) {
  fs.mkdirSync(".bench", { recursive: true })
  fs.writeFileSync(".bench/latest.json", `${JSON.stringify(report, rounded, 2)}\n`)
}

function rounded(_key, value) {
  return typeof value === "number" ? Math.round(value * 1000) / 1000 : value
}

function print({ tickets, mails, paths, ingest }) {
  if (ingest) {
    log(
      `\nIngest of ${mails} mails: ${ingest.ours_per_s.toFixed(0)} mails/s, floor ${ingest.floor_per_s.toFixed(0)} mails/s, ` +
        `ratio ${ingest.ratio.toFixed(2)} (higher is better); memory grew by ${ingest.rss_growth_mb.toFixed(0)} MB; ` +
        `the event loop was late by ${ingest.lag_p99_ms.toFixed(0)} ms at p99`
    )
  }
  if (Object.keys(paths).length) {
    log(`\nScreens at ${tickets} tickets, p50 in ms (lower ratio is better)`)
  }
  for (const [name, { ours_p50_ms, floor_p50_ms, ratio }] of Object.entries(paths)) {
    log(
      `  ${name.padEnd(36)} ours ${ours_p50_ms.toFixed(1).padStart(7)}  floor ${floor_p50_ms.toFixed(1).padStart(7)}  ratio ${ratio.toFixed(2)}`
    )
  }
}
