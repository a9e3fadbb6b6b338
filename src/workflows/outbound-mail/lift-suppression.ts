import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MAIL_MODULE } from "../../modules/mail"

export const liftSuppressionWorkflowId = "crm-lift-suppression"

/** The last step: nothing that comes after it could fail. */
const liftSuppressionStep = createStep(
  { name: "lift-suppression", noCompensation: true },
  async ({ id }: { id: string }, { container }) => {
    const mail = container.resolve(MAIL_MODULE)
    const { address } = await mail.retrieveCrmSuppressedAddress(id)

    await mail.liftSuppressions([address])

    return new StepResponse(id)
  }
)

/** Lets automatic mail go to an address again that mail came back from. */
export const liftSuppressionWorkflow = createWorkflow(
  liftSuppressionWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    return new WorkflowResponse(liftSuppressionStep(input))
  }
)
