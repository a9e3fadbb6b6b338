import { rowsOf, type Sql } from "../../../sql"

/**
 * Whether a message counts on its ticket, in SQL. A scheduled reply is said when it leaves and not
 * when it was written, and one that was given up is never said.
 */
export const IS_SAID = `coalesce(hold, 'undo') = 'undo'`

/** How many of these messages count on a ticket, and how many of them are replies of agents. */
export async function saidAmong(
  sql: Sql,
  messageIds: string[]
): Promise<{ messages: number; replies: number }> {
  const [said] = await rowsOf<{ messages: number; replies: number }>(
    sql,
    `select count(*)::int as messages,
            (count(*) filter (where kind = 'agent'))::int as replies
     from crm_ticket_message where id = any(?) and ${IS_SAID}`,
    [messageIds]
  )
  return said
}
