import path from "node:path"
import { migrationsFingerprint } from "./fingerprint.mjs"
import { isStopping } from "./lifetime.mjs"
import { runMedusa, startMedusa } from "./medusa.mjs"
import { builtHostDir, hostDir } from "./paths.mjs"
import { DemoError, Skipped } from "./progress.mjs"

export async function migrate({ database, env }) {
  const wanted = migrationsFingerprint()
  if ((await database.state.get("migrated")) === wanted) {
    return new Skipped("migrated already, nothing has changed")
  }
  const args = ["db:migrate", "--execute-safe-links", "--execute-safe-search"]
  await runMedusa("Migrating the database", args, { log: "migrate", cwd: hostDir, env })
  await database.state.set("migrated", wanted)
}

/** Fills the shop once; later only tells the desk where its mail servers are, if they moved. */
export async function fillShop({ database, mail, env }) {
  const servers = JSON.stringify({
    smtp: mail.smtp,
    mailboxes: mail.mailboxes,
    authservId: mail.authservId,
  })
  if ((await database.state.get("filled")) === servers)
    return new Skipped("filled already")

  await runMedusa("Filling the shop", ["exec", path.join("src", "scripts", "seed.ts")], {
    log: "seed",
    cwd: hostDir,
    env: { ...env, DEMO_MAIL_SERVERS: servers },
  })
  await database.state.set("filled", servers)
}

const UP_WITHIN_MS = 180_000

export async function startShop({ env }, { port, apiUrl, storefrontUrl }) {
  const host = process.env.DEMO_HOST ?? "127.0.0.1"
  const args = ["start", "--host", host, "--port", String(port)]
  const shop = startMedusa(args, {
    log: "shop",
    cwd: builtHostDir,
    env: { ...env, BACKEND_URL: apiUrl, STOREFRONT_URL: storefrontUrl },
  })
  let ended = false
  shop.exited.then(() => (ended = true))

  for (const start = Date.now(); Date.now() - start < UP_WITHIN_MS;) {
    if (isStopping()) throw new DemoError("The demo is stopping")
    if (ended) throw shop.failure("The shop did not start")
    if (await isHealthy(apiUrl)) return shop
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw shop.failure(`The shop did not answer within ${UP_WITHIN_MS / 1000} s`)
}

async function isHealthy(apiUrl) {
  try {
    const answer = await fetch(`${apiUrl}/health`, { signal: AbortSignal.timeout(2000) })
    return answer.ok
  } catch {
    return false
  }
}
