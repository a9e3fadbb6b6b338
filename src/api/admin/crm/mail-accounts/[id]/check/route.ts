import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../../../modules/mail"
import type { MailAccountTestResponse } from "../../contract"

/**
 * Logs in to both servers and says what they said. Not under `test`: Medusa leaves every
 * folder of that name out of a build.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAccountTestResponse>
) => {
  const mail = req.scope.resolve(MAIL_MODULE)
  const account = await mail.retrieveCrmMailAccount(req.params.id)

  res.json(await mail.checkAccount(await mail.accountSettings(account)))
}
