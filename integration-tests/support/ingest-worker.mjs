/**
 * `node ingest-worker.mjs <settings as JSON>`: one instance of the shop, as far as mail needs it, from
 * what `compile.mjs` built. Polls one account until nothing is left, or with `forever` until it is
 * told to stop; with `once` for one turn; with `sends` it sends what is due instead. What fails is said on stderr and tried
 * again, as the jobs of a shop do. SIGTERM ends it as Medusa ends: shutdown, then exit.
 */
import { createRequire } from "node:module"
import path from "node:path"

const { build, accountId, boot, forever, once, sends } = JSON.parse(process.argv[2])
const load = createRequire(path.join(build, "package.json"))
const { bootModules } = load("./integration-tests/support/boot-modules.js")
const { pollMailAccount } = load("./src/workflows/inbound-mail/poll-mail-account.js")
const { drainOutbox } = load("./src/workflows/outbound-mail/drain-outbox.js")

const { container, shutdown } = await bootModules(boot)
let isTold = false
process.once("SIGTERM", async () => {
  isTold = true
  await shutdown()
  process.exit()
})
process.stdout.write("polling\n")

const turn = sends
  ? async () => (await drainOutbox(container)) === 0
  : async () => {
      const poll = await pollMailAccount(container, accountId)
      // Null: another instance is at it. What it left is ours in the next round.
      return poll !== null && !poll.more
    }

while (!isTold) {
  const isIdle = await turn().catch((error) => {
    process.stderr.write(`${error.message}\n`)
    return false
  })
  if (once || (isIdle && !forever)) break
  if (isIdle) process.stdout.write("idle\n")
  await new Promise((resolve) => setTimeout(resolve, 20))
}
if (!isTold) {
  await shutdown()
  process.exit()
}
