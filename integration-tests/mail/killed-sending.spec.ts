import { describeKilledSending } from "../support/killed-sending-facts"

describeKilledSending(4, 2)
