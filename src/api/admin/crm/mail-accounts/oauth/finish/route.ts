import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { connectMailAccountWorkflow } from "../../../../../../workflows/desk-settings/mail-consents"
import type { FinishMailConsent, MailAccountResponse } from "../../contract"
import { presentMailAccount } from "../../present"

/** Takes what the provider sent the browser back with, and connects the account. */
export const POST = async (
  req: AuthenticatedMedusaRequest<FinishMailConsent>,
  res: MedusaResponse<MailAccountResponse>
) => {
  const { result: id } = await connectMailAccountWorkflow(req.scope).run({
    input: { ...req.validatedBody, user_id: req.auth_context.actor_id },
  })
  res.json({ mail_account: await presentMailAccount(req.scope, id) })
}
