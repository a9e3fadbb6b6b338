import { crashDatabase } from "../support/crash-database"
import { describeCrashedDatabase } from "../support/crashed-database-facts"

describeCrashedDatabase("300 mails while the database crashes 3 times", () =>
  crashDatabase({ mails: 300, crashes: 3, seed: 3 })
)
