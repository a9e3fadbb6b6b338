import { startPostgres } from "./integration-tests/support/postgres.mjs"
import { createDatabase } from "./integration-tests/support/databases.mjs"
import { startMailboxes } from "./integration-tests/support/imap.mjs"
import { mailStream } from "./integration-tests/support/mail-generator.mjs"
import { startSide } from "./integration-tests/bench/rounds.mjs"
const p = await startPostgres({name:"try-mail"}); Object.assign(process.env, p.env)
const mb = await startMailboxes({users:["a","b"]}); console.log(mb.server)
try {
for (const m of mailStream({count:2000,to:"s@x"})) for (const u of ["a","b"]) mb.append(u,m.raw)
await mb.count("a"); await mb.count("b")
const s = await startSide(new URL("./integration-tests/bench/ingest-floor.mjs", import.meta.url), {databaseUrl: await createDatabase("f")})
for (const u of ["a","b","a","b"]) { await s.order("clear"); const r=await s.order("run", mb.login(u)); console.log(2000/r.ms*1000, r, (await s.order("count")).result) }
s.stop()
} finally { await mb.stop(); await p.stop() }
