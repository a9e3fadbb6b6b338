import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MAIL_MODULE } from "../../modules/mail"

export const sendTestMailWorkflowId = "crm-send-test-mail"

// A mail that has left cannot be called back, and this one harms nobody.
const sendTestMailStep = createStep(
  { name: "send-test-mail", noCompensation: true },
  async ({ account_id }: { account_id: string }, { container }) => {
    const mail = container.resolve(MAIL_MODULE)
    const account = await mail.retrieveCrmMailAccount(account_id)

    return new StepResponse(await mail.sendTestMail(account))
  }
)

/** Sends a mail from an account to itself, at once: whoever asked waits for it to come back. */
export const sendTestMailWorkflow = createWorkflow(
  sendTestMailWorkflowId,
  function (input: WorkflowData<{ account_id: string }>) {
    return new WorkflowResponse(sendTestMailStep(input))
  }
)
