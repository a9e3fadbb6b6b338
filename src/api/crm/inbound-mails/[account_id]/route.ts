import { createHash } from "node:crypto"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MAIL_MODULE } from "../../../../modules/mail"
import { receiveDeliveredMail } from "../../../../workflows/inbound-mail/receive-delivered-mail"
import { takeBody } from "../take-body"
import { assertSigned } from "../assert-signed"

/**
 * Takes one raw mail (RFC 5322) that an MTA, SES, Mailgun or a function of the shop brings. 2xx means
 * that it is in the database; the same delivery again changes nothing and gets the same answer.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const delivery = await assertSigned(req)
  const source = await takeBody(req, delivery.sha256)
  const id = await receiveDeliveredMail(req.scope, {
    account_id: req.params.account_id,
    source,
    sha256: delivery.sha256,
    delivery_key: createHash("sha256").update(delivery.signature).digest("hex"),
  })
  const { state } = await req.scope.resolve(MAIL_MODULE).retrieveCrmInboundMail(id)

  res.status(202).json({ inbound_mail: { id, state } })
}
