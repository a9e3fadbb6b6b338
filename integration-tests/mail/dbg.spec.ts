import { killIngest } from "../support/kill-ingest"
it("x", async () => { const o = await killIngest({ mails: 100, kills: 2, seed: 3 }); console.error(o.killsAtWork, o.tickets) })
