import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { NewCustomerNote } from "../../modules/helpdesk/records/customer-notes"
import type { Undoable } from "../../modules/helpdesk/records/undoable"
import type { Actor } from "../../modules/helpdesk/types"
import { takeBackAction } from "../tickets/take-back-action"

export const createCustomerNoteWorkflowId = "crm-create-customer-note"
export const updateCustomerNoteWorkflowId = "crm-update-customer-note"
export const deleteCustomerNoteWorkflowId = "crm-delete-customer-note"

const noteDone = (done: Undoable, actor: Actor) =>
  new StepResponse(done, { undo: done.undo, actor })

const createCustomerNoteStep = createStep(
  "create-customer-note",
  async ({ note, actor }: { note: NewCustomerNote; actor: Actor }, { container }) =>
    noteDone(
      await container.resolve(HELPDESK_MODULE).addCustomerNote(note, actor),
      actor
    ),
  takeBackAction
)

type NoteChange = { id: string; body_text: string | null; actor: Actor }

const changeCustomerNoteStep = createStep(
  "change-customer-note",
  async ({ id, body_text, actor }: NoteChange, { container }) =>
    noteDone(
      await container.resolve(HELPDESK_MODULE).changeCustomerNote(id, body_text, actor),
      actor
    ),
  takeBackAction
)

/** What agents should know of a person, on every ticket of hers (M-50). */
export const createCustomerNoteWorkflow = createWorkflow(
  createCustomerNoteWorkflowId,
  function (input: WorkflowData<{ note: NewCustomerNote; actor: Actor }>) {
    return new WorkflowResponse(createCustomerNoteStep(input))
  }
)

export const updateCustomerNoteWorkflow = createWorkflow(
  updateCustomerNoteWorkflowId,
  function (input: WorkflowData<{ id: string; body_text: string; actor: Actor }>) {
    return new WorkflowResponse(changeCustomerNoteStep(input))
  }
)

export const deleteCustomerNoteWorkflow = createWorkflow(
  deleteCustomerNoteWorkflowId,
  function (input: WorkflowData<{ id: string; actor: Actor }>) {
    return new WorkflowResponse(
      changeCustomerNoteStep({ id: input.id, body_text: null, actor: input.actor })
    )
  }
)
