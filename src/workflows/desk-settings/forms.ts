import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { ContactFormData } from "../../modules/helpdesk/records/contact-forms"

export const createFormWorkflowId = "crm-create-form"
export const updateFormWorkflowId = "crm-update-form"
export const deleteFormWorkflowId = "crm-delete-form"

type FormChange = { id: string; changes: ContactFormData }

const createFormStep = createStep(
  "create-form",
  async (data: ContactFormData, { container }) => {
    const id = await container.resolve(HELPDESK_MODULE).saveContactForm(null, data)

    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).deleteCrmContactForms(id)
    }
  }
)

const updateFormStep = createStep(
  "update-form",
  async ({ id, changes }: FormChange, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const { handle, name, enabled, department_id, classification_id, ...rest } =
      await helpdesk.retrieveCrmContactForm(id)
    const { default_locale, texts, fields, captcha, confirm } = rest

    await helpdesk.saveContactForm(id, changes)

    return new StepResponse(id, {
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
    })
  },
  async (done, { container }) => {
    if (done) {
      await container.resolve(HELPDESK_MODULE).saveContactForm(done.id, done.before)
    }
  }
)

const deleteFormStep = createStep(
  "delete-form",
  async ({ id }: { id: string }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)

    await helpdesk.retrieveCrmContactForm(id)
    await helpdesk.softDeleteCrmContactForms(id)

    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).restoreCrmContactForms([id])
    }
  }
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
