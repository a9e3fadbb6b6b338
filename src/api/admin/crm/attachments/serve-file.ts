import { create as contentDisposition } from "content-disposition"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { loadFile } from "../../../../workflows/files"

/** Pictures that a browser may show in place; everything else is only ever saved. */
const SHOWN_IN_PLACE = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"])

type ServedFile = { file_id: string; filename: string; mime_type: string }

/** The file itself, told to run nothing and to be kept by nobody on the way. */
export async function serveFile(
  { scope }: MedusaRequest,
  res: MedusaResponse,
  { file_id, filename, mime_type }: ServedFile
) {
  const isPicture = SHOWN_IN_PLACE.has(mime_type)
  const content = await loadFile(scope, file_id)

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
