/** `node migrate-worker.mjs <settings as JSON>`: brings a database to the state of today, and ends. */
import { createRequire } from "node:module"
import path from "node:path"

const { build, boot } = JSON.parse(process.argv[2])
const load = createRequire(path.join(build, "package.json"))

await load("./integration-tests/support/boot-modules.js").migrateModules(boot)
process.exit()
