import type { Sql } from "../../sql"

/** How the module's parts reach the database: statements of their own, or one transaction. */
export type MailDatabase = {
  query<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
}
