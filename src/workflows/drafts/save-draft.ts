import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { DraftFields } from "../../modules/helpdesk/domain/draft"

export const saveDraftWorkflowId = "crm-save-draft"
export const discardDraftWorkflowId = "crm-discard-draft"

type Save = {
  ticket_id: string
  user_id: string
  fields: DraftFields
  revision?: number
}

// One row of one agent, in one statement: it happened or it was refused, and nothing follows it.
const saveDraftStep = createStep(
  { name: "save-draft", noCompensation: true },
  async (draft: Save, { container }) => {
    await container.resolve(HELPDESK_MODULE).saveDraft(draft)

    return new StepResponse(draft.ticket_id)
  }
)

const discardDraftStep = createStep(
  { name: "discard-draft", noCompensation: true },
  async ({ ticket_id, user_id }: Omit<Save, "fields">, { container }) => {
    await container.resolve(HELPDESK_MODULE).discardDraft(ticket_id, user_id)

    return new StepResponse(ticket_id)
  }
)

/** Keeps what an agent has begun to write (E-09). */
export const saveDraftWorkflow = createWorkflow(
  saveDraftWorkflowId,
  function (input: WorkflowData<Save>) {
    return new WorkflowResponse(saveDraftStep(input))
  }
)

export const discardDraftWorkflow = createWorkflow(
  discardDraftWorkflowId,
  function (input: WorkflowData<Pick<Save, "ticket_id" | "user_id">>) {
    return new WorkflowResponse(discardDraftStep(input))
  }
)
