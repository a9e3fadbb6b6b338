import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { TicketListQuery } from "../../../../modules/helpdesk/reports/ticket-list"

/**
 * Narrows a list to the customers of groups (V-111). Who is in a group is the shop's knowledge: the
 * desk is told their ids. Somebody who left a group is out of its list at once.
 */
export async function withGroups(
  container: MedusaContainer,
  query: TicketListQuery,
  groupIds: string[] | undefined
): Promise<TicketListQuery> {
  if (!groupIds) {
    return query
  }
  const { data: customers } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "customer", fields: ["id"], filters: { groups: { id: groupIds } } })
  const members = customers.map(({ id }) => id)
  const { customer_id } = query

  return {
    ...query,
    customer_id: customer_id ? members.filter((id) => customer_id.includes(id)) : members,
  }
}
