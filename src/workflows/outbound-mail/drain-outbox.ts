import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../../modules/mail"
import { loadFile } from "../files"
import { handOverMessagesWorkflow } from "./hand-over-messages"
import { reportDeliveriesWorkflow } from "./report-deliveries"

/**
 * One turn of the outbox: takes over what waits, makes an attempt for each mail that is due, and
 * tells the tickets what became of theirs.
 * @returns attempts made
 */
export async function drainOutbox(container: MedusaContainer): Promise<number> {
  await handOverMessagesWorkflow(container).run({ input: {} })

  const attempts = await container
    .resolve(MAIL_MODULE)
    .sendDueMails((fileId) => loadFile(container, fileId))

  await reportDeliveries(container)

  return attempts
}

/** Shows on the tickets what the outbox has done since it was last asked. */
export async function reportDeliveries(container: MedusaContainer): Promise<void> {
  if ((await container.resolve(MAIL_MODULE).unreportedDeliveries(1)).length) {
    await reportDeliveriesWorkflow(container).run({ input: {} })
  }
}
