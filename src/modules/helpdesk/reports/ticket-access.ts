import { rowsOf, type Sql } from "../../../sql"

/** What a signed link to a ticket is compared with. */
export type LinkedTicket = {
  id: string
  /** Lower case. */
  email: string
}

/**
 * The ticket that a link names, or the one it was merged into while that is the same person's. None,
 * when it is in the trash or kept from its customer.
 */
export async function linkedTicket(sql: Sql, id: string): Promise<LinkedTicket | null> {
  const [ticket] = await rowsOf<LinkedTicket>(
    sql,
    `with recursive path as (
       select ticket.*, 0 as depth from crm_ticket ticket where ticket.id = ?
       union all
       select next.*, path.depth + 1 from path
       join crm_ticket next on next.id = path.merged_into_id
       where path.depth < 20 and lower(next.requester_email) = lower(path.requester_email)
     )
     select id, lower(requester_email) as email from path
     where merged_into_id is null and deleted_at is null and visible_to_customer
       and requester_email <> ''`,
    [id]
  )
  return ticket ?? null
}
