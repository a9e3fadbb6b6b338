import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cancelOutboundMailWorkflow } from "../../../../../../workflows/outbound-mail/change-outbound-mail"
import { actorOf } from "../../../actor"
import type { OutboundMailResponse } from "../../contract"
import { answerOutboundMail } from "../../present"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OutboundMailResponse>
) => {
  const { id } = req.params

  await cancelOutboundMailWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json(await answerOutboundMail(req.scope, id))
}
