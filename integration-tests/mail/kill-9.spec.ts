import { killIngest } from "../support/kill-ingest"
import { describeKilledIngest } from "../support/killed-ingest-facts"

describeKilledIngest("500 mails, 10 kills at random and 2 at each exact point", 2, () =>
  killIngest({ mails: 500, kills: 10, exact: 2, seed: 20 })
)
