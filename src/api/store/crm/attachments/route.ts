import { randomBytes } from "node:crypto"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { ownerByToken } from "../../../../modules/helpdesk/records/shopper-files"
import { receiveShopperFilesWorkflow } from "../../../../workflows/requests/receive-shopper-files"
import { customerIdOf } from "../customer-of"
import type { UploadedFilesResponse } from "./contract"

/** Files that wait for a request, an answer or a form; what none comes for is swept after a day. */
export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse<UploadedFilesResponse>
) => {
  const files = Array.isArray(req.files) ? req.files : []

  if (!files.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `No file was sent. Send multipart/form-data with fields called "files"`
    )
  }
  const customerId = customerIdOf(req)
  const token = customerId ? null : randomBytes(24).toString("base64url")
  const { result: attachments } = await receiveShopperFilesWorkflow(req.scope).run({
    input: {
      uploaded_by: token ? ownerByToken(token) : customerId,
      files: files.map(({ originalname, buffer }) => ({
        filename: originalname,
        content: buffer.toString("base64"),
      })),
    },
  })
  res.json({
    attachments: attachments.map(({ id, filename, mime_type, size }) => ({
      id,
      filename,
      mime_type,
      size,
      token,
    })),
  })
}
