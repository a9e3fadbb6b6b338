import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { settingStep } from "./steps/setting-step"

export const saveClassificationWorkflowId = "crm-save-classification"
export const deleteClassificationWorkflowId = "crm-delete-classification"

type SaveInput = { id: string | null; name?: string; department_ids?: string[] }

const assertDepartmentsStep = createStep(
  "assert-departments",
  async ({ department_ids = [] }: SaveInput, { container }) => {
    const found = await container
      .resolve(HELPDESK_MODULE)
      .listCrmDepartments({ id: department_ids }, { take: null })
    const known = new Set(found.map(({ id }) => id))
    const missing = department_ids.find((id) => !known.has(id))

    if (missing) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Department ${missing} was not found`
      )
    }
    return new StepResponse(undefined)
  }
)

const saveClassificationStep = settingStep(
  "save-classification",
  async (helpdesk, { id, ...data }: SaveInput) => {
    const before = id
      ? await helpdesk.retrieveCrmClassification(id, { relations: ["departments"] })
      : null
    const saved = await helpdesk.saveClassification(id, data)

    return {
      id: saved.id,
      before: before && {
        name: before.name,
        department_ids: before.departments.map((department) => department.id),
      },
    }
  },
  async (helpdesk, { id, before }) =>
    before
      ? helpdesk.saveClassification(id, before)
      : helpdesk.deleteCrmClassifications(id)
)

const deleteClassificationStep = settingStep(
  "delete-classification",
  async (helpdesk, { id }: { id: string }) => {
    await helpdesk.retrieveCrmClassification(id)
    await helpdesk.softDeleteCrmClassifications([id])

    return { id }
  },
  (helpdesk, { id }) => helpdesk.restoreCrmClassifications([id])
)

export const saveClassificationWorkflow = createWorkflow(
  saveClassificationWorkflowId,
  function (input: WorkflowData<SaveInput>) {
    assertDepartmentsStep(input)

    return new WorkflowResponse(saveClassificationStep(input))
  }
)

/** Tickets keep what they were classified as; nothing new can be. */
export const deleteClassificationWorkflow = createWorkflow(
  deleteClassificationWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    return new WorkflowResponse(deleteClassificationStep(input))
  }
)
