import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../modules/mail"
import { isDismissible } from "../../../../modules/mail/domain/mail-alert"
import type { MailAlertsResponse } from "./contract"

/** What is wrong with mail now, the newest first: asked for by every page of the admin. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAlertsResponse>
) => {
  const alerts = await req.scope.resolve(MAIL_MODULE).openAlerts()

  res.json({
    mail_alerts: alerts.map(({ began_at, ...alert }) => ({
      ...alert,
      began_at: began_at.toISOString(),
      is_dismissible: isDismissible(alert.kind),
    })),
    count: alerts.length,
    offset: 0,
    limit: alerts.length,
  })
}
