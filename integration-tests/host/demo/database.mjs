import pg from "@medusajs/framework/pg"
import { databaseUrl, startPostgres } from "../../support/postgres.mjs"
import { onStop } from "./lifetime.mjs"
import { inDemo } from "./paths.mjs"
import { DemoError } from "./progress.mjs"

const NAME = "crm_desk_demo"

/**
 * The demo's database: an embedded PostgreSQL, or the one that DATABASE_URL names.
 * @param {{ fresh: boolean }} options
 */
export async function openDatabase({ fresh }) {
  const own = process.env.DATABASE_URL
  if (own) {
    await ensureExists(own)
    await assertOurs(own)
    if (fresh) await query(own, DROP_EVERYTHING)
  }
  const url = own ?? (await startEmbedded({ fresh }))
  await query(url, CREATE_STATE)
  const state = stateIn(url)

  return {
    id: await state.get("id"),
    url,
    state,
    query: (...args) => query(url, ...args),
  }
}

async function startEmbedded({ fresh }) {
  // Not persistent means: begin with nothing.
  if (fresh) await (await startPostgres({ name: "demo" })).stop()
  const log = inDemo("logs", "postgres.log")
  const postgres = await startPostgres({ name: "demo", persistent: true }).catch(
    (error) => {
      throw new DemoError(
        `${error.message}\n\nIf the data is damaged, start over with: npm run demo -- --fresh\nLogs: ${log}`
      )
    }
  )
  onStop(postgres.stop)
  const url = databaseUrl(postgres.port, NAME)
  await ensureExists(url)
  return url
}

async function ensureExists(url) {
  try {
    await query(url, "select 1")
  } catch (error) {
    if (error.code !== "3D000") {
      throw new DemoError(`The database cannot be reached: ${error.message}`)
    }
    const elsewhere = new URL(url)
    elsewhere.pathname = "/postgres"
    const name = decodeURIComponent(new URL(url).pathname.slice(1))
    await query(elsewhere.href, `create database "${name.replaceAll('"', '""')}"`)
  }
}

/** A shop that is not the demo's must not be filled with its orders, nor emptied. */
async function assertOurs(url) {
  const [{ tables, ours }] = await query(
    url,
    `select (select count(*)::int from information_schema.tables where table_schema = 'public') as tables,
            to_regclass('crm_demo.state') is not null as ours`
  )
  if (tables > 0 && !ours) {
    throw new DemoError(
      "DATABASE_URL names a database that holds something else. Name an empty one, or unset it to use the embedded PostgreSQL"
    )
  }
}

/** What is known of the demo's data lives beside the data. */
const CREATE_STATE = `
  create schema if not exists crm_demo;
  create table if not exists crm_demo.state (key text primary key, value text not null);
  insert into crm_demo.state values ('id', left(md5(random()::text), 8)) on conflict do nothing`
const DROP_EVERYTHING = `
  drop schema if exists crm_demo cascade;
  drop schema public cascade;
  create schema public`

const stateIn = (url) => ({
  get: async (key) =>
    (await query(url, "select value from crm_demo.state where key = $1", [key]))[0]
      ?.value,
  set: (key, value) =>
    query(
      url,
      `insert into crm_demo.state values ($1, $2)
       on conflict (key) do update set value = excluded.value`,
      [key, value]
    ),
})

async function query(url, text, values) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(text, values)
    return rows
  } finally {
    await client.end()
  }
}
