import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../../../modules/mail"
import { cancelOutboundMailWorkflow } from "../../../../../../workflows/outbound-mail/change-outbound-mail"
import type { OutboundMailResponse } from "../../contract"
import { presentOutboundMails } from "../../present"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<OutboundMailResponse>
) => {
  const { id } = req.params

  await cancelOutboundMailWorkflow(req.scope).run({ input: { id } })
  const mail = await req.scope.resolve(MAIL_MODULE).retrieveCrmOutboundMail(id)
  const [outbound_mail] = await presentOutboundMails(req.scope, [mail])

  res.json({ outbound_mail })
}
