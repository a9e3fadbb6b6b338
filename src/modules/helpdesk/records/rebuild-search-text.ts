import { rowsOf, type Sql } from "../../../sql"
import { addSearchText, searchableName } from "./search-text"

/** Octets written in one statement: PostgreSQL refuses a tsvector over one megabyte. */
const PORTION = 60_000

/**
 * Writes anew what a ticket is found by, after messages came or went: words cannot be taken out one by
 * one. What is private is left out. One that others were merged into is found by their numbers, too.
 */
export async function rebuildSearchText(sql: Sql, ticketId: string): Promise<void> {
  const rows = await rowsOf<{ words: string; is_name: boolean }>(
    sql,
    `select number || ' ' || subject || ' ' || requester_name as words, false as is_name
       from crm_ticket where id = ? or merged_into_id = ?
     union all
     select requester_email, true from crm_ticket where id = ? or merged_into_id = ?
     union all
     select display_id, false from crm_ticket_order where ticket_id = ? and deleted_at is null
     union all
     select concat_ws(' ', title, subtitle, sku), true
       from crm_ticket_product where ticket_id = ? and deleted_at is null
     union all
     select file.filename, true
       from crm_attachment file join crm_ticket_message message on message.id = file.message_id
       where message.ticket_id = ? and file.deleted_at is null and message.deleted_at is null
         and message.kind <> 'system' and message.private_to_user_id is null
     union all
     (select body_text, false from crm_ticket_message
      where ticket_id = ? and deleted_at is null and kind <> 'system'
        and private_to_user_id is null
      order by created_at, id)`,
    Array(8).fill(ticketId)
  )
  await sql.raw(`delete from crm_ticket_search where ticket_id = ?`, [ticketId])

  for (const portion of portionsOf(
    rows.map(({ words, is_name }) => (is_name ? searchableName(words) : words))
  )) {
    await addSearchText(sql, new Map([[ticketId, portion]]))
  }
}

/** Texts joined into few portions, each small enough for one statement. */
function portionsOf(texts: string[]): string[] {
  const portions: string[] = []
  let portion = ""

  for (const text of texts) {
    if (portion && Buffer.byteLength(portion) + Buffer.byteLength(text) > PORTION) {
      portions.push(portion)
      portion = ""
    }
    portion = portion ? `${portion}\n${text}` : text
  }
  return portion ? [...portions, portion] : portions
}
