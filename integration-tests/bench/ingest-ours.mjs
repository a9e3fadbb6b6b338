/**
 * Our side of ingest: the product's own poll, from the mailbox to tickets, with all that belongs to
 * it: ledger, raw source, files, matching, search text, history.
 */
import { createRequire } from "node:module"
import path from "node:path"
import { onDatabase } from "../support/databases.mjs"
import { serveRounds } from "./rounds.mjs"

const SAMPLE_MAILS = 10_000

serveRounds(async ({ build, boot }) => {
  const load = createRequire(path.join(build, "package.json"))
  const { bootModules, migrateModules } = load(
    "./integration-tests/support/boot-modules.js"
  )
  const { aDesk } = load("./integration-tests/support/desk.js")
  const { pollMailAccount } = load("./src/workflows/inbound-mail/poll-mail-account.js")
  const { ticketStoredMailsWorkflow } = load(
    "./src/workflows/inbound-mail/ticket-stored-mails.js"
  )

  let samples = []
  let ticketed = 0
  let started = 0
  ticketStoredMailsWorkflow.hooks.mailsTicketed(({ received }) => {
    const before = ticketed
    ticketed += received.length
    if (Math.floor(ticketed / SAMPLE_MAILS) > Math.floor(before / SAMPLE_MAILS)) {
      const rssMegabytes = process.memoryUsage.rss() / 2 ** 20
      samples.push({ mails: ticketed, ms: performance.now() - started, rssMegabytes })
    }
  })

  await migrateModules(boot)
  const { container } = await bootModules(boot)
  const query = (statement) =>
    onDatabase(
      boot.databaseUrl,
      async (database) => (await database.query(statement)).rows
    )

  return {
    clear: async () => {
      const tables = await query(
        `select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
         where nspname = 'public' and relkind = 'r' and relname like 'crm\\_%' and relname <> 'crm_ticket_status'`
      )
      await query(`truncate ${tables.map(({ relname }) => relname).join(", ")}`)
    },
    run: async (imap) => {
      const { accountId } = await aDesk(container, { imap })
      ;[samples, ticketed, started] = [[], 0, performance.now()]
      let more = true
      while (more) ({ more } = await pollMailAccount(container, accountId))
      return samples
    },
    count: async () => {
      const [counts] = await query(
        `select (select count(*)::int from crm_ticket) as tickets,
                (select count(*)::int from crm_ticket_message where kind = 'customer') as messages,
                (select count(*)::int from crm_attachment) as attachments,
                (select json_object_agg(state, mails) from
                  (select state, count(*) as mails from crm_inbound_mail group by state) as ledger
                ) as ledger`
      )
      return counts
    },
  }
})
