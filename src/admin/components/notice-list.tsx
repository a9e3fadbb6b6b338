import { Button, clx, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Notice, NoticesResponse } from "../../api/admin/crm/notices/contract"
import { ticketPath } from "../lib/ticket-links"
import { useReadNotices } from "../queries/notices"
import { Moment } from "./moment"
import { NoticeSettings } from "./notice-settings"

type NoticeListProps = { answer: NoticesResponse; onClose: () => void }

/** The latest notices, each a way to its ticket. */
export const NoticeList = ({ answer, onClose }: NoticeListProps) => {
  const { t } = useTranslation("crmDesk")
  const { mutate: read, isPending } = useReadNotices()
  const { notices, unread_count } = answer

  return (
    <div className="flex flex-col">
      <div className="flex items-center justify-between border-b px-4 py-3">
        <Heading level="h2">{t("notices.title")}</Heading>
        {unread_count > 0 && (
          <Button
            size="small"
            variant="transparent"
            isLoading={isPending}
            onClick={() => read({})}
          >
            {t("notices.readAll")}
          </Button>
        )}
      </div>
      {notices.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-4 py-6 text-center">
          {t("notices.empty")}
        </Text>
      )}
      <ul className="flex max-h-96 flex-col overflow-y-auto">
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeLine
              notice={notice}
              onOpen={() => {
                read({ ticket_id: notice.ticket.id })
                onClose()
              }}
            />
          </li>
        ))}
      </ul>
      <NoticeSettings />
    </div>
  )
}

const NoticeLine = ({ notice, onOpen }: { notice: Notice; onOpen: () => void }) => {
  const { t } = useTranslation("crmDesk")
  const { kind, actor, ticket, created_at, read_at } = notice

  return (
    <Link
      to={ticketPath(ticket.id)}
      onClick={onOpen}
      className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover flex items-start gap-x-3 px-4 py-3 outline-none"
    >
      <span
        className={clx("mt-1.5 size-2 shrink-0 rounded-full", {
          "bg-ui-tag-blue-icon": !read_at,
        })}
      />
      <span className="flex min-w-0 flex-1 flex-col">
        <Text size="small" as="span" weight={read_at ? "regular" : "plus"}>
          {!read_at && <span className="sr-only">{t("notices.unread")} </span>}
          {t(`notices.kind.${kind}`, { name: actor?.name ?? "?", number: ticket.number })}
        </Text>
        <Text size="xsmall" as="span" className="text-ui-fg-subtle truncate">
          {ticket.subject}
        </Text>
      </span>
      <Text size="xsmall" as="span" className="text-ui-fg-muted shrink-0">
        <Moment at={created_at} />
      </Text>
    </Link>
  )
}
