import { Link } from "react-router-dom"
import { ticketPath } from "../lib/ticket-links"

type TicketOfMailProps = { ticket: { id: string; number: number } | null }

export const TicketOfMail = ({ ticket }: TicketOfMailProps) =>
  ticket ? (
    <Link
      to={ticketPath(ticket.id)}
      onClick={(event) => event.stopPropagation()}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover tabular-nums"
    >
      #{ticket.number}
    </Link>
  ) : (
    "–"
  )
