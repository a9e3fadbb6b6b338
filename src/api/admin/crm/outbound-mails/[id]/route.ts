import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OutboundMailResponse } from "../contract"
import { answerOutboundMail } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OutboundMailResponse>
) => {
  res.json(await answerOutboundMail(req.scope, req.params.id))
}
