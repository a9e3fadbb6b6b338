import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import { actorOf } from "../../actor"
import { assertMayRead } from "../../private-messages"
import { serveFile } from "../serve-file"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const helpdesk = req.scope.resolve(HELPDESK_MODULE)

  assertMayRead(await helpdesk.ownerOfAttachment(req.params.id), actorOf(req).id)
  await serveFile(req, res, await helpdesk.retrieveCrmAttachment(req.params.id))
}
