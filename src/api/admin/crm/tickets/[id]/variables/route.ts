import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import { variablesOf } from "../../../../../../workflows/variables/variables-of"
import { actorOf } from "../../../actor"
import type { GetVariables, TicketVariablesResponse } from "./contract"

/** What every variable stands for on this ticket right now. */
export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, GetVariables>,
  res: MedusaResponse<TicketVariablesResponse>
) => {
  const ticket = await req.scope.resolve(HELPDESK_MODULE).ticketFacts(req.params.id)
  const { values, locale, order_remark } = await variablesOf(
    req.scope,
    ticket,
    actorOf(req).id,
    (req.validatedQuery as GetVariables).order_id
  )
  res.json({
    variables: [...values].map(([name, value]) => ({ name, value })),
    locale,
    order_remark,
  })
}
