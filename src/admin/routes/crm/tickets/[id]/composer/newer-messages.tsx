import { Button, Text } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { TicketMessage } from "../../../../../../api/admin/crm/tickets/contract"
import { LinkedText } from "../../../../../components/linked-text"
import { Moment } from "../../../../../components/moment"

type NewerMessagesProps = {
  messages: TicketMessage[]
  /** A reply was held back for them: they are brought to where the agent can see them. */
  isRefusal: boolean
  onRead: () => void
}

/** Somebody wrote while the agent was writing: read this first, your text is still there. */
export const NewerMessages = ({ messages, isRefusal, onRead }: NewerMessagesProps) => {
  const { t } = useTranslation("crmDesk")
  const section = useRef<HTMLElement>(null)

  useEffect(() => {
    if (isRefusal) {
      section.current?.scrollIntoView({ block: "center", behavior: "smooth" })
    }
  }, [isRefusal])

  return (
    <section
      ref={section}
      role="alert"
      className="bg-ui-tag-blue-bg border-ui-tag-blue-border flex flex-col gap-y-3 rounded-lg border p-4"
    >
      <Text size="small" weight="plus">
        {t("composer.newer", { count: messages.length })}
      </Text>
      <ul className="flex max-h-80 flex-col gap-y-3 overflow-y-auto">
        {messages.map((message) => (
          <li key={message.id} className="bg-ui-bg-base rounded-md p-3">
            <Text size="xsmall" className="text-ui-fg-subtle">
              {message.from.name || message.from.email} ·{" "}
              {t(`message.kind.${message.kind}`)} · <Moment at={message.created_at} />
            </Text>
            <LinkedText text={message.body_text} className="txt-small" />
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" variant="secondary" type="button" onClick={onRead}>
          {t("composer.haveRead")}
        </Button>
      </div>
    </section>
  )
}
