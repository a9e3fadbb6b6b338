import { TriangleDownMini, TriangleRightMini } from "@medusajs/icons"
import { Button, Container, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  Ticket,
  TicketEvent,
} from "../../../../../../api/admin/crm/tickets/contract"
import { Moment } from "../../../../../components/moment"
import { useUndo } from "../../../../../components/use-undo"
import { byDay } from "../../../../../lib/by-day"
import { eventText } from "../../../../../lib/event-text"
import { milestones } from "../../../../../lib/milestones"
import { calendarDay } from "../../../../../lib/relative-time"
import { classificationsQuery } from "../../../../../queries/classifications"
import { departmentsQuery } from "../../../../../queries/departments"

/** What changed, by whom and when, with a way back where there is one (V-35, M-03, X-14). */
export const HistorySection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const [isOpen, setIsOpen] = useState(false)

  return (
    <Container className="divide-y p-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls="crm-ticket-history"
        onClick={() => setIsOpen(!isOpen)}
        className="txt-compact-small-plus focus-visible:shadow-borders-focus flex w-full items-center gap-x-2 px-6 py-4 text-start outline-none"
      >
        {isOpen ? <TriangleDownMini /> : <TriangleRightMini />}
        {t("history.title")} ({ticket.events.length})
      </button>
      {isOpen && (
        <div id="crm-ticket-history" className="flex flex-col gap-y-4 px-6 py-4">
          <Milestones ticket={ticket} />
          <Days events={ticket.events} />
        </div>
      )}
    </Container>
  )
}

const Milestones = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const { opened, first_answered, closed } = milestones(ticket)

  return (
    <dl className="txt-small flex flex-wrap gap-x-8 gap-y-2">
      {Object.entries({ opened, first_answered, closed }).map(([name, moment]) => (
        <div key={name}>
          <dt className="text-ui-fg-subtle">{t(`history.${name}`)}</dt>
          <dd>{moment ? <Moment at={moment} full /> : t("history.notYet")}</dd>
        </div>
      ))}
    </dl>
  )
}

const Days = ({ events }: { events: TicketEvent[] }) => {
  const { i18n } = useTranslation("crmDesk")
  const { data: departments } = useQuery(departmentsQuery)
  const { data: classifications } = useQuery(classificationsQuery)
  const nameOf = (id: string) =>
    departments?.find((department) => department.id === id)?.private_name ??
    classifications?.find((classification) => classification.id === id)?.name

  return byDay(events).map(({ day, items }) => (
    <section key={day} className="flex flex-col gap-y-2">
      <Text size="xsmall" weight="plus" className="text-ui-fg-muted" asChild>
        <h3>{calendarDay(items[0].created_at, i18n.language)}</h3>
      </Text>
      <ol className="flex flex-col gap-y-2">
        {items.map((event) => (
          <li key={event.id}>
            <Event event={event} nameOf={nameOf} />
          </li>
        ))}
      </ol>
    </section>
  ))
}

type EventProps = { event: TicketEvent; nameOf: (id: string) => string | undefined }

const Event = ({ event, nameOf }: EventProps) => {
  const { t, i18n } = useTranslation("crmDesk")
  const undo = useUndo()
  const [isUndoing, setIsUndoing] = useState(false)
  const { undo: token } = event
  const text = eventText(event, t, nameOf, i18n.language)

  const takeBack = async (known: string) => {
    setIsUndoing(true)
    await undo(known)
    setIsUndoing(false)
  }

  return (
    <div className="flex flex-col justify-between gap-x-4 sm:flex-row sm:items-baseline">
      <Text size="small" className="min-w-0 [overflow-wrap:anywhere]">
        <span className="text-ui-fg-subtle">
          {event.actor.name ?? t(`actor.${event.actor.type}`)}:
        </span>{" "}
        {text}
      </Text>
      <div className="flex shrink-0 items-baseline gap-x-2">
        {token && (
          <Button
            size="small"
            variant="transparent"
            isLoading={isUndoing}
            aria-label={t("undo.this", { text })}
            onClick={() => takeBack(token)}
          >
            {t("undo.action")}
          </Button>
        )}
        <Text size="small" className="text-ui-fg-muted">
          <Moment at={event.created_at} />
        </Text>
      </div>
    </div>
  )
}
