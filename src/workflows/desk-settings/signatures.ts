import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { SignatureData } from "../../modules/helpdesk/records/signatures"
import { assertPeopleStep } from "../tickets/steps/assert-people"
import { assertKnownVariables } from "./assert-variables"

export const saveSignatureWorkflowId = "crm-save-signature"
export const deleteSignatureWorkflowId = "crm-delete-signature"

/** Creates with null, changes with an id. */
type SaveInput = { id: string | null; data: SignatureData }

const saveSignatureStep = createStep(
  "save-signature",
  async ({ id, data }: SaveInput, { container }) => {
    assertKnownVariables(data.body_text)

    const helpdesk = container.resolve(HELPDESK_MODULE)
    const [before] = id ? await helpdesk.signatures({ ids: [id] }) : []
    const savedId = await helpdesk.saveSignature(id, data)

    return new StepResponse(savedId, { id: savedId, before: before ?? null })
  },
  async (done, { container }) => {
    if (!done) {
      return
    }
    const helpdesk = container.resolve(HELPDESK_MODULE)

    if (!done.before) {
      await helpdesk.deleteSignature(done.id)
      return
    }
    const { user_id, title, body_text, body_html, is_default, department_id } =
      done.before

    await helpdesk.saveSignature(done.id, {
      user_id,
      title,
      body_text,
      body_html,
      is_default,
      department_id,
    })
  }
)

const deleteSignatureStep = createStep(
  "delete-signature",
  async ({ id }: { id: string }, { container }) => {
    await container.resolve(HELPDESK_MODULE).deleteSignature(id)

    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).restoreSignature(id)
    }
  }
)

export const saveSignatureWorkflow = createWorkflow(
  saveSignatureWorkflowId,
  function (input: WorkflowData<SaveInput>) {
    assertPeopleStep({ assignee_id: input.data.user_id })

    return new WorkflowResponse(saveSignatureStep(input))
  }
)

/** What was signed with it stays signed. */
export const deleteSignatureWorkflow = createWorkflow(
  deleteSignatureWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    return new WorkflowResponse(deleteSignatureStep(input))
  }
)
