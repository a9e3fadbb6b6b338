/** Writes the migrations of changed models. Needs a database; brings its own. */
import { spawnSync } from "node:child_process"
import { startPostgres } from "./postgres.mjs"

const postgres = await startPostgres({ name: "migrations" })
const { status } = spawnSync("npx", ["medusa", "plugin:db:generate"], {
  stdio: "inherit",
  env: { ...process.env, ...postgres.env },
})
await postgres.stop()
process.exit(status ?? 1)
