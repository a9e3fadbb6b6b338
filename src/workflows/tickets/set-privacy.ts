import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { Actor } from "../../modules/helpdesk/types"

export const setPrivacyWorkflowId = "crm-set-privacy"

type Privacy = {
  ticket_id: string
  message_id: string
  is_private: boolean
  actor: Actor & { id: string }
}

// One transaction, with nothing after it that could fail.
const setPrivacyStep = createStep(
  { name: "set-privacy", noCompensation: true },
  async ({ actor, ...message }: Privacy, { container }) =>
    new StepResponse(await container.resolve(HELPDESK_MODULE).setPrivacy(message, actor))
)

/** An agent keeps a note or a mail to themselves, or shows it to the team again (C-58). */
export const setPrivacyWorkflow = createWorkflow(
  setPrivacyWorkflowId,
  function (input: WorkflowData<Privacy>) {
    return new WorkflowResponse(setPrivacyStep(input))
  }
)
