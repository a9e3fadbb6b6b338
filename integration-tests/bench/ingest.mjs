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
 * @returns {Promise<{ ours_per_s: number, floor_per_s: number, ratio: number, rss_growth_mb: number }>}
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
          `  round ${index + 1}, ${name}: ${result.perSecond.toFixed(0)} mails/s, ${result.rssMegabytes.toFixed(0)} MB resident`
        )
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
  const threads = new Set()
  let attachments = 0

  for (const mail of mailStream({ ...options, to: "support@shop.test" })) {
    for (const user of users) mailboxes.append(user, mail.raw)
    threads.add(mail.thread)
    attachments += mail.attachments
  }
  return { tickets: threads.size, messages: options.count, attachments }
}

const floorOf = ({ messages, attachments }) => ({ messages, attachments })

async function round(side, mailboxes, user, expected) {
  await side.order("clear")
  // The server's own bookkeeping of new mail is nobody's work.
  await mailboxes.count(user)
  const { ms, rssMegabytes } = await side.order("run", mailboxes.login(user))
  const { result: found } = await side.order("count")

  for (const key of Object.keys(expected)) {
    if (found[key] !== expected[key]) {
      throw new Error(
        `${user}: ${expected[key]} ${key} were expected and ${found[key]} are there. Found: ${JSON.stringify(found)}`
      )
    }
  }
  return { perSecond: (expected.messages / ms) * 1000, rssMegabytes }
}

function summary({ ours, floor }) {
  const ours_per_s = median(ours.map(({ perSecond }) => perSecond))
  const floor_per_s = median(floor.map(({ perSecond }) => perSecond))
  return {
    ours_per_s,
    floor_per_s,
    ratio: ours_per_s / floor_per_s,
    // From the first full round on: what a process keeps, not what it needs to start.
    rss_growth_mb: ours[ours.length - 1].rssMegabytes - ours[0].rssMegabytes,
  }
}
