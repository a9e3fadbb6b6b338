import { ChatBubbleLeftRight, DocumentText, ShoppingBag } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { TimelineEntry } from "../../../api/admin/crm/people/contract"
import { money } from "../../lib/money"
import { ticketPath } from "../../lib/ticket-links"
import { Moment } from "../moment"
import { StatusLabel } from "../status-label"
import { useOrderState } from "../use-order-state"

const AT_FIRST = 5
const ICONS = {
  order: ShoppingBag,
  ticket: ChatBubbleLeftRight,
  note: DocumentText,
} as const

type TimelineProps = {
  entries: TimelineEntry[]
  /** The ticket that is being looked at is no news. */
  except?: string
}

/** What happened between a person and the shop, newest first (B-09, B-19). */
export const Timeline = ({ entries, except }: TimelineProps) => {
  const { t } = useTranslation("crmDesk")
  const [isOpen, setIsOpen] = useState(false)
  const others = entries.filter(({ id }) => id !== except)
  const shown = isOpen ? others : others.slice(0, AT_FIRST)

  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus" className="text-ui-fg-subtle">
        {t("person.timeline")}
      </Text>
      {others.length === 0 && (
        <Text size="small" className="text-ui-fg-muted">
          {t("person.timelineEmpty")}
        </Text>
      )}
      {others.length > 0 && (
        <ol className="flex flex-col gap-y-3">
          {shown.map((entry) => (
            <li key={entry.id}>
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
      )}
      {others.length > AT_FIRST && (
        <div>
          <Button
            size="small"
            variant="transparent"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? t("person.less") : t("person.more", { count: others.length })}
          </Button>
        </div>
      )}
    </div>
  )
}

const Entry = ({ entry }: { entry: TimelineEntry }) => {
  const { t } = useTranslation("crmDesk")
  const Icon = ICONS[entry.type]

  return (
    <div className="flex items-start gap-x-2">
      <Icon
        className="text-ui-fg-muted mt-0.5 shrink-0"
        aria-label={t(`person.entry.${entry.type}`)}
      />
      <div className="min-w-0 flex-1">
        <What entry={entry} />
      </div>
      <Moment at={entry.at} className="txt-compact-xsmall text-ui-fg-muted shrink-0" />
    </div>
  )
}

const LINK = "text-ui-fg-interactive hover:text-ui-fg-interactive-hover tabular-nums"

const What = ({ entry }: { entry: TimelineEntry }) => {
  const { i18n } = useTranslation("crmDesk")
  const stateOf = useOrderState()

  switch (entry.type) {
    case "order":
      return (
        <Text size="small" className="[overflow-wrap:anywhere]">
          <Link to={`/orders/${entry.order.id}`} className={LINK}>
            #{entry.order.display_id}
          </Link>{" "}
          {money(entry.order.total, entry.order.currency_code, i18n.language)}
          <span className="text-ui-fg-subtle block">{stateOf(entry.order)}</span>
        </Text>
      )
    case "ticket":
      return (
        <div className="txt-small [overflow-wrap:anywhere]">
          <span className="flex flex-wrap items-center gap-x-2">
            <Link to={ticketPath(entry.ticket.id)} className={LINK}>
              #{entry.ticket.number}
            </Link>
            <StatusLabel status={entry.ticket.status} />
          </span>
          <span className="text-ui-fg-subtle">{entry.ticket.subject}</span>
        </div>
      )
    case "note":
      return (
        <Text size="small" className="text-ui-fg-subtle line-clamp-2">
          {entry.note.body_text}
        </Text>
      )
  }
}
