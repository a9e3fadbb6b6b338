import {
  ArrowUturnLeft,
  DocumentText,
  ExclamationCircle,
  Eye,
  LockClosedSolid,
  Pencil,
  Snooze,
} from "@medusajs/icons"
import { clx, createDataTableColumnHelper, Tooltip } from "@medusajs/ui"
import { useMemo, type PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { TicketListItem } from "../../../../../api/admin/crm/tickets/contract"
import { Moment } from "../../../../components/moment"
import { RatingBadge } from "../../../../components/rating-badge"
import { StatusLabel } from "../../../../components/status-label"
import type { Translate } from "../../../../lib/statuses"
import { ticketPath } from "../../../../lib/ticket-links"

const column = createDataTableColumnHelper<TicketListItem>()
const stopRowClick = (event: { stopPropagation: () => void }) => event.stopPropagation()

export function useTicketColumns() {
  const { t } = useTranslation("crmDesk")
  return useMemo(() => ticketColumns(t), [t])
}

const ticketColumns = (t: Translate) => [
  column.select(),
  column.accessor("number", {
    header: t("columns.number"),
    ...sortable(t, "number"),
    truncateTooltip: false,
    cell: ({ row: { original: ticket } }) => (
      <Link
        to={ticketPath(ticket.id)}
        onClick={stopRowClick}
        // The row's tint hangs on this: a table row takes no class of its own.
        data-awaiting={ticket.awaiting}
        className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover txt-compact-small-plus tabular-nums"
      >
        #{ticket.number}
      </Link>
    ),
  }),
  column.accessor("subject", {
    header: t("columns.subject"),
    ...sortable(t, "text"),
    truncateTooltip: false,
    cell: ({ row: { original: ticket } }) => <Subject ticket={ticket} t={t} />,
  }),
  column.accessor("status", {
    header: t("columns.status"),
    truncateTooltip: false,
    cell: ({ getValue }) => <StatusLabel status={getValue()} />,
  }),
  column.accessor("reply_count", {
    header: t("columns.replies"),
    ...sortable(t, "number"),
    align: "right",
    cell: ({ getValue }) => <span className="tabular-nums">{getValue()}</span>,
  }),
  column.accessor("last_message_at", {
    header: t("columns.lastMessage"),
    ...sortable(t, "date"),
    truncateTooltip: false,
    cell: ({ getValue }) => <Moment at={getValue()} />,
  }),
  column.accessor("requester.email", {
    // Named as the server sorts by it.
    id: "requester_email",
    header: t("columns.customer"),
    ...sortable(t, "text"),
    maxSize: 180,
    cell: ({ row: { original: ticket } }) => <Customer ticket={ticket} />,
  }),
  column.accessor("department.name", {
    id: "department_id",
    header: t("columns.department"),
    maxSize: 130,
  }),
  column.accessor("classification.name", {
    id: "classification_id",
    header: t("columns.classification"),
    maxSize: 112,
    cell: ({ row }) => row.original.classification?.name ?? "–",
  }),
  column.accessor("locked_by", {
    header: t("columns.lockedBy"),
    maxSize: 112,
    cell: ({ getValue }) => {
      const agent = getValue()

      return agent ? (
        <span className="flex min-w-0 items-center gap-x-1">
          <LockClosedSolid className="text-ui-fg-muted shrink-0" />
          <span className="truncate">{agent.name}</span>
        </span>
      ) : (
        "–"
      )
    },
  }),
  column.accessor("next_action_due_at", {
    header: t("columns.nextAction"),
    ...sortable(t, "date"),
    truncateTooltip: false,
    cell: ({ row: { original: ticket } }) => <NextAction ticket={ticket} />,
  }),
  column.accessor("viewers", {
    header: t("columns.viewers"),
    truncateTooltip: false,
    maxSize: 140,
    cell: ({ getValue }) => <Viewers viewers={getValue()} t={t} />,
  }),
  column.accessor("rating", {
    header: t("columns.rating"),
    truncateTooltip: false,
    cell: ({ getValue }) => {
      const tone = getValue()
      return tone ? <RatingBadge tone={tone} /> : "–"
    },
  }),
  column.accessor("snoozed_until", {
    header: t("columns.snoozedUntil"),
    truncateTooltip: false,
    cell: ({ getValue }) => {
      const until = getValue()
      return until ? <Moment at={until} /> : "–"
    },
  }),
]

/** What is to be done next, and when (V-37). */
const NextAction = ({ ticket }: { ticket: TicketListItem }) =>
  ticket.next_action_due_at ? (
    <div className="flex min-w-0 max-w-44 flex-col">
      <Moment
        at={ticket.next_action_due_at}
        className={clx({
          "text-ui-fg-error": Date.parse(ticket.next_action_due_at) < Date.now(),
        })}
      />
      <span className="txt-compact-xsmall text-ui-fg-subtle truncate">
        {ticket.next_action}
      </span>
    </div>
  ) : (
    "–"
  )

type ViewersProps = { viewers: TicketListItem["viewers"]; t: Translate }

/** Colleagues on it right now, those who write first (E-06). */
const Viewers = ({ viewers, t }: ViewersProps) =>
  [...viewers]
    .sort((one, other) => Number(other.writing) - Number(one.writing))
    .map(({ id, name, writing }) => (
      <Marker
        key={id}
        className={writing ? "text-ui-tag-orange-text" : "text-ui-fg-subtle"}
      >
        {writing ? <Pencil className="size-3" /> : <Eye className="size-3" />}
        {writing ? t("presence.writing", { name }) : t("presence.viewing", { name })}
      </Marker>
    ))

/** Whose turn it is stands below the subject in words: the row's tint alone says it to few. */
const Subject = ({ ticket, t }: { ticket: TicketListItem; t: Translate }) => (
  <Tooltip
    content={[ticket.subject, ticket.sticky_note].filter(Boolean).join("\n\n")}
    className="max-w-96 whitespace-pre-line break-words"
  >
    <div data-subject className="flex min-w-0 flex-col">
      <span className="text-ui-fg-base truncate">{ticket.subject}</span>
      <span className="txt-compact-xsmall flex flex-wrap items-center gap-x-2">
        {ticket.awaiting === "agent" && (
          <Marker className="text-ui-tag-orange-text">
            <ExclamationCircle className="text-ui-tag-orange-icon size-3" />
            {t("tickets.awaiting")}
          </Marker>
        )}
        {ticket.you_replied_last && (
          <Marker className="text-ui-tag-blue-text">
            <ArrowUturnLeft className="size-3" />
            {t("tickets.youRepliedLast")}
          </Marker>
        )}
        {ticket.snoozed_until && (
          <Marker className="text-ui-tag-purple-text">
            <Snooze className="size-3" />
            {t("snooze.asleep")}
          </Marker>
        )}
        <Viewers viewers={ticket.viewers} t={t} />
        {ticket.sticky_note && (
          <Marker className="text-ui-fg-subtle min-w-0">
            <DocumentText className="size-3 shrink-0" />
            <span className="max-w-60 truncate">{ticket.sticky_note}</span>
          </Marker>
        )}
      </span>
    </div>
  </Tooltip>
)

const Marker = ({ className, children }: PropsWithChildren<{ className: string }>) => (
  <span className={clx("inline-flex items-center gap-x-1 whitespace-nowrap", className)}>
    {children}
  </span>
)

/** Name and address; the name leads to the shop's customer where there is one (V-43 to V-45). */
const Customer = ({ ticket: { requester, customer_id } }: { ticket: TicketListItem }) => {
  const name = requester.name || requester.email

  return (
    <div className="flex min-w-0 flex-col">
      {customer_id ? (
        <Link
          to={`/customers/${customer_id}`}
          onClick={stopRowClick}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover truncate"
        >
          {name}
        </Link>
      ) : (
        <span className="truncate">{name}</span>
      )}
      {name !== requester.email && (
        <span className="txt-compact-xsmall text-ui-fg-subtle truncate">
          {requester.email}
        </span>
      )}
    </div>
  )
}

function sortable(t: Translate, kind: "text" | "number" | "date") {
  return {
    enableSorting: true,
    sortAscLabel: t(`sort.${kind}Asc`),
    sortDescLabel: t(`sort.${kind}Desc`),
  }
}
