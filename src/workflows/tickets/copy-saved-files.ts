import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { loadFile, storeFiles } from "../files"

export const copySavedFilesWorkflowId = "crm-copy-saved-files"

type CopyInput = { saved_reply_id: string; user_id: string | null }

const copySavedFilesStep = createStep(
  "copy-saved-files",
  async ({ saved_reply_id, user_id }: CopyInput, { container }) => {
    const { attachments } = await container
      .resolve(HELPDESK_MODULE)
      .savedReply(saved_reply_id, user_id)
    const copies = await storeFiles(
      container,
      await Promise.all(
        attachments.map(async ({ file_id, filename, mime_type }) => ({
          filename,
          mime_type,
          content: await loadFile(container, file_id),
        }))
      ),
      user_id
    )

    return new StepResponse(
      copies.map((copy, index) => ({ original_id: attachments[index].id, copy })),
      copies.map(({ id }) => id)
    )
  },
  async (ids, { container }) => {
    if (ids?.length) {
      const files = await container.resolve(HELPDESK_MODULE).forgetUploads(ids)

      await container.resolve(Modules.FILE).deleteFiles(files)
    }
  }
)

/** A saved reply's files as uploads of their own: a file belongs to one message. */
export const copySavedFilesWorkflow = createWorkflow(
  copySavedFilesWorkflowId,
  function (input: WorkflowData<CopyInput>) {
    return new WorkflowResponse(copySavedFilesStep(input))
  }
)
