import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * Where an agent reads a ticket; null while the host does not say where its admin is. Medusa's
 * `admin.backendUrl` may be a path alone, which leads nowhere from a mail.
 */
export function ticketLink(container: MedusaContainer, ticketId: string): string | null {
  const { admin } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const url = admin?.backendUrl ?? ""

  return /^https?:\/\//.test(url)
    ? `${url.replace(/\/+$/, "")}${admin?.path ?? "/app"}/crm/tickets/${ticketId}`
    : null
}
