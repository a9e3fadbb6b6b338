import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../../modules/mail"
import type { OutboundMailResponse } from "../contract"
import { presentOutboundMails } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OutboundMailResponse>
) => {
  const mail = await req.scope.resolve(MAIL_MODULE).retrieveCrmOutboundMail(req.params.id)
  const [outbound_mail] = await presentOutboundMails(req.scope, [mail])

  res.json({ outbound_mail })
}
