import { useQuery } from "@tanstack/react-query"
import { useEffect } from "react"
import { noticesQuery, useReadNotices } from "../../../../../queries/notices"

/** Whoever looks at a ticket has seen what they were told of it. */
export function useTicketNoticesRead(ticketId: string): void {
  // The top bar asks for them; here they are only looked at.
  const { data } = useQuery({ ...noticesQuery, enabled: false })
  const { mutate, isPending } = useReadNotices()
  const isUnread =
    data?.notices.some(({ ticket, read_at }) => ticket.id === ticketId && !read_at) ??
    false

  useEffect(() => {
    if (isUnread && !isPending) {
      mutate({ ticket_id: ticketId })
    }
    // A refusal is not repeated at once: the next look of the top bar asks again.
  }, [isUnread, data])
}
