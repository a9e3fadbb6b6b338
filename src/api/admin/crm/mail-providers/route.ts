import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../modules/mail"
import { mailProviders } from "../../../../modules/mail/domain/mail-providers"
import type { MailProvidersResponse } from "./contract"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailProvidersResponse>
) => {
  res.json({
    mail_providers: mailProviders(),
    oauth: await req.scope.resolve(MAIL_MODULE).oauthProviders(),
  })
}
