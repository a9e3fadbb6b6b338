import { Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { messageOf } from "../../lib/server-error"
import { ticketsPath } from "../../lib/ticket-links"
import { latestTickets } from "../../queries/tickets"
import { TicketLine } from "../ticket-line"
import { Toggle } from "../toggle"

type GroupTicketsProps = {
  groups: { id: string; name: string }[]
  /** The ticket that is being looked at. */
  except?: string
}

/** The tickets of everybody in the customer's groups, on request (V-110, V-111). */
export const GroupTickets = ({ groups, except }: GroupTicketsProps) => {
  const { t } = useTranslation("crmDesk")
  const [isOn, setIsOn] = useState(false)
  const filter = { customer_group_id: groups.map(({ id }) => id) }
  const { data, error } = useQuery({ ...latestTickets(filter), enabled: isOn })
  const tickets = (data?.tickets ?? []).filter(({ id }) => id !== except)

  if (!groups.length) {
    return null
  }

  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Toggle
        label={t("person.groupTickets")}
        hint={groups.map(({ name }) => name).join(", ")}
        checked={isOn}
        onChange={setIsOn}
      />
      {isOn && error && (
        <Text size="small" className="text-ui-fg-error" role="alert">
          {messageOf(error)}
        </Text>
      )}
      {isOn && data && tickets.length === 0 && (
        <Text size="small" className="text-ui-fg-muted">
          {t("widget.empty")}
        </Text>
      )}
      {isOn && tickets.length > 0 && (
        <ul className="flex flex-col gap-y-3">
          {tickets.map((ticket) => (
            <li key={ticket.id}>
              <TicketLine
                ticket={ticket}
                hint={ticket.requester.name || ticket.requester.email}
              />
            </li>
          ))}
        </ul>
      )}
      {isOn && data && data.count > data.tickets.length && (
        <Link to={ticketsPath(filter)} className="txt-small text-ui-fg-interactive">
          {t("widget.all", { count: data.count })}
        </Link>
      )}
    </div>
  )
}
