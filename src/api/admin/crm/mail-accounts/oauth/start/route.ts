import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../../../modules/mail"
import { startMailConsentWorkflow } from "../../../../../../workflows/desk-settings/mail-consents"
import type { MailConsentResponse, StartMailConsent } from "../../contract"
import { accountDraft } from "../../present"

/** Begins a new account: answers where its owner gives the consent. */
export const POST = async (
  req: AuthenticatedMedusaRequest<StartMailConsent>,
  res: MedusaResponse<MailConsentResponse>
) => {
  const { provider, redirect_uri, address } = req.validatedBody
  const usual = await req.scope.resolve(MAIL_MODULE).oauthServers(provider)
  const { result: consent } = await startMailConsentWorkflow(req.scope).run({
    input: {
      user_id: req.auth_context.actor_id,
      provider,
      redirect_uri,
      address,
      account_id: null,
      draft: accountDraft(req.validatedBody, usual),
    },
  })
  res.json({ consent })
}
