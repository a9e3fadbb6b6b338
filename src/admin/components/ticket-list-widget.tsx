import { ExclamationCircle } from "@medusajs/icons"
import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { TicketListItem } from "../../api/admin/crm/tickets/contract"
import { messageOf } from "../lib/server-error"
import { ticketPath, ticketsPath } from "../lib/ticket-links"
import { summaryQuery } from "../queries/summary"
import { latestTickets } from "../queries/tickets"
import { Moment } from "./moment"
import { StatusLabel } from "./status-label"

type TicketListWidgetProps = {
  filter: { customer_id: string } | { order_id: string }
  /** The page for a new ticket, filled from what stands beside. */
  newTicket: string
}

/** The latest tickets of an order or a customer, beside it. */
export const TicketListWidget = ({ filter, newTicket }: TicketListWidgetProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: summary } = useQuery(summaryQuery)
  const { data, isPending, error } = useQuery(
    latestTickets("customer_id" in filter ? oneCustomer(filter) : oneOrder(filter))
  )

  if (summary?.enabled === false) {
    return null
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <Heading level="h2">{t("widget.title")}</Heading>
        <Button size="small" variant="secondary" asChild>
          <Link to={newTicket}>{t("widget.open")}</Link>
        </Button>
      </div>
      {isPending && (
        <div className="px-6 py-4">
          <Skeleton className="h-10 w-full" />
        </div>
      )}
      {error && (
        <Text size="small" className="text-ui-fg-error px-6 py-4" role="alert">
          {messageOf(error)}
        </Text>
      )}
      {data?.tickets.length === 0 && (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("widget.empty")}
        </Text>
      )}
      {Boolean(data?.tickets.length) && (
        <ul className="divide-y">
          {data?.tickets.map((ticket) => (
            <li key={ticket.id}>
              <Row ticket={ticket} />
            </li>
          ))}
        </ul>
      )}
      {data && data.count > data.tickets.length && (
        <div className="px-6 py-3">
          <Link to={ticketsPath(filter)} className="txt-small text-ui-fg-interactive">
            {t("widget.all", { count: data.count })}
          </Link>
        </div>
      )}
    </Container>
  )
}

const oneCustomer = ({ customer_id }: { customer_id: string }) => ({
  customer_id: [customer_id],
})
const oneOrder = ({ order_id }: { order_id: string }) => ({ order_id: [order_id] })

const Row = ({ ticket }: { ticket: TicketListItem }) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Link
      to={ticketPath(ticket.id)}
      className="hover:bg-ui-bg-base-hover flex flex-col px-6 py-3"
    >
      <span className="flex items-center gap-x-2">
        <span className="txt-compact-small-plus text-ui-fg-interactive tabular-nums">
          #{ticket.number}
        </span>
        <StatusLabel status={ticket.status} />
        <Moment
          at={ticket.last_message_at}
          className="txt-small text-ui-fg-muted ms-auto"
        />
      </span>
      <span className="flex items-center gap-x-1.5">
        {ticket.awaiting === "agent" && (
          <ExclamationCircle
            className="text-ui-tag-orange-icon shrink-0"
            aria-label={t("tickets.awaiting")}
          />
        )}
        <span className="txt-small text-ui-fg-subtle truncate">{ticket.subject}</span>
      </span>
    </Link>
  )
}
