import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"

/** Where a mail is, to be linked to. Null for a ticket that was deleted. */
export type TicketOfMail = { id: string; number: number }

/** Numbers of tickets by id, in one query. */
export async function ticketsOfMails(
  container: MedusaContainer,
  ids: (string | null)[]
): Promise<Map<string, TicketOfMail>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]

  if (!wanted.length) {
    return new Map()
  }
  const tickets = await container
    .resolve(HELPDESK_MODULE)
    .listCrmTickets({ id: wanted }, { take: null, select: ["id", "number"] })

  return new Map(tickets.map(({ id, number }) => [id, { id, number }]))
}
