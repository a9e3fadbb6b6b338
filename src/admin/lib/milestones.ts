import type { Ticket } from "../../api/admin/crm/tickets/contract"

export type Milestones = {
  opened: string
  first_answered: string | null
  closed: string | null
}

/**
 * When a ticket was opened, first answered and closed (M-03). The first answer is an agent's first
 * message after the customer's first; what an agent opened a ticket with answers nobody.
 */
export function milestones({
  created_at,
  closed_at,
  messages,
}: Pick<Ticket, "created_at" | "closed_at"> & {
  messages: Pick<Ticket["messages"][number], "kind" | "created_at">[]
}): Milestones {
  const oldestFirst = [...messages].sort((one, other) =>
    one.created_at.localeCompare(other.created_at)
  )
  const question = oldestFirst.findIndex(({ kind }) => kind === "customer")
  const answer =
    question < 0
      ? undefined
      : oldestFirst.slice(question).find(({ kind }) => kind === "agent")

  return {
    opened: created_at,
    first_answered: answer?.created_at ?? null,
    closed: closed_at,
  }
}
