import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { StatusCategory } from "../../modules/helpdesk/domain/ticket-status"

export const createStatusWorkflowId = "crm-create-status"
export const updateStatusWorkflowId = "crm-update-status"
export const deleteStatusWorkflowId = "crm-delete-status"

type Fields = {
  name: string
  category: StatusCategory
  position?: number
  is_default?: boolean
}
type StatusChange = { id: string; changes: Partial<Omit<Fields, "category">> }

// One record each, changed in the last step: there is nothing after it that could fail.
const createStatusStep = createStep(
  { name: "create-status", noCompensation: true },
  async (data: Fields, { container }) =>
    new StepResponse(await container.resolve(HELPDESK_MODULE).createStatus(data))
)
const updateStatusStep = createStep(
  { name: "update-status", noCompensation: true },
  async ({ id, changes }: StatusChange, { container }) =>
    new StepResponse(await container.resolve(HELPDESK_MODULE).updateStatus(id, changes))
)
const deleteStatusStep = createStep(
  { name: "delete-status", noCompensation: true },
  async ({ id }: { id: string }, { container }) => {
    await container.resolve(HELPDESK_MODULE).deleteStatus(id)

    return new StepResponse(id)
  }
)

export const createStatusWorkflow = createWorkflow(
  createStatusWorkflowId,
  function (input: WorkflowData<Fields>) {
    return new WorkflowResponse(createStatusStep(input))
  }
)

export const updateStatusWorkflow = createWorkflow(
  updateStatusWorkflowId,
  function (input: WorkflowData<StatusChange>) {
    return new WorkflowResponse(updateStatusStep(input))
  }
)

export const deleteStatusWorkflow = createWorkflow(
  deleteStatusWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    return new WorkflowResponse(deleteStatusStep(input))
  }
)
