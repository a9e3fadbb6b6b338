import type { Context } from "@medusajs/framework/types"
import type { EntityManager, Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { toStoredJson } from "./stored-json"

/** What the hot paths need of a database: parameters travel beside the statement, not inside it. */
export type Sql = Pick<Knex, "raw">

/** The transaction of a method under `@InjectTransactionManager`. */
export function inTransaction(context: Context<EntityManager>): Sql {
  const transaction =
    context.transactionManager?.getTransactionContext<Knex.Transaction>()

  if (!transaction) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "This must run in a transaction: call it through @InjectTransactionManager"
    )
  }
  return transaction
}

/** The transaction of a method under `@InjectManager` if it has one, else the pool. */
export const reading = (context: Context<EntityManager>): Sql =>
  context.transactionManager?.getTransactionContext<Knex.Transaction>() ??
  (context.manager as EntityManager).getKnex()

export async function rowsOf<Row>(
  sql: Sql,
  statement: string,
  bindings: readonly unknown[] = []
): Promise<Row[]> {
  const { rows } = await sql.raw(statement, bindings as Knex.RawBinding[])

  return rows as Row[]
}

/**
 * Inserts many rows in one statement with one parameter. A key that a row does not name takes the
 * column's default; all rows name the same keys.
 * @param suffix e.g. `on conflict do nothing` or `returning id`
 */
export async function insertRows<Returned = never>(
  sql: Sql,
  table: string,
  rows: readonly object[],
  suffix = ""
): Promise<Returned[]> {
  if (!rows.length) {
    return []
  }
  const columns = Object.keys(rows[0])
    .map((column) => `"${column}"`)
    .join(", ")

  return rowsOf<Returned>(
    sql,
    `insert into "${table}" (${columns})
     select ${columns} from json_populate_recordset(null::"${table}", ?::json) ${suffix}`,
    [toStoredJson(rows)]
  )
}

/**
 * Whether the database refused the data rather than failed itself: SQLSTATE classes 22 (data
 * exception), 23 (constraint) and 54 (a limit exceeded). Trying again would not help.
 */
export function isDataError(error: unknown): boolean {
  const { code } = error as { code?: unknown }

  return typeof code === "string" && /^(22|23|54)[0-9A-Z]{3}$/.test(code)
}
