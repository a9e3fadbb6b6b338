import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import type { TicketOfMail } from "./contract"

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
