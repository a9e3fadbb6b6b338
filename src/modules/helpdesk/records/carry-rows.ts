import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"

/**
 * What belongs to a ticket and goes along when it is merged into another. Of a row that may be there
 * once only, `once` says what by: the survivor's own stays, and so does the other, where it was.
 */
const CARRIED: Record<string, { once?: string[] }> = {
  crm_ticket_message: {},
  crm_ticket_event: {},
  crm_ticket_order: { once: ["order_id"] },
  crm_ticket_product: { once: ["reference"] },
  crm_follow_up: {},
  crm_ticket_watcher: { once: ["user_id", "kind"] },
  crm_ticket_pin: { once: ["user_id"] },
  crm_notice: {},
  crm_ticket_rating: {},
}

/** What one ticket brought into another: enough to take it out again. */
export type Carried = {
  /** Ids by table. */
  rows: Record<string, string[]>
  /** People who were no part of the survivor before, and those who were only third parties there. */
  people_added: string[]
  people_raised: string[]
  /** Orders that were only suggested on the survivor. */
  orders_raised: string[]
}

/** Moves everything of a ticket to another one, in the caller's transaction. */
export async function carryRows(sql: Sql, from: string, to: string): Promise<Carried> {
  const rows: Carried["rows"] = {}

  for (const [table, { once }] of Object.entries(CARRIED)) {
    const moved = await rowsOf<{ id: string }>(
      sql,
      `update ${table} moved set ticket_id = ?
       where moved.ticket_id = ? and moved.deleted_at is null ${
         once
           ? `and not exists (
                select 1 from ${table} own
                where own.ticket_id = ? and ${once
                  .map((column) => `own.${column} = moved.${column}`)
                  .join(" and ")}
                  and own.deleted_at is null
              )`
           : ""
       } returning moved.id`,
      once ? [to, from, to] : [to, from]
    )
    rows[table] = moved.map(({ id }) => id)
  }
  return {
    rows,
    orders_raised: await raiseOrders(sql, from, to),
    ...(await carryPeople(sql, from, to)),
  }
}

/** Moves back what is still where it was carried to. @returns ids of the messages that went back */
export async function returnRows(
  sql: Sql,
  carried: Carried,
  from: string,
  to: string
): Promise<string[]> {
  let messages: string[] = []

  for (const [table, ids] of Object.entries(carried.rows)) {
    const moved = await rowsOf<{ id: string }>(
      sql,
      `update ${table} set ticket_id = ? where id = any(?) and ticket_id = ? returning id`,
      [to, ids, from]
    )
    if (table === "crm_ticket_message") {
      messages = moved.map(({ id }) => id)
    }
  }
  await returnPeople(sql, carried, from)
  await sql.raw(
    `update crm_ticket_order set proof = 'suggestion'
     where id = any(?) and ticket_id = ? and deleted_at is null`,
    [carried.orders_raised, from]
  )
  return messages
}

/** An order that the merged ticket had a proof for is more than a suggestion now. */
async function raiseOrders(sql: Sql, from: string, to: string): Promise<string[]> {
  const raised = await rowsOf<{ id: string }>(
    sql,
    `update crm_ticket_order own set proof = other.proof
     from crm_ticket_order other
     where own.ticket_id = ? and other.ticket_id = ? and other.order_id = own.order_id
       and own.proof = 'suggestion' and other.proof <> 'suggestion'
       and own.deleted_at is null and other.deleted_at is null
     returning own.id`,
    [to, from]
  )
  return raised.map(({ id }) => id)
}

/** The merged ticket's people take part in the survivor: their mail must find it. */
async function carryPeople(sql: Sql, from: string, to: string) {
  const people = await rowsOf<{ email: string; name: string; role: string }>(
    sql,
    `select email, name, role from crm_ticket_participant
     where ticket_id = ? and deleted_at is null`,
    [from]
  )
  const added = await insertRows<{ id: string }>(
    sql,
    "crm_ticket_participant",
    people.map(({ email, name, role }) => ({
      id: generateEntityId("", "tpar"),
      ticket_id: to,
      email,
      name,
      role: role === "requester" ? "cc" : role,
    })),
    `on conflict (ticket_id, email) where deleted_at is null do nothing returning id`
  )
  const raised = await rowsOf<{ id: string }>(
    sql,
    `update crm_ticket_participant set role = 'cc'
     where ticket_id = ? and role = 'third_party' and deleted_at is null and email = any(?)
     returning id`,
    [to, people.filter(({ role }) => role !== "third_party").map(({ email }) => email)]
  )
  return {
    people_added: added.map(({ id }) => id),
    people_raised: raised.map(({ id }) => id),
  }
}

/** Who wrote or was written to on the survivor since stays part of it. */
async function returnPeople(
  sql: Sql,
  { people_added, people_raised }: Carried,
  from: string
): Promise<void> {
  const gone = `not exists (
    select 1 from crm_ticket_message message
    where message.ticket_id = person.ticket_id and message.deleted_at is null
      and (lower(message.from_email) = person.email
        or jsonb_exists(message."to", person.email) or jsonb_exists(message.cc, person.email))
  )`
  await sql.raw(
    `delete from crm_ticket_participant person
     where person.id = any(?) and person.ticket_id = ? and ${gone}`,
    [people_added, from]
  )
  await sql.raw(
    `update crm_ticket_participant person set role = 'third_party'
     where person.id = any(?) and person.ticket_id = ? and ${gone}`,
    [people_raised, from]
  )
}
