import { describePoison } from "../support/poison-facts"

describePoison(10_000)
