import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../modules/mail"
import { createMailAccountWorkflow } from "../../../../workflows/desk-settings/mail-accounts"
import type {
  CreateMailAccount,
  MailAccountResponse,
  MailAccountsResponse,
} from "./contract"
import { mailAccountData, presentMailAccount, presentMailAccounts } from "./present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAccountsResponse>
) => {
  const accounts = await req.scope
    .resolve(MAIL_MODULE)
    .listCrmMailAccounts({}, { take: null, order: { number: "ASC" } })

  res.json({
    mail_accounts: await presentMailAccounts(req.scope, accounts),
    count: accounts.length,
    offset: 0,
    limit: accounts.length,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateMailAccount>,
  res: MedusaResponse<MailAccountResponse>
) => {
  const { address, department_id, name = "" } = req.validatedBody
  const { result: id } = await createMailAccountWorkflow(req.scope).run({
    input: {
      // The login name is the address unless it is said to be another (V-19).
      imap_username: address,
      ...mailAccountData(req.validatedBody),
      address,
      department_id,
      name,
    },
  })
  res.json({ mail_account: await presentMailAccount(req.scope, id) })
}
