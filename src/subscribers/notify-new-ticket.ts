import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { HELPDESK_MODULE } from "../modules/helpdesk"
import { notifyNewTicketWorkflow } from "../workflows/notices/notify-new-ticket"
import { TicketEvents } from "../workflows/tickets/events"

type TicketCreated = { id: string; channel: string }

/** An agent who writes a ticket down needs no mail about it. */
const WRITTEN_BY_AGENTS = new Set(["admin", "phone", "in_person"])

/** A customer opened a ticket: its department's agents get a mail. */
export default async function notifyNewTicket({
  event: { data },
  container,
}: SubscriberArgs<TicketCreated>) {
  const { enabled } = container.resolve(HELPDESK_MODULE).options

  if (enabled && !WRITTEN_BY_AGENTS.has(data.channel)) {
    await notifyNewTicketWorkflow(container).run({ input: { ticket_id: data.id } })
  }
}

export const config: SubscriberConfig = {
  event: TicketEvents.CREATED,
  context: { subscriberId: "crm-notify-new-ticket" },
}
