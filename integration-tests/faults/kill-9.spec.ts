import { killIngest } from "../support/kill-ingest"
import { describeKilledIngest } from "../support/killed-ingest-facts"

describeKilledIngest("1,000 mails and 100 kills", () =>
  killIngest({ mails: 1000, kills: 100, seed: 100 })
)
