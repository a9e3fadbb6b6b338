import type { ReactNode } from "react"
import type { Ticket } from "../client/types"
import { momentOf } from "./formats"
import { useSupport } from "./support-provider"
import { en, type TextKey } from "./texts/en"

const AWAITING: Record<Ticket["awaiting"], TextKey | null> = {
  agent: "requests_awaiting_agent",
  customer: "requests_awaiting_customer",
  none: null,
}

export function StatusBadge({ status: { name, category } }: Pick<Ticket, "status">) {
  const { text } = useSupport()
  // A name the merchant gave is shown as it is; the names we ship speak the shopper's language.
  const isShipped = name.trim().toLowerCase() === en[`status_${category}`].toLowerCase()

  return (
    <span className="crm-status" data-category={category}>
      {isShipped ? text(`status_${category}`) : name}
    </span>
  )
}

/** One request in a list. @param title its subject, as a link or a button */
export function TicketLine({ ticket, title }: { ticket: Ticket; title: ReactNode }) {
  const { locale, text } = useSupport()
  // Whoever has spoken last: nobody waits for anything here any more.
  const waitsFor = ticket.status.category === "closed" ? "none" : ticket.awaiting
  const awaiting = AWAITING[waitsFor]
  const facts = [
    text("requests_number", { number: ticket.number }),
    ticket.order && text("thread_about_order", { number: ticket.order.display_id }),
    ticket.department.name,
    ticket.is_shared && text("requests_shared"),
    text("requests_last", { when: momentOf(ticket.last_message_at, locale) }),
  ].filter(Boolean)

  return (
    <li className="crm-ticket" data-awaiting={waitsFor}>
      <p className="crm-ticket-head">
        {title} <StatusBadge status={ticket.status} />
      </p>
      <p className="crm-facts">{facts.join(" · ")}</p>
      {awaiting && <p className="crm-awaiting">{text(awaiting)}</p>}
    </li>
  )
}
