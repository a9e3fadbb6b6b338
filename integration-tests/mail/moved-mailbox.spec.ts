import { describeMovedMailbox } from "../support/moved-mailbox-facts"

describeMovedMailbox(200)
