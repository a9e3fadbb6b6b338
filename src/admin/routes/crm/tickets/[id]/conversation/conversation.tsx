import { Button, Heading } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { Message } from "./message"

/** How many messages are drawn at first: each mail is a document of its own. */
const AT_FIRST = 20

/** Everything that was said, the newest first (V-62). */
export const Conversation = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const [shown, setShown] = useState(AT_FIRST)
  const { messages } = ticket
  const older = messages.length - shown

  return (
    <section aria-label={t("conversation.title")} className="flex flex-col gap-y-3">
      <Heading level="h2" className="px-1">
        {t("conversation.title")} ({messages.length})
      </Heading>
      <ol className="flex flex-col gap-y-3">
        {messages.slice(0, shown).map((message) => (
          <li key={message.id}>
            <Message ticket={ticket} message={message} />
          </li>
        ))}
      </ol>
      {older > 0 && (
        <div className="flex justify-center gap-x-2">
          <Button
            size="small"
            variant="secondary"
            onClick={() => setShown(shown + AT_FIRST)}
          >
            {t("conversation.older", { count: Math.min(older, AT_FIRST) })}
          </Button>
          {older > AT_FIRST && (
            <Button
              size="small"
              variant="transparent"
              onClick={() => setShown(messages.length)}
            >
              {t("conversation.all", { count: messages.length })}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
