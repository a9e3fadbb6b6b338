import type { Sql } from "../../../sql"
import { toStoredJson } from "../../../stored-json"

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
    [toStoredJson(rows), MOST_OCTETS]
  )
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
