import { describeKilledSending } from "../support/killed-sending-facts"

describeKilledSending(30, 20)
