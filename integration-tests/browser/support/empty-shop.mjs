/** A shop on its first morning: the demo's build on a database of its own, an admin user and nothing else. */
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { builtHostDir, hostDir, pluginDir } from "../../host/demo/paths.mjs"
import { createDatabase, dropDatabase } from "../../support/databases.mjs"
import { spawnGuarded } from "../../support/guarded-child.mjs"
import { freePort } from "../../support/postgres.mjs"
import { until } from "../../support/until.mjs"

const CLI = path.join(pluginDir, "node_modules", "@medusajs", "cli", "cli.js")
const ADMIN = { email: "owner@shop.test", password: "a-long-password" }

/**
 * @param {string} database its name
 * @returns {Promise<{
 *   admin_url: string, api_url: string, admin: { email: string, password: string }
 *   log: () => string, stop: () => Promise<void>
 * }>}
 */
export async function startEmptyShop(database) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-empty-shop-"))
  const logFile = path.join(folder, "shop.log")
  const output = fs.openSync(logFile, "w")
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = environment({ folder, url, databaseUrl: await createDatabase(database) })
  const medusa = (cwd, ...args) =>
    spawnGuarded(process.execPath, [CLI, ...args], { cwd, env, output })
  const log = () => fs.readFileSync(logFile, "utf8")
  const run = async (...args) => {
    const code = await medusa(hostDir, ...args).exited
    if (code !== 0) throw new Error(`medusa ${args[0]} ended with ${code}:\n${log()}`)
  }

  await run("db:migrate", "--execute-safe-links", "--execute-safe-search")
  await run("user", "-e", ADMIN.email, "-p", ADMIN.password)
  const shop = medusa(builtHostDir, "start", "--host", "127.0.0.1", "--port", `${port}`)
  const ended = shop.exited.then((code) => {
    throw new Error(`The shop ended with ${code}:\n${log()}`)
  })
  ended.catch(() => {})
  await Promise.race([
    ended,
    until(() => isHealthy(url), { what: () => `the shop:\n${log()}`, limitMs: 180_000 }),
  ])

  return {
    admin_url: `${url}/app`,
    api_url: url,
    admin: ADMIN,
    log,
    stop: async () => {
      await shop.stop()
      await dropDatabase(database)
      fs.closeSync(output)
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Jest's own variables would change how a shop starts. */
function environment({ folder, url, databaseUrl }) {
  const { NODE_OPTIONS, JEST_WORKER_ID, TEST_TYPE, ...rest } = process.env
  const secret = () => randomBytes(32).toString("base64")

  return {
    ...rest,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    BACKEND_URL: url,
    CRM_ENCRYPTION_KEY: secret(),
    JWT_SECRET: secret(),
    COOKIE_SECRET: secret(),
    DEMO_PUBLIC_FILES: path.join(folder, "files"),
    DEMO_PRIVATE_FILES: path.join(folder, "private-files"),
  }
}

const isHealthy = (url) =>
  fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false
  )
