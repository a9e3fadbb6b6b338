import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../../../modules/mail"
import {
  forgetWebhookSecretWorkflow,
  renewWebhookSecretWorkflow,
} from "../../../../../../workflows/desk-settings/webhook-secret"
import type {
  MailAccountWebhookDeleted,
  MailAccountWebhookResponse,
} from "../../contract"

/** Makes a secret, or another in its place. It is shown this once. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAccountWebhookResponse>
) => {
  const { id } = await req.scope
    .resolve(MAIL_MODULE)
    .retrieveCrmMailAccount(req.params.id)

  await renewWebhookSecretWorkflow(req.scope).run({ input: { id } })
  const secret = await req.scope.resolve(MAIL_MODULE).webhookSecret(id)

  res.json({ webhook: { path: `/crm/inbound-mails/${id}`, secret: secret ?? "" } })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAccountWebhookDeleted>
) => {
  const { id } = await req.scope
    .resolve(MAIL_MODULE)
    .retrieveCrmMailAccount(req.params.id)

  await forgetWebhookSecretWorkflow(req.scope).run({ input: { id } })

  res.json({ id, object: "mail_account_webhook", deleted: true })
}
