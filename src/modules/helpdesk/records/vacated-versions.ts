import { rowsOf, type Sql } from "../../../sql"

/** Versions of a ticket that belong to no message any more, because it was taken back. */
export const vacatedVersions = async (sql: Sql, ticketId: string): Promise<number[]> =>
  (
    await rowsOf<{ version: number }>(
      sql,
      `select (data->'after'->>'version')::int as version from crm_undo
       where ticket_id = ? and kind = 'reply' and used_at is not null and deleted_at is null
         and (data->'after'->>'version')::int > (data->'before'->>'version')::int`,
      [ticketId]
    )
  ).map(({ version }) => version)
