/** Mails per second from the IMAP server to committed tickets, against the floor. */
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { compile } from "../support/compile.mjs"
import { createDatabase } from "../support/databases.mjs"
import { startMailboxes } from "../support/imap.mjs"
import { mailStream } from "../support/mail-generator.mjs"
import { median } from "./median.mjs"
import { startSide } from "./rounds.mjs"

const WARM_UP_MAILS = 300

/**
 * @param {{ mails: number, rounds: number, log: (line: string) => void }} options
 * @returns {Promise<{
 *   ours_per_s: number, floor_per_s: number, ratio: number, rss_growth_mb: number
 *   lag_p99_ms: number, samples: { mails: number, per_s: number, rss_mb: number }[]
 * }>} `samples`: each 10,000 mails of our last round
 */
export async function benchIngest({ mails, rounds, log }) {
  const build = await compile()
  const users = Array.from({ length: rounds }, (_, round) => [
    `ours${round}`,
    `floor${round}`,
  ]).flat()
  const mailboxes = await startMailboxes({ users: ["warm-ours", "warm-floor", ...users] })
  const files = fs.mkdtempSync(path.join(os.tmpdir(), "crm-bench-"))
  const sides = {}

  try {
    log(
      `Filling ${users.length} mailboxes of ${mailboxes.server} with ${mails} mails each ...`
    )
    const warmUp = fill(mailboxes, ["warm-ours", "warm-floor"], {
      count: WARM_UP_MAILS,
      seed: 2,
    })
    const expected = fill(mailboxes, users, { count: mails, seed: 1 })

    sides.ours = await startSide(script("./ingest-ours.mjs"), {
      build,
      boot: {
        databaseUrl: await createDatabase("bench_ingest"),
        fileFolder: files,
        options: {
          encryptionKey: randomBytes(32).toString("base64"),
          allowedMailHosts: ["127.0.0.1"],
        },
      },
    })
    sides.floor = await startSide(script("./ingest-floor.mjs"), {
      databaseUrl: await createDatabase("bench_floor"),
    })
    log("Warming up ...")
    await round(sides.ours, mailboxes, "warm-ours", warmUp)
    await round(sides.floor, mailboxes, "warm-floor", floorOf(warmUp))

    const measured = { ours: [], floor: [] }
    for (let index = 0; index < rounds; index++) {
      for (const [name, wanted] of [
        ["ours", expected],
        ["floor", floorOf(expected)],
      ]) {
        const result = await round(sides[name], mailboxes, `${name}${index}`, wanted)
        measured[name].push(result)
        log(
          `  round ${index + 1}, ${name}: ${result.perSecond.toFixed(0)} mails/s, ${result.rssMegabytes.toFixed(0)} MB resident, ` +
            `event loop late by ${result.lagP99.toFixed(0)} ms at p99`
        )
        for (const { mails, per_s, rss_mb } of result.samples) {
          log(
            `    at ${mails} mails: ${per_s.toFixed(0)} mails/s, ${rss_mb.toFixed(0)} MB`
          )
        }
      }
    }
    return summary(measured)
  } finally {
    for (const side of Object.values(sides)) side.stop()
    await mailboxes.stop()
    fs.rmSync(files, { recursive: true, force: true })
  }
}

const script = (file) => fileURLToPath(new URL(file, import.meta.url))

/** The same mails into every mailbox. @returns what must come of them */
function fill(mailboxes, users, options) {
  const [first, ...others] = users
  const toFill = mailboxes.copy ? [first] : users
  const threads = new Set()
  let attachments = 0

  for (const mail of mailStream({ ...options, to: "support@shop.test" })) {
    for (const user of toFill) mailboxes.append(user, mail.raw)
    threads.add(mail.thread)
    attachments += mail.attachments
  }
  if (mailboxes.copy) for (const user of others) mailboxes.copy(first, user)
  return { tickets: threads.size, messages: options.count, attachments }
}

const floorOf = ({ messages, attachments }) => ({ messages, attachments })

async function round(side, mailboxes, user, expected) {
  await side.order("clear")
  // The server's own bookkeeping of new mail is nobody's work.
  await mailboxes.count(user)
  const { result, ms, rssMegabytes, lagP99 } = await side.order(
    "run",
    mailboxes.login(user)
  )
  const { result: found } = await side.order("count")

  for (const key of Object.keys(expected)) {
    if (found[key] !== expected[key]) {
      throw new Error(
        `${user}: ${expected[key]} ${key} were expected and ${found[key]} are there. Found: ${JSON.stringify(found)}`
      )
    }
  }
  return {
    perSecond: (expected.messages / ms) * 1000,
    rssMegabytes,
    lagP99,
    samples: ratesOf(result ?? []),
  }
}

/** Mails per second since the sample before, not since the beginning: whether it stays as fast. */
const ratesOf = (samples) =>
  samples.map(({ mails, ms, rssMegabytes }, index) => {
    const before = samples[index - 1] ?? { mails: 0, ms: 0 }
    return {
      mails,
      per_s: ((mails - before.mails) / (ms - before.ms)) * 1000,
      rss_mb: rssMegabytes,
    }
  })

function summary({ ours, floor }) {
  const ours_per_s = median(ours.map(({ perSecond }) => perSecond))
  const floor_per_s = median(floor.map(({ perSecond }) => perSecond))
  const samples = ours[ours.length - 1].samples
  const [first, last] = samples.length > 1 ? [samples[0], samples.at(-1)] : []
  return {
    ours_per_s,
    floor_per_s,
    ratio: ours_per_s / floor_per_s,
    // Within a round from 10,000 mails to the end; where it has fewer, from the first round to the last.
    rss_growth_mb: first
      ? last.rss_mb - first.rss_mb
      : ours[ours.length - 1].rssMegabytes - ours[0].rssMegabytes,
    lag_p99_ms: median(ours.map(({ lagP99 }) => lagP99)),
    samples,
  }
}
