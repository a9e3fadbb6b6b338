import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { CustomFieldData } from "../../modules/helpdesk/records/custom-fields"
import { settingStep } from "./steps/setting-step"

export const createCustomFieldWorkflowId = "crm-create-custom-field"
export const updateCustomFieldWorkflowId = "crm-update-custom-field"
export const deleteCustomFieldWorkflowId = "crm-delete-custom-field"

type FieldChange = { id: string; changes: CustomFieldData }

const createCustomFieldStep = settingStep(
  "create-custom-field",
  async (helpdesk, data: CustomFieldData) => ({
    id: await helpdesk.saveCustomField(null, data),
  }),
  (helpdesk, { id }) => helpdesk.deleteCrmCustomFields(id)
)

const updateCustomFieldStep = settingStep(
  "update-custom-field",
  async (helpdesk, { id, changes }: FieldChange) => {
    const { label, choices, texts, visible_in_store, position } =
      await helpdesk.retrieveCrmCustomField(id)

    await helpdesk.saveCustomField(id, changes)

    return { id, before: { label, choices, texts, visible_in_store, position } }
  },
  (helpdesk, { id, before }) => helpdesk.saveCustomField(id, before)
)

const deleteCustomFieldStep = settingStep(
  "delete-custom-field",
  async (helpdesk, { id }: { id: string }) => {
    await helpdesk.retrieveCrmCustomField(id)
    await helpdesk.softDeleteCrmCustomFields(id)

    return { id }
  },
  (helpdesk, { id }) => helpdesk.restoreCrmCustomFields([id])
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
