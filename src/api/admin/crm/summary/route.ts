import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { MAIL_MODULE } from "../../../../modules/mail"
import { needsAttention } from "../../../../modules/mail/domain/account-state"
import { actorOf } from "../actor"
import type { SummaryResponse } from "./contract"

/** The desk at a glance. Answers also while it is switched off, so that its pages can say so. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SummaryResponse>
) => {
  const helpdesk = req.scope.resolve(HELPDESK_MODULE)
  const [summary, ratings, accounts] = await Promise.all([
    helpdesk.summary(actorOf(req).id),
    helpdesk.ratingSummary(),
    req.scope
      .resolve(MAIL_MODULE)
      .listCrmMailAccounts({}, { take: null, select: ["id", "state", "enabled"] }),
  ])
  res.json({
    ...summary,
    ratings,
    has_storefront: helpdesk.options.storefrontUrl !== undefined,
    enabled: helpdesk.options.enabled,
    mail_accounts: {
      total: accounts.length,
      failing: accounts.filter(needsAttention).length,
    },
  })
}
