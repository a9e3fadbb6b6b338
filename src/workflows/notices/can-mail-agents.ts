import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../../modules/mail"
import { hasMailProvider } from "./has-mail-provider"

/** Whether any notice can reach an agent by mail: from an account of the desk, or by the shop's provider. */
export async function canMailAgents(container: MedusaContainer): Promise<boolean> {
  if (hasMailProvider(container)) {
    return true
  }
  const [account] = await container
    .resolve(MAIL_MODULE)
    .listCrmMailAccounts({ enabled: true }, { take: 1, select: ["id"] })

  return account !== undefined
}
