import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { dismissMailAlertWorkflow } from "../../../../../../workflows/mail-health/dismiss-mail-alert"
import { actorOf } from "../../../actor"
import type { MailAlertDismissed } from "../../contract"

/** Waves an alert aside. The mails stay as they are; new ones raise a new alert. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAlertDismissed>
) => {
  const { id } = req.params

  await dismissMailAlertWorkflow(req.scope).run({ input: { id, by: actorOf(req).id } })

  res.json({ id, object: "mail_alert", dismissed: true })
}
