import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { CustomFieldData } from "../../modules/helpdesk/records/custom-fields"

export const createCustomFieldWorkflowId = "crm-create-custom-field"
export const updateCustomFieldWorkflowId = "crm-update-custom-field"
export const deleteCustomFieldWorkflowId = "crm-delete-custom-field"

type FieldChange = { id: string; changes: CustomFieldData }

const createCustomFieldStep = createStep(
  "create-custom-field",
  async (data: CustomFieldData, { container }) => {
    const id = await container.resolve(HELPDESK_MODULE).saveCustomField(null, data)

    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).deleteCrmCustomFields(id)
    }
  }
)

const updateCustomFieldStep = createStep(
  "update-custom-field",
  async ({ id, changes }: FieldChange, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const { label, choices, texts, visible_in_store, position } =
      await helpdesk.retrieveCrmCustomField(id)

    await helpdesk.saveCustomField(id, changes)

    return new StepResponse(id, {
      id,
      before: { label, choices, texts, visible_in_store, position },
    })
  },
  async (done, { container }) => {
    if (done) {
      await container.resolve(HELPDESK_MODULE).saveCustomField(done.id, done.before)
    }
  }
)

const deleteCustomFieldStep = createStep(
  "delete-custom-field",
  async ({ id }: { id: string }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)

    await helpdesk.retrieveCrmCustomField(id)
    await helpdesk.softDeleteCrmCustomFields(id)

    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).restoreCrmCustomFields([id])
    }
  }
)

export const createCustomFieldWorkflow = createWorkflow(
  createCustomFieldWorkflowId,
  function (input: WorkflowData<CustomFieldData>) {
    const id = createCustomFieldStep(input)
    const customFieldCreated = createHook("customFieldCreated", { id })

    return new WorkflowResponse(id, { hooks: [customFieldCreated] })
  }
)

export const updateCustomFieldWorkflow = createWorkflow(
  updateCustomFieldWorkflowId,
  function (input: WorkflowData<FieldChange>) {
    const id = updateCustomFieldStep(input)
    const customFieldUpdated = createHook("customFieldUpdated", { id })

    return new WorkflowResponse(id, { hooks: [customFieldUpdated] })
  }
)

/** Tickets keep what was filled in, with its label. */
export const deleteCustomFieldWorkflow = createWorkflow(
  deleteCustomFieldWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    const id = deleteCustomFieldStep(input)
    const customFieldDeleted = createHook("customFieldDeleted", { id })

    return new WorkflowResponse(id, { hooks: [customFieldDeleted] })
  }
)
