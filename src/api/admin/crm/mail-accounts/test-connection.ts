import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../modules/mail"
import type { MailAccountTestResponse } from "./contract"

/**
 * POST `/admin/crm/mail-accounts/:id/test`: logs in to both servers and says what they said.
 *
 * A middleware that answers, because Medusa leaves every folder called `test` out of a build: a
 * `route.ts` in one works from source and is missing in the package.
 */
export const testConnection = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAccountTestResponse>
) => {
  const mail = req.scope.resolve(MAIL_MODULE)
  const account = await mail.retrieveCrmMailAccount(req.params.id)

  res.json(await mail.checkAccount(account))
}
