import { describePoison } from "../support/poison-facts"

describePoison(200)
