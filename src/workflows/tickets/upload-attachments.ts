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
  files: { filename: string; content: Buffer }[]
}

const uploadAttachmentsStep = createStep(
  "upload-attachments",
  async ({ files, uploaded_by }: UploadInput, { container }) => {
    const stored = await storeFiles(
      container,
      files.map(({ filename, content }) => ({
        filename: safeFilename(filename),
        mime_type: typeByContent(content),
        content,
      }))
    )
    const attachments = await container
      .resolve(HELPDESK_MODULE)
      .keepUploads(stored, uploaded_by)

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
