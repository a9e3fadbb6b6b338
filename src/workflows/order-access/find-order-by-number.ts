import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { customerLocale } from "../../modules/helpdesk/domain/customer-locale"

export type NumberedOrder = {
  id: string
  email: string
  /** BCP 47, as far as the order tells. */
  locale: string | null
}

/** The order of this number, when it was made with this address; null for any other. */
export async function findOrderByNumber(
  container: MedusaContainer,
  number: number,
  email: string
): Promise<NumberedOrder | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "email", "locale", "shipping_address.country_code"],
    filters: { display_id: number, is_draft_order: false },
  })
  const order = data.find(
    (candidate) => candidate.email?.trim().toLowerCase() === email.toLowerCase()
  )
  return order?.email
    ? {
        id: order.id,
        email: order.email.trim(),
        locale: customerLocale({
          order_locale: order.locale,
          country_code: order.shipping_address?.country_code,
        }),
      }
    : null
}
