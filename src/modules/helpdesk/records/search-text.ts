import { rowsOf, type Sql } from "../../../sql"

/** Octets of a ticket that the search knows: PostgreSQL refuses a tsvector over one megabyte. */
const MOST_OCTETS = 400_000
const MOST_OCTETS_AT_ONCE = 64_000

/** A name or an address, whole and in its parts: `mia.moon@shopper.test` is found by `shopper`. */
export const searchableName = (name: string) => `${name} ${name.replace(/[@._-]+/g, " ")}`

/** Adds words to what a ticket is found by. Each ticket at most once in a call. */
export async function addSearchText(
  sql: Sql,
  texts: ReadonlyMap<string, string>
): Promise<void> {
  const rows = [...texts].map(([ticket_id, text]) => {
    const cut = firstOctets(text, MOST_OCTETS_AT_ONCE)

    return { ticket_id, text: cut, octets: Buffer.byteLength(cut) }
  })
  if (!rows.length) {
    return
  }
  await sql.raw(
    `insert into crm_ticket_search as search (ticket_id, document, octets)
     select ticket_id, strip(to_tsvector('simple', text)), octets
     from json_to_recordset(?::json) as added (ticket_id text, text text, octets int)
     on conflict (ticket_id) do update
       set document = search.document || excluded.document,
           octets = search.octets + excluded.octets
       where search.octets + excluded.octets < ?`,
    [JSON.stringify(rows), MOST_OCTETS]
  )
}

/**
 * Writes anew what a ticket is found by, for when words have to go: a message that was made private
 * or taken back. What is private is left out.
 */
export async function rebuildSearchText(sql: Sql, ticketId: string): Promise<void> {
  const [ticket] = await rowsOf<{
    number: number
    subject: string
    requester_name: string
    requester_email: string
    orders: string[]
  }>(
    sql,
    `select ticket.number, ticket.subject, ticket.requester_name, ticket.requester_email,
            array(select linked.display_id from crm_ticket_order linked
                  where linked.ticket_id = ticket.id and linked.deleted_at is null) as orders
     from crm_ticket ticket where ticket.id = ?`,
    [ticketId]
  )
  const messages = await rowsOf<{ body_text: string; filenames: string[] }>(
    sql,
    `select message.body_text,
            array(select file.filename from crm_attachment file
                  where file.message_id = message.id and file.deleted_at is null) as filenames
     from crm_ticket_message message
     where message.ticket_id = ? and message.deleted_at is null and message.kind <> 'system'
       and message.private_to_user_id is null
     order by message.created_at, message.id`,
    [ticketId]
  )
  await sql.raw(`delete from crm_ticket_search where ticket_id = ?`, [ticketId])

  if (ticket) {
    const { number, subject, requester_name, requester_email, orders } = ticket
    const head = [number, subject, requester_name, searchableName(requester_email)]
    const texts = [
      [...head, ...orders].join("\n"),
      ...messages.map(({ body_text, filenames }) =>
        [...filenames.map(searchableName), body_text].join("\n")
      ),
    ]
    for (const text of texts) {
      await addSearchText(sql, new Map([[ticketId, text]]))
    }
  }
}

function firstOctets(text: string, octets: number): string {
  const encoded = Buffer.from(text)

  return encoded.length <= octets
    ? text
    : encoded
        .subarray(0, octets)
        .toString("utf8")
        .replace(/\uFFFD+$/, "")
}
