import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"

export const markSharedAddressWorkflowId = "crm-mark-shared-address"

type MarkInput = { email: string; is_shared: boolean; marked_by: string | null }

const markSharedAddressStep = createStep(
  "mark-shared-address",
  async ({ email, ...mark }: MarkInput, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const was_shared = (await helpdesk.sharedAmong([email])).has(email.toLowerCase())

    await helpdesk.markShared(email, mark)

    return new StepResponse(mark.is_shared, {
      email,
      is_shared: was_shared,
      marked_by: mark.marked_by,
    })
  },
  async (before, { container }) => {
    if (before) {
      const { email, ...mark } = before

      await container.resolve(HELPDESK_MODULE).markShared(email, mark)
    }
  }
)

/** An address like info@ belongs to several people: nobody's name is guessed from it (X-16 AC3). */
export const markSharedAddressWorkflow = createWorkflow(
  markSharedAddressWorkflowId,
  function (input: WorkflowData<MarkInput>) {
    return new WorkflowResponse(markSharedAddressStep(input))
  }
)
