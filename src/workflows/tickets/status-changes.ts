type Outcome = { ticket_id: string; status_before: string | null; status: string }

/** What a change tells subscribers about the status: one event, or none. */
export const statusChangesOf = ({ ticket_id, status_before, status }: Outcome) =>
  status_before !== null && status_before !== status
    ? [{ id: ticket_id, from: status_before, to: status }]
    : []
