/**
 * The floor of ingest: the same bytes over the same IMAP server in one FETCH, parsed by postal-mime in
 * this thread, and seven columns of each (Message-ID, sender, subject, date, text, HTML, number of
 * attachments) inserted a hundred at a time, one batch being written while the next one is read. On
 * the same durable database as ours. No ledger, no raw source, no files, no matching, no ticket, no
 * search: nothing a desk could be built on, and about as fast as one can read mail in Node.
 */
import { ImapFlow } from "imapflow"
import pg from "pg"
import PostalMime from "postal-mime"
import { serveRounds } from "./rounds.mjs"

const BATCH = 100

serveRounds(async ({ databaseUrl }) => {
  const database = new pg.Client(databaseUrl)
  await database.connect()
  await database.query(`create table if not exists floor_mail (
    id bigserial primary key, message_id text, sender text, subject text, sent_at text,
    body_text text, body_html text, attachments integer
  )`)

  return {
    clear: () => database.query("truncate floor_mail"),
    run: (login) => readInto(database, login),
    count: async () => {
      const { rows } = await database.query(
        "select count(*)::int as messages, coalesce(sum(attachments), 0)::int as attachments from floor_mail"
      )
      return rows[0]
    },
  }
})

async function readInto(database, { host, port, username, password }) {
  const client = new ImapFlow({
    host,
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: username, pass: password },
    logger: false,
  })
  client.on("error", () => {})
  await client.connect()
  await client.mailboxOpen("INBOX", { readOnly: true })

  let batch = []
  // One batch is written while the next one is read.
  let written = Promise.resolve()
  for await (const { source } of client.fetch("1:*", { source: true })) {
    batch.push(await PostalMime.parse(source))
    if (batch.length === BATCH) {
      await written
      written = insert(database, batch)
      batch = []
    }
  }
  await written
  if (batch.length) await insert(database, batch)
  await client.logout()
}

const COLUMNS = {
  message_id: ({ messageId }) => messageId,
  sender: ({ from }) => from?.address,
  subject: ({ subject }) => subject,
  sent_at: ({ date }) => date,
  body_text: ({ text }) => text,
  body_html: ({ html }) => html,
}

const insert = (database, mails) =>
  database.query(
    `insert into floor_mail (${Object.keys(COLUMNS)}, attachments)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[])`,
    [
      ...Object.values(COLUMNS).map((valueOf) =>
        mails.map((mail) => valueOf(mail) ?? null)
      ),
      mails.map(({ attachments }) => attachments.length),
    ]
  )
