import { spawn } from "node:child_process"
import os from "node:os"
import path from "node:path"
import type { Client } from "pg"
import { migrateModules } from "../support/boot-modules"

const OPTIONS = { encryptionKey: Buffer.alloc(32, 1).toString("base64") }

/** F15. */
describe("a migration that was killed", () => {
  let build: string
  let whole: object

  const databases = () => import("../support/databases.mjs")
  const bootOf = (databaseUrl: string) => ({
    databaseUrl,
    fileFolder: os.tmpdir(),
    options: OPTIONS,
  })

  beforeAll(async () => {
    const { compile } = await import("../support/compile.mjs")
    const { createDatabase } = await databases()
    build = await compile(path.resolve(".test", "build-migrations"))
    const databaseUrl = await createDatabase("migration_whole")
    await migrateModules(bootOf(databaseUrl))
    whole = await schemaOf(databaseUrl)
  }, 120_000)
  afterAll(async () => {
    const { dropDatabase } = await databases()
    await dropDatabase("migration_whole")
    await dropDatabase("migration_killed")
  })

  it.each([
    ["in the middle of the ledger's tables", "IDX_crm_inbound_mail_state_id"],
    ["between the tables and what models cannot say", '"crm_inbound_source"'],
    ["in the middle of the help desk's tables", '"crm_ticket_participant"'],
    ["before the statuses of a new desk were written", "crmstat_open"],
  ])(
    "%s, run again, leaves the database as if it had not been",
    async (_where, sees) => {
      const { createDatabase } = await databases()
      const { startFaultProxy } = await import("../support/fault-proxy.mjs")
      const databaseUrl = await createDatabase("migration_killed")
      const url = new URL(databaseUrl)
      const proxy = await startFaultProxy({ host: url.hostname, port: Number(url.port) })
      url.hostname = "localhost"
      url.port = String(proxy.port)

      const migrating = spawn(
        process.execPath,
        [
          path.resolve("integration-tests/support/migrate-worker.mjs"),
          JSON.stringify({ build, boot: bootOf(url.href) }),
        ],
        { stdio: "ignore", env: { ...process.env, NODE_OPTIONS: "" } }
      )
      const exited = new Promise<NodeJS.Signals | null>((resolve) =>
        migrating.once("exit", (_code, signal) => resolve(signal))
      )
      proxy.when({ from: "client", sees }, async () => {
        migrating.kill("SIGKILL")
        await exited
        return "cut"
      })
      expect(await exited).toBe("SIGKILL")
      await proxy.stop()

      await migrateModules(bootOf(databaseUrl))
      expect(await schemaOf(databaseUrl)).toEqual(whole)
      // And once more: there is nothing left to do.
      await migrateModules(bootOf(databaseUrl))
      expect(await schemaOf(databaseUrl)).toEqual(whole)
    },
    120_000
  )

  async function schemaOf(databaseUrl: string) {
    const { onDatabase } = await databases()

    return onDatabase(databaseUrl, async (database: Client) => {
      const rows = async (statement: string) => (await database.query(statement)).rows

      return {
        columns: await rows(
          `select table_name, column_name, data_type, is_nullable, column_default
           from information_schema.columns
           where table_schema = 'public' and table_name like 'crm\\_%' order by 1, 2`
        ),
        indexes: await rows(
          `select indexdef from pg_indexes
           where schemaname = 'public' and tablename like 'crm\\_%' order by 1`
        ),
        constraints: await rows(
          `select conrelid::regclass::text as on, pg_get_constraintdef(oid) as says
           from pg_constraint where conrelid::regclass::text like 'crm\\_%' order by 1, 2`
        ),
        statuses: await rows(
          `select id, position from crm_ticket_status order by position`
        ),
        numbers: await rows(
          `select start_value::text from pg_sequences where sequencename = 'crm_ticket_number_seq'`
        ),
      }
    })
  }
})
