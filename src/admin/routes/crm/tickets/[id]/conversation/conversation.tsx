import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { Message } from "./message"

/** Everything that was said, the newest first (V-62). */
export const Conversation = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")

  return (
    <section aria-label={t("conversation.title")} className="flex flex-col gap-y-3">
      <Heading level="h2" className="px-1">
        {t("conversation.title")} ({ticket.messages.length})
      </Heading>
      <ol className="flex flex-col gap-y-3">
        {ticket.messages.map((message) => (
          <li key={message.id}>
            <Message ticketId={ticket.id} message={message} />
          </li>
        ))}
      </ol>
    </section>
  )
}
