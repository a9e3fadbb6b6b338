import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import {
  CODE_MINUTES,
  isCode,
  MOST_CODES_PER_ORDER,
  MOST_PER_NETWORK,
  MOST_TRIES,
} from "../domain/order-access"

/** Minutes over which codes and tries are counted. */
const WINDOW_MINUTES = 15

export type OrderRequest = {
  /** Null: what was written is no number that an order has. */
  order_number: number | null
  /** Lower case. */
  email: string
  locale: string | null
  network: string
}

/**
 * Takes a request for access to an order. It looks nothing up that has to do with orders: that is done
 * afterwards, when nobody waits for the answer (N1).
 * @returns null when the network has asked too often
 */
export async function askForOrder(
  sql: Sql,
  request: OrderRequest
): Promise<{ id: string; expires_at: Date } | null> {
  const [{ asked }] = await rowsOf<{ asked: number }>(
    sql,
    `select count(*)::int as asked from crm_order_access
     where network = ? and created_at > clock_timestamp() - make_interval(mins => ?)`,
    [request.network, WINDOW_MINUTES]
  )
  if (asked >= MOST_PER_NETWORK) {
    return null
  }
  const [access] = await insertRows<{ id: string; expires_at: Date }>(
    sql,
    "crm_order_access",
    [
      {
        ...request,
        id: generateEntityId("", "oacc"),
        expires_at: new Date(Date.now() + CODE_MINUTES * 60_000),
      },
    ],
    "returning id, expires_at"
  )
  return access
}

export type AccessToLookUp = {
  id: string
  order_number: number | null
  email: string
  locale: string | null
  /** Codes of this order went out often enough in the last fifteen minutes. */
  is_enough: boolean
}

/** Requests that nobody has looked up yet, oldest first. */
export const accessesToLookUp = (sql: Sql, limit: number): Promise<AccessToLookUp[]> =>
  rowsOf<AccessToLookUp>(
    sql,
    `select access.id, access.order_number, access.email, access.locale,
            (select count(*) from crm_order_access earlier
             where earlier.order_number = access.order_number and earlier.email = access.email
               and earlier.created_at > clock_timestamp() - make_interval(mins => ?)
               and (earlier.created_at, earlier.id) < (access.created_at, access.id)
            ) >= ? as is_enough
     from crm_order_access access
     where access.looked_up_at is null and access.expires_at > clock_timestamp()
     order by access.id limit ?`,
    [WINDOW_MINUTES, MOST_CODES_PER_ORDER, limit]
  )

/** @param orderId null: there is no such order, or its codes went out often enough */
export async function recordLookedUp(
  sql: Sql,
  id: string,
  orderId: string | null
): Promise<void> {
  await sql.raw(
    `update crm_order_access set looked_up_at = clock_timestamp(), order_id = ?
     where id = ? and looked_up_at is null`,
    [orderId, id]
  )
}

/** What a code opened. */
export type OpenedOrder = { order_id: string; email: string }

type Locked = {
  order_id: string | null
  email: string
  is_open: boolean
  tries_of_order: number
  tries_of_network: number
}

/**
 * Tries a code, in the caller's transaction. A wrong one counts, so this returns instead of throwing:
 * what is thrown is rolled back.
 * @returns null for whatever is not right, without saying what
 */
export async function tryCode(
  sql: Sql,
  { id, code }: { id: string; code: string },
  key: Buffer
): Promise<OpenedOrder | null> {
  const [access] = await rowsOf<Locked>(sql, LOCKED, [
    WINDOW_MINUTES,
    WINDOW_MINUTES,
    MOST_TRIES,
    id,
  ])
  const isRight = isCode(code, id, key)

  if (!access || !isRight || !mayTry(access)) {
    await sql.raw(`update crm_order_access set tries = tries + 1 where id = ?`, [id])
    return null
  }
  await sql.raw(`update crm_order_access set used_at = clock_timestamp() where id = ?`, [
    id,
  ])
  return access.order_id ? { order_id: access.order_id, email: access.email } : null
}

const LOCKED = `
  select access.order_id, access.email,
         (select coalesce(sum(other.tries), 0)::int from crm_order_access other
          where other.order_number = access.order_number and other.email = access.email
            and other.created_at > clock_timestamp() - make_interval(mins => ?)
         ) as tries_of_order,
         (select coalesce(sum(other.tries), 0)::int from crm_order_access other
          where other.network = access.network
            and other.created_at > clock_timestamp() - make_interval(mins => ?)
         ) as tries_of_network,
         access.used_at is null and access.expires_at > clock_timestamp()
           and access.tries < ? as is_open
  from crm_order_access access where access.id = ? for update of access`

const mayTry = ({ order_id, is_open, tries_of_order, tries_of_network }: Locked) =>
  order_id !== null &&
  is_open &&
  tries_of_order < MOST_TRIES &&
  tries_of_network < MOST_PER_NETWORK

/** What was asked for is nobody's business the day after. */
export async function forgetOrderAccesses(sql: Sql): Promise<void> {
  await sql.raw(
    `delete from crm_order_access where created_at < clock_timestamp() - interval '1 day'`
  )
}
