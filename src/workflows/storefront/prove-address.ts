import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { ProvenBy } from "../../modules/helpdesk/records/proven-addresses"

/**
 * Whoever used what was sent to a mailbox while logged in with that very address owns it: what was
 * written from there shows in My Account from now on (X-06 AC4, I8).
 */
export async function proveAddressOf(
  container: MedusaContainer,
  customerId: string | null,
  email: string,
  by: ProvenBy
): Promise<void> {
  if (!customerId) {
    return
  }
  const {
    data: [customer],
  } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "customer",
    fields: ["email", "has_account"],
    filters: { id: customerId },
  })
  if (customer?.has_account && customer.email?.toLowerCase() === email.toLowerCase()) {
    await container.resolve(HELPDESK_MODULE).proveAddress(customerId, email, by)
  }
}
