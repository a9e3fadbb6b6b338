import { killIngest } from "../support/kill-ingest"
import { describeKilledIngest } from "../support/killed-ingest-facts"

describeKilledIngest("500 mails and 20 kills", () =>
  killIngest({ mails: 500, kills: 20, seed: 20 })
)
