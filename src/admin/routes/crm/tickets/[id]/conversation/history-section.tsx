import { TriangleDownMini, TriangleRightMini } from "@medusajs/icons"
import { Container, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  Ticket,
  TicketEvent,
} from "../../../../../../api/admin/crm/tickets/contract"
import { Moment } from "../../../../../components/moment"
import { eventText } from "../../../../../lib/event-text"
import { classificationsQuery } from "../../../../../queries/classifications"
import { departmentsQuery } from "../../../../../queries/departments"

/** What changed, by whom and when (V-35). */
export const HistorySection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const [isOpen, setIsOpen] = useState(false)

  return (
    <Container className="divide-y p-0">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="txt-compact-small-plus flex w-full items-center gap-x-2 px-6 py-4 text-start"
      >
        {isOpen ? <TriangleDownMini /> : <TriangleRightMini />}
        {t("history.title")} ({ticket.events.length})
      </button>
      {isOpen && (
        <ol className="flex flex-col gap-y-2 px-6 py-4">
          {ticket.events.map((event) => (
            <Event key={event.id} event={event} />
          ))}
        </ol>
      )}
    </Container>
  )
}

const Event = ({ event }: { event: TicketEvent }) => {
  const { t, i18n } = useTranslation("crmDesk")
  const { data: departments } = useQuery(departmentsQuery)
  const { data: classifications } = useQuery(classificationsQuery)
  const nameOf = (id: string) =>
    departments?.find((department) => department.id === id)?.private_name ??
    classifications?.find((classification) => classification.id === id)?.name

  return (
    <li className="flex flex-col justify-between gap-x-4 sm:flex-row sm:items-baseline">
      <Text size="small" className="min-w-0 [overflow-wrap:anywhere]">
        <span className="text-ui-fg-subtle">
          {event.actor.name ?? t(`actor.${event.actor.type}`)}:
        </span>{" "}
        {eventText(event, t, nameOf, i18n.language)}
      </Text>
      <Text size="small" className="text-ui-fg-muted shrink-0">
        <Moment at={event.created_at} full />
      </Text>
    </li>
  )
}
