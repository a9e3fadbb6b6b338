/** The plugin's own routes and the floor's, in one Medusa server with nothing else in it. */
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { spawn } from "node:child_process"
import { compile, compileFile } from "../support/compile.mjs"
import { spawnGuarded } from "../support/guarded-child.mjs"
import { freePort } from "../support/postgres.mjs"
import { until } from "../support/until.mjs"

const here = path.dirname(fileURLToPath(import.meta.url))
const projectRoot = path.resolve(here, "../..")
const MEDUSA = path.join(projectRoot, "node_modules/@medusajs/cli/cli.js")
const LOGIN = { email: "bench@shop.test", password: randomBytes(12).toString("hex") }

/**
 * @param {{ databaseUrl: string }} options
 * @returns {Promise<{ url: string, headers: Record<string, string>, agentId: string, stop: () => Promise<void> }>}
 */
export async function startBenchServer({ databaseUrl }) {
  const folder = path.join(projectRoot, ".bench", "server")
  await compile(folder)
  for (const [file, address] of Object.entries(ROUTES)) {
    await compileFile(
      path.join(here, file),
      path.join(folder, `src/api/admin/bench-floor/${address}/route.js`)
    )
  }
  fs.writeFileSync(path.join(folder, "medusa-config.js"), CONFIG)
  fs.writeFileSync(path.join(folder, "package.json"), PACKAGE)

  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    CRM_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    MEDUSA_WORKER_MODE: "server",
    MEDUSA_DISABLE_TELEMETRY: "true",
    NODE_ENV: "production",
    LOG_LEVEL: "error",
  }
  const log = path.join(projectRoot, ".bench", "server.log")
  const output = fs.openSync(log, "w")
  const medusa = (...args) => run([MEDUSA, ...args], { cwd: folder, env, output, log })

  await medusa("db:migrate")
  await medusa("user", "-e", LOGIN.email, "-p", LOGIN.password)

  const port = await freePort()
  const url = `http://localhost:${port}`
  const server = spawnGuarded(
    process.execPath,
    [MEDUSA, "start", "--port", String(port)],
    {
      cwd: folder,
      env,
      output,
    }
  )
  try {
    await until(() => isUp(url), {
      what: () => `the server to start:\n${fs.readFileSync(log, "utf8")}`,
      limitMs: 180_000,
    })
    const { token } = await json(`${url}/auth/user/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(LOGIN),
    })
    const headers = { authorization: `Bearer ${token}` }
    const { user } = await json(`${url}/admin/users/me`, { headers })
    return { url, headers, agentId: user.id, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** @returns {Promise<any>} */
export async function json(url, options) {
  const answer = await fetch(url, options)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`)
  return JSON.parse(text)
}

const isUp = (url) =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false
  )

function run(args, { cwd, env, output, log }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      stdio: ["ignore", output, output],
    })
    child.once("error", reject)
    child.once("exit", (code) => {
      if (code === 0) resolve(undefined)
      else
        reject(
          new Error(
            `${args.join(" ")} ended with ${code}:\n${fs.readFileSync(log, "utf8")}`
          )
        )
    })
  })
}

/** The bench's own routes, by the last part of their address. */
const ROUTES = {
  "floor-route.ts": "tickets",
  "floor-page-route.ts": "ticket-page",
}

/** The CLI runs only where Medusa is a dependency. */
const PACKAGE = JSON.stringify({
  name: "bench",
  dependencies: { "@medusajs/medusa": "*" },
})

const CONFIG = `const { defineConfig } = require("@medusajs/framework/utils")
const options = { encryptionKey: process.env.CRM_ENCRYPTION_KEY, backgroundJobs: false }

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    workerMode: "server",
    http: {
      storeCors: "http://localhost", adminCors: "http://localhost", authCors: "http://localhost",
      jwtSecret: "bench", cookieSecret: "bench",
    },
  },
  admin: { disable: true },
  modules: [
    { resolve: "./src/modules/helpdesk", options },
    { resolve: "./src/modules/mail", options },
  ],
})
`
