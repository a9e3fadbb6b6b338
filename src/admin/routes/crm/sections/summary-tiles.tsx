import { ChatBubble, ExclamationCircle, InboxSolid, User } from "@medusajs/icons"
import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { SummaryResponse } from "../../../../api/admin/crm/summary/contract"
import { UNCLOSED } from "../../../lib/statuses"
import { ticketsPath } from "../../../lib/ticket-links"

/** The desk in four numbers, each the way to its tickets. */
export const SummaryTiles = ({ summary }: { summary: SummaryResponse | undefined }) => {
  const { t } = useTranslation("crmDesk")

  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-4">
      <Tile
        icon={<ExclamationCircle className="text-ui-tag-orange-icon" />}
        label={t("summary.awaiting")}
        hint={t("summary.awaitingHint")}
        count={summary?.awaiting_agent}
        to={ticketsPath({ awaiting: "agent" })}
      />
      <Tile
        icon={<ChatBubble className="text-ui-tag-red-icon" />}
        label={t("summary.unanswered")}
        hint={t("summary.unansweredHint")}
        count={summary?.unanswered}
        to={ticketsPath({ view: "unanswered" })}
      />
      <Tile
        icon={<InboxSolid className="text-ui-tag-blue-icon" />}
        label={t("summary.open")}
        hint={t("summary.openHint")}
        count={summary?.open_tickets}
        to={ticketsPath({ status: UNCLOSED })}
      />
      <Tile
        icon={<User className="text-ui-tag-purple-icon" />}
        label={t("summary.mine")}
        hint={t("summary.mineHint")}
        count={summary?.mine_open}
        to={ticketsPath({ status: UNCLOSED, view: "mine" })}
      />
    </div>
  )
}

type TileProps = {
  icon: ReactNode
  label: string
  hint: string
  count: number | undefined
  to: string
}

const Tile = ({ icon, label, hint, count, to }: TileProps) => (
  <Link
    to={to}
    className="focus-visible:shadow-borders-interactive-with-focus rounded-lg outline-none"
  >
    <Container className="hover:bg-ui-bg-base-hover flex h-full flex-col gap-y-1 px-6 py-4">
      <div className="text-ui-fg-subtle flex items-center gap-x-2">
        {icon}
        <Text size="small" weight="plus">
          {label}
        </Text>
      </div>
      {count === undefined ? (
        <Skeleton className="h-8 w-12" />
      ) : (
        <Heading className="text-3xl tabular-nums">{count}</Heading>
      )}
      <Text size="small" className="text-ui-fg-muted">
        {hint}
      </Text>
    </Container>
  </Link>
)
