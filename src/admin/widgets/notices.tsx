import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ChatBubbleLeftRight } from "@medusajs/icons"
import { IconButton, Popover } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { NoticeList } from "../components/notice-list"
import { useAfterPaint } from "../components/use-after-paint"
import { noticesQuery } from "../queries/notices"

const MOST_SHOWN = 99

/** What colleagues and the clock have for this agent, one click from its ticket. */
const Notices = () => {
  const { t } = useTranslation("crmDesk")
  const [isOpen, setIsOpen] = useState(false)
  const isPainted = useAfterPaint()
  const { data } = useQuery({ ...noticesQuery, enabled: isPainted })

  if (!data) {
    return null
  }
  const { unread_count } = data

  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          className="text-ui-fg-muted hover:text-ui-fg-subtle relative"
          aria-label={t("notices.label", { count: unread_count })}
        >
          <ChatBubbleLeftRight />
          {unread_count > 0 && (
            <span
              aria-hidden
              className="bg-ui-tag-red-icon absolute end-0 top-0 flex h-3.5 min-w-3.5 items-center justify-center rounded-full px-0.5 text-[9px] font-medium leading-none text-white"
            >
              {unread_count > MOST_SHOWN ? `${MOST_SHOWN}+` : unread_count}
            </span>
          )}
        </IconButton>
      </Popover.Trigger>
      <Popover.Content
        align="end"
        aria-label={t("notices.title")}
        className="w-96 max-w-[calc(100vw-2rem)] p-0"
      >
        <NoticeList answer={data} onClose={() => setIsOpen(false)} />
      </Popover.Content>
    </Popover>
  )
}

export const config = defineWidgetConfig({ zone: "topbar", id: "crm-desk:notices" })

export default Notices
