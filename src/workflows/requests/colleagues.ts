import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../modules/helpdesk"

/** The other customers in those of her groups whose members share their requests (V-111, X-15). */
export async function colleaguesOf(
  container: MedusaContainer,
  customerId: string
): Promise<string[]> {
  const shared = await container
    .resolve(HELPDESK_MODULE)
    .listCrmSupportGroups({}, { take: null })

  if (!shared.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [customer],
  } = await query.graph({
    entity: "customer",
    fields: ["id", "groups.id"],
    filters: { id: customerId },
  })
  const allowed = new Set(shared.map(({ customer_group_id }) => customer_group_id))
  const groups = (customer?.groups ?? []).flatMap((group: { id: string } | null) =>
    group && allowed.has(group.id) ? [group.id] : []
  )
  if (!groups.length) {
    return []
  }
  const { data: members } = await query.graph({
    entity: "customer",
    fields: ["id"],
    filters: { groups: { id: groups } },
  })
  return members.map(({ id }) => id).filter((id) => id !== customerId)
}
