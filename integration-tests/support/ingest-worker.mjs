/**
 * `node ingest-worker.mjs <settings as JSON>`: one instance of the shop, as far as ingest needs it,
 * from what `compile.mjs` built. Polls one account until nothing is left, or with `forever` until
 * it is killed.
 */
import { createRequire } from "node:module"
import path from "node:path"

const { build, accountId, boot, forever } = JSON.parse(process.argv[2])
const load = createRequire(path.join(build, "package.json"))
const { bootModules } = load("./integration-tests/support/boot-modules.js")
const { pollMailAccount } = load("./src/workflows/inbound-mail/poll-mail-account.js")

const { container, shutdown } = await bootModules(boot)
process.stdout.write("polling\n")

for (;;) {
  const poll = await pollMailAccount(container, accountId)
  // Null: another instance is at it. What it left is ours in the next round.
  const isIdle = poll !== null && !poll.more
  if (isIdle && !forever) break
  if (isIdle) process.stdout.write("idle\n")
  await new Promise((resolve) => setTimeout(resolve, 20))
}
await shutdown()
process.exit()
