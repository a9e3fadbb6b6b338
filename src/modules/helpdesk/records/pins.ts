import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"

/** Keeps a ticket in an agent's My Tickets, or no longer (V-70). @returns whether that is news */
export async function pinTicket(
  sql: Sql,
  ticket_id: string,
  user_id: string,
  keep: boolean
): Promise<boolean> {
  const changed = keep
    ? await insertRows(
        sql,
        "crm_ticket_pin",
        [{ id: generateEntityId("", "tpin"), ticket_id, user_id }],
        "on conflict do nothing returning id"
      )
    : await rowsOf(
        sql,
        `delete from crm_ticket_pin
         where ticket_id = ? and user_id = ? and deleted_at is null returning id`,
        [ticket_id, user_id]
      )
  return changed.length > 0
}
