import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"

export const readNoticesWorkflowId = "crm-read-notices"

type Read = { user_id: string; ids?: string[]; ticket_id?: string }

// What was read stays read.
const readNoticesStep = createStep(
  { name: "read-notices", noCompensation: true },
  async ({ user_id, ...which }: Read, { container }) => {
    await container.resolve(HELPDESK_MODULE).readNotices(user_id, which)

    return new StepResponse(undefined)
  }
)

/** An agent has seen notices: some, those of a ticket, or all. */
export const readNoticesWorkflow = createWorkflow(
  readNoticesWorkflowId,
  function (input: WorkflowData<Read>) {
    return new WorkflowResponse(readNoticesStep(input))
  }
)
