import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { MAIL_MODULE } from "../../../../../../modules/mail"
import { serverWords } from "../../../../../../modules/mail/domain/server-words"
import { pollMailAccount } from "../../../../../../workflows/inbound-mail/poll-mail-account"
import type { MailAccountPollResponse } from "../../contract"

const BUDGET_MS = 20_000

/** Polls now, one batch. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailAccountPollResponse>
) => {
  const { id } = await req.scope
    .resolve(MAIL_MODULE)
    .retrieveCrmMailAccount(req.params.id)

  try {
    const poll = await pollMailAccount(req.scope, id, {
      budgetMs: BUDGET_MS,
      maxBatches: 1,
    })

    res.json(poll ? { poll } : { poll: null, busy: true })
  } catch (error) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The account could not be polled. ${serverWords(error)}`
    )
  }
}
