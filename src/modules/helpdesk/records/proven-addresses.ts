import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"

export type ProvenBy = "ticket_link" | "order_code"

/** Remembers that a customer reads mail at an address. Proven once is proven. */
export async function proveAddress(
  sql: Sql,
  customerId: string,
  email: string,
  by: ProvenBy
): Promise<void> {
  await insertRows(
    sql,
    "crm_proven_address",
    [
      {
        id: generateEntityId("", "proof"),
        customer_id: customerId,
        email: email.toLowerCase(),
        by,
      },
    ],
    "on conflict do nothing"
  )
}

/** Of the address a customer has now: with another one the proof has to be given again. */
export async function isAddressProven(
  sql: Sql,
  customerId: string,
  email: string
): Promise<boolean> {
  const proofs = await rowsOf(
    sql,
    `select 1 from crm_proven_address
     where customer_id = ? and email = ? and deleted_at is null`,
    [customerId, email.toLowerCase()]
  )
  return proofs.length > 0
}
