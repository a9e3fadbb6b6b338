import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { setTimeout } from "node:timers/promises"
import type { Client } from "pg"
import { bootModules, migrateModules } from "./boot-modules"
import { aDesk } from "./desk"
import { startIngest } from "./ingest-process"

/**
 * F4: ingests mails with one process while its database is ended at once again and again
 * (`pg_ctl -m immediate`), at points of the work that chance picks, and started again. The database is
 * a cluster of its own, and durable: what it confirmed must be there.
 */
export async function crashDatabase({
  mails,
  crashes,
  seed,
  outageMs = 0,
}: {
  mails: number
  crashes: number
  seed: number
  /** How long the database stays away after the first crash. */
  outageMs?: number
}) {
  const [
    { compile },
    { onDatabase },
    { startMailboxes },
    generator,
    proxies,
    pg,
    chances,
  ] = await Promise.all([
    import("./compile.mjs"),
    import("./databases.mjs"),
    import("./imap.mjs"),
    import("./mail-generator.mjs"),
    import("./fault-proxy.mjs"),
    import("./postgres.mjs"),
    import("./random.mjs"),
  ])
  const build = await compile()
  const name = `crash-${process.pid}`
  let postgres = await pg.startPostgres({ name, durable: true })
  const { port } = postgres
  await onDatabase(postgres.url, (database: Client) =>
    database.query("create database crash_ingest")
  )
  const databaseUrl = pg.databaseUrl(port, "crash_ingest")
  const fileFolder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-crash-"))
  const boot = {
    databaseUrl,
    fileFolder,
    options: {
      encryptionKey: randomBytes(32).toString("base64"),
      allowedMailHosts: ["127.0.0.1"],
    },
  }
  const mailboxes = await startMailboxes({ users: ["support"] })
  const proxy = await proxies.startFaultProxy({ host: "localhost", port })
  const chance = chances.random(seed)
  const { mails: sent, expected } = generator.generateMails({
    count: mails,
    to: "support@shop.test",
    seed,
    sizes: "small",
  })

  try {
    await migrateModules(boot)
    const { container, shutdown } = await bootModules(boot)
    const { accountId } = await aDesk(container, { imap: mailboxes.login("support") })
    await shutdown()
    const throughProxy = pg.databaseUrl(proxy.port, "crash_ingest")
    const ingest = startIngest({
      build,
      accountId,
      boot: { ...boot, databaseUrl: throughProxy },
      forever: true,
    })
    await ingest.polling

    const arriving = [...sent]
    const share = Math.ceil(mails / (crashes + 1))
    for (let crash = 0; crash < crashes; crash++) {
      const some = arriving.splice(0, share)
      const bytes = some.reduce((sum, { raw }) => sum + raw.length, 0)
      const mark = new Promise<void>((resolve) =>
        proxy.afterBytes(chance.between(0, bytes), resolve)
      )
      for (const { raw } of some) mailboxes.append("support", raw)
      await mark
      await postgres.crash()
      if (crash === 0) await setTimeout(outageMs)
      postgres = await pg.startPostgres({
        name,
        persistent: true,
        durable: true,
        wishedPort: port,
      })
    }
    for (const { raw } of arriving) mailboxes.append("support", raw)
    const settled = () =>
      onDatabase(databaseUrl, async (database: Client) => {
        const { rows } = await database.query(
          `select count(*)::int as mails from crm_inbound_mail where state <> 'stored'`
        )
        return rows[0].mails === mails
      })
    const { until } = await import("./until.mjs")
    await until(settled, { what: "all mails to be settled", limitMs: 300_000 })
    ingest.signal("SIGTERM")
    const exitCode = await ingest.exited

    return await onDatabase(databaseUrl, async (database: Client) => ({
      expected,
      exitCode,
      found: (
        await database.query(
          `select (select count(*)::int from crm_ticket) as tickets,
                  (select count(*)::int from crm_ticket_message) as messages,
                  (select count(distinct mail_message_id)::int from crm_ticket_message) as mails,
                  (select count(*)::int from crm_attachment where message_id is not null) as attachments`
        )
      ).rows[0],
      ledger: (
        await database.query(
          `select state, reason, count(*)::int from crm_inbound_mail group by 1, 2`
        )
      ).rows,
      account: (await database.query(`select state, last_error from crm_mail_account`))
        .rows[0],
    }))
  } finally {
    await proxy.stop()
    await mailboxes.stop()
    await postgres.stop()
    fs.rmSync(fileFolder, { recursive: true, force: true })
  }
}
