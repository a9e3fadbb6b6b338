import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { MAIL_MODULE } from "../../modules/mail"
import { loadFile } from "../files"
import { sendOrderCodesWorkflow } from "../order-access/send-order-codes"
import { handOverMessagesWorkflow } from "./hand-over-messages"
import { releaseHeldRepliesWorkflow } from "./release-held-replies"
import { reportDeliveriesWorkflow } from "./report-deliveries"

const RELEASES_AT_ONCE = 50

/**
 * One turn of the outbox: lets replies go whose time has come, takes over what waits, makes an attempt
 * for each mail that is due, and tells the tickets what became of theirs.
 * @returns attempts made
 */
export async function drainOutbox(container: MedusaContainer): Promise<number> {
  await releaseDueReplies(container)
  await sendOrderCodes(container)
  await handOverMessagesWorkflow(container).run({ input: {} })

  const attempts = await container
    .resolve(MAIL_MODULE)
    .sendDueMails((fileId) => loadFile(container, fileId))

  await reportDeliveries(container)

  return attempts
}

async function releaseDueReplies(container: MedusaContainer): Promise<void> {
  const message_ids = await container
    .resolve(HELPDESK_MODULE)
    .heldRepliesDue(RELEASES_AT_ONCE)

  if (message_ids.length) {
    await releaseHeldRepliesWorkflow(container).run({ input: { message_ids } })
  }
}

async function sendOrderCodes(container: MedusaContainer): Promise<void> {
  if ((await container.resolve(HELPDESK_MODULE).accessesToLookUp(1)).length) {
    await sendOrderCodesWorkflow(container).run()
  }
}

/** Shows on the tickets what the outbox has done since it was last asked. */
export async function reportDeliveries(container: MedusaContainer): Promise<void> {
  if ((await container.resolve(MAIL_MODULE).unreportedDeliveries(1)).length) {
    await reportDeliveriesWorkflow(container).run({ input: {} })
  }
}
