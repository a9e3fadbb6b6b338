import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import type { TicketListItem } from "../../api/admin/crm/tickets/contract"
import { ticketPath } from "../lib/ticket-links"
import { StatusLabel } from "./status-label"

type TicketLineProps = {
  ticket: Pick<TicketListItem, "id" | "number" | "subject"> &
    Partial<Pick<TicketListItem, "status">>
  /** What is said about it in small print. */
  hint?: ReactNode
  /** Buttons at its end. */
  children?: ReactNode
}

/** A ticket beside another one: number, status and subject. */
export const TicketLine = ({ ticket, hint, children }: TicketLineProps) => (
  <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
    {/* Narrower than this, the buttons stand below it. */}
    <div className="min-w-40 flex-1">
      <div className="flex flex-wrap items-center gap-x-2">
        <Link
          to={ticketPath(ticket.id)}
          className="txt-compact-small-plus text-ui-fg-interactive hover:text-ui-fg-interactive-hover tabular-nums"
        >
          #{ticket.number}
        </Link>
        {ticket.status && <StatusLabel status={ticket.status} />}
      </div>
      <p className="txt-small text-ui-fg-base [overflow-wrap:anywhere]">
        {ticket.subject}
      </p>
      {hint && (
        <p className="txt-compact-xsmall text-ui-fg-subtle [overflow-wrap:anywhere]">
          {hint}
        </p>
      )}
    </div>
    {children && (
      <div className="flex shrink-0 flex-wrap justify-end gap-1">{children}</div>
    )}
  </div>
)
