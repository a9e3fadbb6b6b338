import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  deleteMailAccountWorkflow,
  updateMailAccountWorkflow,
} from "../../../../../workflows/desk-settings/mail-accounts"
import type {
  MailAccountDeleted,
  MailAccountResponse,
  UpdateMailAccount,
} from "../contract"
import { mailAccountData, presentMailAccount } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAccountResponse>
) => {
  res.json({ mail_account: await presentMailAccount(req.scope, req.params.id) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateMailAccount>,
  res: MedusaResponse<MailAccountResponse>
) => {
  await updateMailAccountWorkflow(req.scope).run({
    input: { id: req.params.id, changes: mailAccountData(req.validatedBody) },
  })
  res.json({ mail_account: await presentMailAccount(req.scope, req.params.id) })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAccountDeleted>
) => {
  await deleteMailAccountWorkflow(req.scope).run({ input: { id: req.params.id } })

  res.json({ id: req.params.id, object: "mail_account", deleted: true })
}
