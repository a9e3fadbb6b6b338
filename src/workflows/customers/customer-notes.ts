import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"

export const createCustomerNoteWorkflowId = "crm-create-customer-note"
export const updateCustomerNoteWorkflowId = "crm-update-customer-note"
export const deleteCustomerNoteWorkflowId = "crm-delete-customer-note"

type NewNote = {
  customer_id: string | null
  email: string | null
  body_text: string
  author_id: string | null
}

const createCustomerNoteStep = createStep(
  "create-customer-note",
  async (note: NewNote, { container }) => {
    const { id } = await container.resolve(HELPDESK_MODULE).createCrmCustomerNotes(note)

    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).deleteCrmCustomerNotes(id)
    }
  }
)

const updateCustomerNoteStep = createStep(
  "update-customer-note",
  async (note: { id: string; body_text: string }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const { id, body_text } = await helpdesk.retrieveCrmCustomerNote(note.id)

    await helpdesk.updateCrmCustomerNotes(note)

    return new StepResponse(id, { id, body_text })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve(HELPDESK_MODULE).updateCrmCustomerNotes(before)
    }
  }
)

const deleteCustomerNoteStep = createStep(
  "delete-customer-note",
  async (id: string, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)

    await helpdesk.retrieveCrmCustomerNote(id)
    await helpdesk.softDeleteCrmCustomerNotes(id)

    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).restoreCrmCustomerNotes(id)
    }
  }
)

/** What agents should know of a person, on every ticket of hers (M-50). */
export const createCustomerNoteWorkflow = createWorkflow(
  createCustomerNoteWorkflowId,
  function (input: WorkflowData<NewNote>) {
    return new WorkflowResponse(createCustomerNoteStep(input))
  }
)

export const updateCustomerNoteWorkflow = createWorkflow(
  updateCustomerNoteWorkflowId,
  function (input: WorkflowData<{ id: string; body_text: string }>) {
    return new WorkflowResponse(updateCustomerNoteStep(input))
  }
)

export const deleteCustomerNoteWorkflow = createWorkflow(
  deleteCustomerNoteWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    return new WorkflowResponse(deleteCustomerNoteStep(input.id))
  }
)
