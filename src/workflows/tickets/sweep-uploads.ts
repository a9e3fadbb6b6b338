import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"

export const sweepUploadsWorkflowId = "crm-sweep-uploads"

const HOURS_KEPT = 24
const AT_ONCE = 500

const sweepUploadsStep = createStep(
  { name: "sweep-uploads", noCompensation: true },
  async ({ hours = HOURS_KEPT }: { hours?: number }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const abandoned = await helpdesk.abandonedUploads(hours, AT_ONCE)
    const files = await helpdesk.forgetUploads(abandoned.map(({ id }) => id))

    if (files.length) {
      await container.resolve(Modules.FILE).deleteFiles(files)
    }
    return new StepResponse({ deleted: files.length })
  }
)

/** Deletes uploads that joined no message within a day. */
export const sweepUploadsWorkflow = createWorkflow(
  sweepUploadsWorkflowId,
  function (input: WorkflowData<{ hours?: number }>) {
    return new WorkflowResponse(sweepUploadsStep(input))
  }
)
