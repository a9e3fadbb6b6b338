/**
 * `npm run demo`: a Medusa shop with the built plugin, a database, mail servers, and people who write
 * to it. Ctrl-C stops all of it; the data is kept. `npm run demo -- --fresh` starts over.
 */
import fs from "node:fs"
import { openDatabase } from "./demo/database.mjs"
import { buildHost, buildPlugin, buildStorefront } from "./demo/build.mjs"
import { isStopping, onStop, stopAll, stopOnSignals } from "./demo/lifetime.mjs"
import { announce, publishableKey } from "./demo/announce.mjs"
import { startMail } from "./demo/mail.mjs"
import { startGoogle } from "./demo/provider.mjs"
import { beTheOnlyOne } from "./demo/only-one.mjs"
import { demoDir, inDemo } from "./demo/paths.mjs"
import { portNear } from "./demo/ports.mjs"
import { DemoError, progress } from "./demo/progress.mjs"
import { demoSecrets, keyId } from "./demo/secrets.mjs"
import { fillShop, migrate, startShop } from "./demo/shop.mjs"
import { builtStorefrontDir } from "./demo/paths.mjs"
import { startStorefront } from "./storefront/server.mjs"

async function run() {
  checkNode()
  fs.mkdirSync(demoDir, { recursive: true })
  stopOnSignals()
  beTheOnlyOne()

  const fresh = process.argv.includes("--fresh")
  const { step, elapsed } = progress(9)

  const database = await step("Starting the database", "", () => {
    // Data whose key is gone cannot be read any more: its demo folder was removed.
    const unreadable = !process.env.DATABASE_URL && !fs.existsSync(inDemo("secrets.json"))
    return openDatabase({ fresh: fresh || unreadable })
  })
  if (fresh) forget()
  const secrets = demoSecrets()
  await assertReadable(database, secrets)

  const mail = await step("Starting the mail servers", "", () => startMail(database))
  const google = await startGoogle()
  const world = { database, mail, env: environment(database, secrets, google) }

  await step("Building the plugin", "30 s", buildPlugin)
  await step("Migrating the database", "30 s", () => migrate(world))
  await step("Filling the shop and its desk", "40 s", () => fillShop(world))
  await step("Building the shop and its admin", "1 min", () => buildHost(world))
  await step("Building the storefront", "10 s", buildStorefront)

  // Only now: minutes have passed, and a port that was free may be taken.
  const ports = {
    shop: await portNear(Number(process.env.PORT) || 9000, "the shop"),
    storefront: await portNear(9100, "the storefront"),
  }
  const apiUrl = `http://localhost:${ports.shop}`
  const storefrontUrl = `http://localhost:${ports.storefront}`
  const shop = await step("Starting the shop", "10 s", () =>
    startShop(world, { port: ports.shop, apiUrl, storefrontUrl })
  )
  const key = await publishableKey(database)
  const storefront = await step("Opening the storefront", "", () =>
    startStorefront({
      folder: builtStorefrontDir,
      port: ports.storefront,
      backendUrl: apiUrl,
      publishableKey: key,
      mail,
    })
  )
  onStop(storefront.stop)

  await announce({ ...world, apiUrl, storefrontUrl, key }, elapsed())
  await shop.exited
  if (!isStopping()) throw shop.failure("The shop has ended by itself")
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
    throw new DemoError(
      `Node.js ${process.versions.node} is too old: 20.19 or 22.12 is needed`
    )
  }
}

/** Builds and logs stay: they are not data. */
function forget() {
  for (const name of ["mail", "files", "private-files", "secrets.json"]) {
    fs.rmSync(inDemo(name), { recursive: true, force: true })
  }
}

async function assertReadable({ state }, secrets) {
  const key = await state.get("key")
  if (key && key !== keyId(secrets)) {
    throw new DemoError(
      "The database was filled by another demo, whose key is not here. Start over with: npm run demo -- --fresh"
    )
  }
  await state.set("key", keyId(secrets))
}

const environment = (database, secrets, google) => ({
  ...secrets,
  DEMO_GOOGLE: JSON.stringify(google),
  DATABASE_URL: database.url,
  DEMO_PUBLIC_FILES: inDemo("files"),
  DEMO_PRIVATE_FILES: inDemo("private-files"),
  NODE_ENV: "production",
})

run().catch(async (error) => {
  if (isStopping()) return
  console.error(`\n${error instanceof DemoError ? error.message : error.stack}\n`)
  await stopAll()
  process.exit(1)
})
