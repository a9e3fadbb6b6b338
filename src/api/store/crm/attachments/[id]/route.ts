import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import { serveFile } from "../../../../admin/crm/attachments/serve-file"
import { assertVisitor, visibleTo } from "../../visitor"

/** A file of a request that the visitor sees; every other is as unknown. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const scope = await visibleTo(req, await assertVisitor(req))
  const file = await req.scope.resolve(HELPDESK_MODULE).storeFile(scope, req.params.id)

  if (!file) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "This file was not found. Open it from the request it belongs to"
    )
  }
  await serveFile(req, res, file)
}
