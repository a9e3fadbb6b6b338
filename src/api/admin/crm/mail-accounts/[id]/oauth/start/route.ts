import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { MAIL_MODULE } from "../../../../../../../modules/mail"
import { startMailConsentWorkflow } from "../../../../../../../workflows/desk-settings/mail-consents"
import type { MailConsentResponse, RenewMailConsent } from "../../../contract"

/** Connects an account that is there: answers where its owner gives the consent. */
export const POST = async (
  req: AuthenticatedMedusaRequest<RenewMailConsent>,
  res: MedusaResponse<MailConsentResponse>
) => {
  const account = await req.scope
    .resolve(MAIL_MODULE)
    .retrieveCrmMailAccount(req.params.id)
  const { redirect_uri, provider = account.oauth_provider } = req.validatedBody

  if (!provider) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${account.address} logs in with a password. Name the provider to connect it through`
    )
  }
  const { result: consent } = await startMailConsentWorkflow(req.scope).run({
    input: {
      user_id: req.auth_context.actor_id,
      provider,
      redirect_uri,
      address: account.imap_username ?? account.address,
      account_id: account.id,
      draft: null,
    },
  })
  res.json({ consent })
}
