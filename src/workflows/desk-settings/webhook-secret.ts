import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MAIL_MODULE } from "../../modules/mail"

export const renewWebhookSecretWorkflowId = "crm-renew-webhook-secret"
export const forgetWebhookSecretWorkflowId = "crm-forget-webhook-secret"

// The last step of its workflow. The secret is made inside the module: a step's answer may be kept
// in a row of the workflow engine.
const renewWebhookSecretStep = createStep(
  { name: "renew-webhook-secret", noCompensation: true },
  async ({ id }: { id: string }, { container }) => {
    await container.resolve(MAIL_MODULE).renewWebhookSecret(id)

    return new StepResponse(id)
  }
)

// The last step of its workflow.
const forgetWebhookSecretStep = createStep(
  { name: "forget-webhook-secret", noCompensation: true },
  async ({ id }: { id: string }, { container }) => {
    await container.resolve(MAIL_MODULE).forgetWebhookSecret(id)

    return new StepResponse(id)
  }
)

/** Lets mail of an account be brought over the webhook, under a new secret. */
export const renewWebhookSecretWorkflow = createWorkflow(
  renewWebhookSecretWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    return new WorkflowResponse(renewWebhookSecretStep(input))
  }
)

/** Closes the webhook of an account. */
export const forgetWebhookSecretWorkflow = createWorkflow(
  forgetWebhookSecretWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    return new WorkflowResponse(forgetWebhookSecretStep(input))
  }
)
