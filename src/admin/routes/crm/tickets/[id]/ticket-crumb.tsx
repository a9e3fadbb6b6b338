import { useQuery } from "@tanstack/react-query"
import { ticketQueries } from "../../../../queries/tickets"

/** The ticket's number, once the page has it. */
export const TicketCrumb = ({ id }: { id: string }) => {
  const { data } = useQuery({ ...ticketQueries.detail(id), enabled: false })
  return <>{data ? `#${data.ticket.number}` : "…"}</>
}
