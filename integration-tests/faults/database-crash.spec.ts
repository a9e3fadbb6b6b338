import { crashDatabase } from "../support/crash-database"
import { describeCrashedDatabase } from "../support/crashed-database-facts"

describeCrashedDatabase(
  "2,000 mails while the database crashes 20 times, once for five minutes",
  () => crashDatabase({ mails: 2000, crashes: 20, seed: 20, outageMs: 300_000 })
)
