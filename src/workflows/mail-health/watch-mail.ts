import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../../modules/mail"
import { announceMailAlertsWorkflow } from "./announce-mail-alerts"

/** One look at all accounts: notes what is wrong, and tells agents what they do not know yet. */
export async function watchMail(container: MedusaContainer): Promise<void> {
  const alerts = await container.resolve(MAIL_MODULE).noteAlerts()

  if (alerts.length) {
    await announceMailAlertsWorkflow(container).run({ input: { alerts } })
  }
}
