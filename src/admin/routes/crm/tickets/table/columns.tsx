import { ArrowUturnLeft, ExclamationCircle, LockClosedSolid } from "@medusajs/icons"
import { Badge, createDataTableColumnHelper, Tooltip } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { TicketListItem } from "../../../../../api/admin/crm/tickets/contract"
import { Moment } from "../../../../components/moment"
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
    maxSize: 360,
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
  column.accessor("requester.name", {
    header: t("columns.name"),
    maxSize: 200,
    cell: ({ getValue }) => getValue() || "–",
  }),
  column.accessor("requester.email", {
    id: "requester_email",
    header: t("columns.email"),
    ...sortable(t, "text"),
    maxSize: 240,
  }),
  column.accessor("customer_id", {
    header: t("columns.customer"),
    truncateTooltip: false,
    cell: ({ getValue }) => <CustomerLink id={getValue()} t={t} />,
  }),
  column.accessor("department.name", {
    id: "department_id",
    header: t("columns.department"),
    maxSize: 180,
  }),
  column.accessor("classification.name", {
    id: "classification_id",
    header: t("columns.classification"),
    maxSize: 180,
    cell: ({ row }) => row.original.classification?.name ?? "–",
  }),
  column.accessor("locked_by", {
    header: t("columns.lockedBy"),
    maxSize: 160,
    cell: ({ getValue }) => {
      const agent = getValue()

      return agent ? (
        <span className="inline-flex items-center gap-x-1">
          <LockClosedSolid className="text-ui-fg-muted" />
          {agent.name}
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
    cell: ({ getValue }) => {
      const due = getValue()
      return due ? <Moment at={due} /> : "–"
    },
  }),
]

const Subject = ({ ticket, t }: { ticket: TicketListItem; t: Translate }) => (
  <span className="inline-flex max-w-full items-center gap-x-2">
    {ticket.awaiting === "agent" && (
      <Tooltip content={t("tickets.awaitingHint")}>
        <span className="inline-flex shrink-0">
          <ExclamationCircle className="text-ui-tag-orange-icon" />
          <span className="sr-only">{t("tickets.awaiting")}</span>
        </span>
      </Tooltip>
    )}
    <span className="truncate">{ticket.subject}</span>
    {ticket.you_replied_last && (
      <Badge size="2xsmall" color="blue" className="shrink-0">
        <ArrowUturnLeft className="me-1 size-3" />
        {t("tickets.youRepliedLast")}
      </Badge>
    )}
  </span>
)

const CustomerLink = ({ id, t }: { id: string | null; t: Translate }) =>
  id ? (
    <Link
      to={`/customers/${id}`}
      onClick={stopRowClick}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
    >
      {t("tickets.customer")}
    </Link>
  ) : (
    <span className="text-ui-fg-muted">–</span>
  )

function sortable(t: Translate, kind: "text" | "number" | "date") {
  return {
    enableSorting: true,
    sortAscLabel: t(`sort.${kind}Asc`),
    sortDescLabel: t(`sort.${kind}Desc`),
  }
}
