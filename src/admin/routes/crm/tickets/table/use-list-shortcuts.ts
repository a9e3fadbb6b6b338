import { useEffect } from "react"
import { useLocation, useNavigate } from "react-router-dom"
import type { TicketListItem } from "../../../../../api/admin/crm/tickets/contract"
import { useShortcuts } from "../../../../components/use-shortcuts"
import { newTicketPath } from "../../../../lib/ticket-links"
import { keepTrail } from "../../../../lib/ticket-trail"

/** Keys of the list, and the trail that leads from one of its tickets to the next. */
export function useListShortcuts(tickets: TicketListItem[]): void {
  const navigate = useNavigate()
  const { pathname, search, hash } = useLocation()

  useShortcuts({ "/": focusSearch, c: () => navigate(newTicketPath()) })

  useEffect(() => {
    if (tickets.length) {
      keepTrail({ ids: tickets.map(({ id }) => id), address: `${pathname}${search}` })
    }
  }, [tickets, pathname, search])

  useEffect(() => {
    if (hash === "#search") {
      focusSearch()
    }
  }, [hash])
}

const focusSearch = () =>
  document.querySelector<HTMLInputElement>("main input[type=search]")?.focus()
