import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { safeFilename, typeByContent } from "../../modules/helpdesk/domain/file-type"
import { storeFiles } from "../files"

export const uploadAttachmentsWorkflowId = "crm-upload-attachments"

type UploadInput = {
  uploaded_by: string | null
  /** In base64: what passes through a workflow is copied as JSON would be. */
  files: { filename: string; content: string }[]
}

const uploadAttachmentsStep = createStep(
  "upload-attachments",
  async ({ files, uploaded_by }: UploadInput, { container }) => {
    const attachments = await storeFiles(
      container,
      files.map(({ filename, content }) => {
        const bytes = Buffer.from(content, "base64")

        return {
          filename: safeFilename(filename),
          mime_type: typeByContent(bytes),
          content: bytes,
        }
      }),
      uploaded_by
    )

    return new StepResponse(
      attachments,
      attachments.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids?.length) {
      const files = await container.resolve(HELPDESK_MODULE).forgetUploads(ids)

      await container.resolve(Modules.FILE).deleteFiles(files)
    }
  }
)

/** Keeps files until the message they belong to is posted; unused ones are swept after a day. */
export const uploadAttachmentsWorkflow = createWorkflow(
  uploadAttachmentsWorkflowId,
  function (input: WorkflowData<UploadInput>) {
    return new WorkflowResponse(uploadAttachmentsStep(input))
  }
)
