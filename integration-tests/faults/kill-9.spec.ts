import { killIngest } from "../support/kill-ingest"
import { describeKilledIngest } from "../support/killed-ingest-facts"

describeKilledIngest(
  "1,000 mails, 100 kills at random and 20 at each exact point",
  20,
  () => killIngest({ mails: 1000, kills: 100, exact: 20, seed: 100 })
)
