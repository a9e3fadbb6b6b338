import { MedusaError } from "@medusajs/framework/utils"
import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import {
  isPlainText,
  safeFilename,
  typeByContent,
} from "../../modules/helpdesk/domain/file-type"
import { uploadAttachmentsWorkflow } from "../tickets/upload-attachments"

export const receiveShopperFilesWorkflowId = "crm-receive-shopper-files"

export type ShopperUpload = {
  /** The customer, or whoever has the token. */
  uploaded_by: string | null
  /** In base64. */
  files: { filename: string; content: string }[]
}

/** By what is in them: a name and a declared type are the sender's word only. */
const assertFileTypesStep = createStep(
  "assert-file-types",
  async ({ files }: ShopperUpload, { container }) => {
    const { types } = container.resolve(HELPDESK_MODULE).options.storeAttachments
    const odd = files.find(({ content }) => !types.includes(typeOf(content)))

    if (odd) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `"${safeFilename(odd.filename)}" is not a kind of file that can be sent. Send a photo, a film, a PDF or plain text`
      )
    }
    return new StepResponse(undefined)
  }
)

function typeOf(content: string): string {
  const bytes = Buffer.from(content, "base64")
  const type = typeByContent(bytes)

  return type === "application/octet-stream" && isPlainText(bytes) ? "text/plain" : type
}

/** Keeps what a shopper attaches until the message comes that it belongs to. */
export const receiveShopperFilesWorkflow = createWorkflow(
  receiveShopperFilesWorkflowId,
  function (input: WorkflowData<ShopperUpload>) {
    assertFileTypesStep(input)

    /** Before anything is stored: a virus scanner that throws here refuses the files. */
    const filesReceived = createHook("filesReceived", input)
    const attachments = uploadAttachmentsWorkflow.runAsStep({ input })

    return new WorkflowResponse(attachments, { hooks: [filesReceived] })
  }
)
