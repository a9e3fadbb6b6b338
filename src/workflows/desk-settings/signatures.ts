import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { SignatureData } from "../../modules/helpdesk/records/signatures"
import { assertPeopleStep } from "../tickets/steps/assert-people"
import { assertKnownVariables } from "./assert-variables"
import { settingStep } from "./steps/setting-step"

export const saveSignatureWorkflowId = "crm-save-signature"
export const deleteSignatureWorkflowId = "crm-delete-signature"

/** Creates with null, changes with an id. */
type SaveInput = { id: string | null; data: SignatureData }

const saveSignatureStep = settingStep(
  "save-signature",
  async (helpdesk, { id, data }: SaveInput) => {
    assertKnownVariables(data.body_text)

    const [before] = id ? await helpdesk.signatures({ ids: [id] }) : []

    return { id: await helpdesk.saveSignature(id, data), before: before ?? null }
  },
  async (helpdesk, { id, before }) => {
    if (!before) {
      return helpdesk.deleteSignature(id)
    }
    const { user_id, title, body_text, body_html, is_default, department_id } = before

    return helpdesk.saveSignature(id, {
      user_id,
      title,
      body_text,
      body_html,
      is_default,
      department_id,
    })
  }
)

const deleteSignatureStep = settingStep(
  "delete-signature",
  async (helpdesk, { id }: { id: string }) => {
    await helpdesk.deleteSignature(id)

    return { id }
  },
  (helpdesk, { id }) => helpdesk.restoreSignature(id)
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
