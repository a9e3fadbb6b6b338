import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, type Sql } from "../../../sql"

/** Makes these the customer groups that share their tickets, and no others (V-111, X-15). */
export async function setSupportGroups(sql: Sql, groupIds: string[]): Promise<void> {
  await sql.raw(`delete from crm_support_group where not customer_group_id = any(?)`, [
    groupIds,
  ])
  await insertRows(
    sql,
    "crm_support_group",
    [...new Set(groupIds)].map((customer_group_id) => ({
      id: generateEntityId("", "crmsgr"),
      customer_group_id,
    })),
    "on conflict do nothing"
  )
}
