import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { handOverNotices } from "../notices/hand-over-notices"
import { wakeTicketsWorkflow } from "./snooze-ticket"

const AT_ONCE = 100

/**
 * One turn of what waits for its time: wakes tickets, reminds of follow-ups and of tickets that are
 * overdue, and tells agents. Several instances may take turns at the same moment: each ticket and each
 * follow-up has one.
 */
export async function doDueWork(container: MedusaContainer): Promise<void> {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const ids = await helpdesk.ticketsToWake(AT_ONCE)

  if (ids.length) {
    await wakeTicketsWorkflow(container).run({ input: { ids } })
  }
  await helpdesk.remindDueFollowUps(AT_ONCE)
  await helpdesk.tellOfOverdueTickets(AT_ONCE)
  await handOverNotices(container)
}
