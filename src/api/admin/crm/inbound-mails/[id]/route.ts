import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../../modules/mail"
import type { InboundMailResponse } from "../contract"
import { presentInboundMails } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<InboundMailResponse>
) => {
  const mail = await req.scope.resolve(MAIL_MODULE).retrieveCrmInboundMail(req.params.id)
  const [inbound_mail] = await presentInboundMails(req.scope, [mail])

  res.json({ inbound_mail })
}
