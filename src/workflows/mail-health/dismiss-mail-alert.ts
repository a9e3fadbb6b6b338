import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MAIL_MODULE } from "../../modules/mail"

export const dismissMailAlertWorkflowId = "crm-dismiss-mail-alert"

type Input = { id: string; by: string | null }

// One conditional change of one row: it happened or it was refused, and nothing follows it.
const dismissMailAlertStep = createStep(
  { name: "dismiss-mail-alert", noCompensation: true },
  async ({ id, by }: Input, { container }) => {
    await container.resolve(MAIL_MODULE).dismissAlert(id, by)

    return new StepResponse(id)
  }
)

/** An agent has seen quarantined mail or dead letters and wants to hear no more of them. */
export const dismissMailAlertWorkflow = createWorkflow(
  dismissMailAlertWorkflowId,
  function (input: WorkflowData<Input>) {
    return new WorkflowResponse(dismissMailAlertStep(input))
  }
)
