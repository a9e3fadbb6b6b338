import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { uploadAttachmentsWorkflow } from "../../../../workflows/tickets/upload-attachments"
import { actorOf } from "../actor"
import type { AttachmentsResponse } from "./contract"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AttachmentsResponse>
) => {
  const files = Array.isArray(req.files) ? req.files : []

  if (!files.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `No file was sent. Send multipart/form-data with fields called "files"`
    )
  }
  const { result: attachments } = await uploadAttachmentsWorkflow(req.scope).run({
    input: {
      uploaded_by: actorOf(req).id,
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
    })),
  })
}
