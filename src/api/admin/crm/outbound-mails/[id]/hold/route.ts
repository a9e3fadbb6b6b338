import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { holdOutboundMailWorkflow } from "../../../../../../workflows/outbound-mail/change-outbound-mail"
import { actorOf } from "../../../actor"
import type { HoldOutboundMail, OutboundMailResponse } from "../../contract"
import { answerOutboundMail } from "../../present"

export const POST = async (
  req: AuthenticatedMedusaRequest<HoldOutboundMail>,
  res: MedusaResponse<OutboundMailResponse>
) => {
  const { id } = req.params

  await holdOutboundMailWorkflow(req.scope).run({
    input: { id, actor: actorOf(req), until: req.validatedBody.until },
  })
  res.json(await answerOutboundMail(req.scope, id))
}
