import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../../../modules/mail"
import { replayInboundMailWorkflow } from "../../../../../../workflows/inbound-mail/replay-inbound-mail"
import type { InboundMailResponse } from "../../contract"
import { presentInboundMails } from "../../present"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<InboundMailResponse>
) => {
  const { id } = req.params

  await replayInboundMailWorkflow(req.scope).run({ input: { id } })
  const mail = await req.scope.resolve(MAIL_MODULE).retrieveCrmInboundMail(id)
  const [inbound_mail] = await presentInboundMails(req.scope, [mail])

  res.json({ inbound_mail })
}
