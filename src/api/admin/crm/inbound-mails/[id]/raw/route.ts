import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import { MAIL_MODULE } from "../../../../../../modules/mail"
import { actorOf } from "../../../actor"
import { assertMayRead } from "../../../private-messages"

/** The mail as it came, to be saved: never shown by the browser, whatever is in it. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const owner = await req.scope.resolve(HELPDESK_MODULE).ownerOfInboundMail(req.params.id)

  assertMayRead(owner, actorOf(req).id)
  const source = await req.scope.resolve(MAIL_MODULE).rawSource(req.params.id)

  res.setHeader("Content-Type", "message/rfc822")
  res.setHeader("Content-Disposition", `attachment; filename="${req.params.id}.eml"`)
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.setHeader("Content-Security-Policy", "sandbox; default-src 'none'")
  res.setHeader("Cache-Control", "private, no-store")
  res.send(source)
}
