import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../../../../../modules/mail"
import {
  deleteMailAccountWorkflow,
  updateMailAccountWorkflow,
} from "../../../../../workflows/desk-settings/mail-accounts"
import type {
  MailAccountDeleted,
  MailAccountResponse,
  UpdateMailAccount,
} from "../contract"
import { mailAccountData, presentMailAccounts } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAccountResponse>
) => {
  res.json(await answer(req.scope, req.params.id))
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateMailAccount>,
  res: MedusaResponse<MailAccountResponse>
) => {
  await updateMailAccountWorkflow(req.scope).run({
    input: { id: req.params.id, changes: mailAccountData(req.validatedBody) },
  })
  res.json(await answer(req.scope, req.params.id))
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAccountDeleted>
) => {
  await deleteMailAccountWorkflow(req.scope).run({ input: { id: req.params.id } })

  res.json({ id: req.params.id, object: "mail_account", deleted: true })
}

async function answer(
  container: MedusaContainer,
  id: string
): Promise<MailAccountResponse> {
  const account = await container.resolve(MAIL_MODULE).retrieveCrmMailAccount(id)
  const [mail_account] = await presentMailAccounts(container, [account])

  return { mail_account }
}
