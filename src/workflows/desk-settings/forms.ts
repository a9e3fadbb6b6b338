import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { ContactFormData } from "../../modules/helpdesk/records/contact-forms"
import { settingStep } from "./steps/setting-step"

export const createFormWorkflowId = "crm-create-form"
export const updateFormWorkflowId = "crm-update-form"
export const deleteFormWorkflowId = "crm-delete-form"

type FormChange = { id: string; changes: ContactFormData }

const createFormStep = settingStep(
  "create-form",
  async (helpdesk, data: ContactFormData) => ({
    id: await helpdesk.saveContactForm(null, data),
  }),
  (helpdesk, { id }) => helpdesk.deleteCrmContactForms(id)
)

const updateFormStep = settingStep(
  "update-form",
  async (helpdesk, { id, changes }: FormChange) => {
    const { handle, name, enabled, department_id, classification_id, ...rest } =
      await helpdesk.retrieveCrmContactForm(id)
    const { default_locale, texts, fields, captcha, confirm } = rest

    await helpdesk.saveContactForm(id, changes)

    return {
      id,
      before: {
        handle,
        name,
        enabled,
        department_id,
        classification_id,
        default_locale,
        texts,
        fields,
        captcha,
        confirm,
      },
    }
  },
  (helpdesk, { id, before }) => helpdesk.saveContactForm(id, before)
)

const deleteFormStep = settingStep(
  "delete-form",
  async (helpdesk, { id }: { id: string }) => {
    await helpdesk.retrieveCrmContactForm(id)
    await helpdesk.softDeleteCrmContactForms(id)

    return { id }
  },
  (helpdesk, { id }) => helpdesk.restoreCrmContactForms([id])
)

export const createFormWorkflow = createWorkflow(
  createFormWorkflowId,
  function (input: WorkflowData<ContactFormData>) {
    const id = createFormStep(input)
    const formCreated = createHook("formCreated", { id })

    return new WorkflowResponse(id, { hooks: [formCreated] })
  }
)

export const updateFormWorkflow = createWorkflow(
  updateFormWorkflowId,
  function (input: WorkflowData<FormChange>) {
    const id = updateFormStep(input)
    const formUpdated = createHook("formUpdated", { id })

    return new WorkflowResponse(id, { hooks: [formUpdated] })
  }
)

/** Its tickets stay, with all that was filled in. */
export const deleteFormWorkflow = createWorkflow(
  deleteFormWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    const id = deleteFormStep(input)
    const formDeleted = createHook("formDeleted", { id })

    return new WorkflowResponse(id, { hooks: [formDeleted] })
  }
)
