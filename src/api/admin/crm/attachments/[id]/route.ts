import { create as contentDisposition } from "content-disposition"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import { actorOf } from "../../actor"
import { assertMayRead } from "../../private-messages"
import { loadFile } from "../../../../../workflows/files"

/** Pictures that a browser may show in place; everything else is only ever saved. */
const SHOWN_IN_PLACE = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"])

/** The file itself, told to run nothing and to be kept by nobody on the way. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const owner = await req.scope.resolve(HELPDESK_MODULE).ownerOfAttachment(req.params.id)

  assertMayRead(owner, actorOf(req).id)
  const { file_id, filename, mime_type } = await req.scope
    .resolve(HELPDESK_MODULE)
    .retrieveCrmAttachment(req.params.id)
  const isPicture = SHOWN_IN_PLACE.has(mime_type)
  const content = await loadFile(req.scope, file_id)

  res.setHeader("Content-Type", isPicture ? mime_type : "application/octet-stream")
  res.setHeader(
    "Content-Disposition",
    contentDisposition(filename, { type: isPicture ? "inline" : "attachment" })
  )
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.setHeader("Content-Security-Policy", "sandbox; default-src 'none'")
  res.setHeader("Cache-Control", "private, no-store")
  res.send(content)
}
