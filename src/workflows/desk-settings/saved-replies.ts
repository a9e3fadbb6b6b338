import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type {
  SavedReplyData,
  SavedReplyRow,
} from "../../modules/helpdesk/records/saved-replies"
import { assertKnownVariables } from "./assert-variables"
import { settingStep } from "./steps/setting-step"

export const saveSavedReplyWorkflowId = "crm-save-saved-reply"
export const deleteSavedReplyWorkflowId = "crm-delete-saved-reply"

/** Creates with null, changes with an id. `reader` is the agent who does it; null is an API key. */
type SaveInput = { id: string | null; reader: string | null; data: SavedReplyData }

const saveSavedReplyStep = settingStep(
  "save-saved-reply",
  async (helpdesk, { id, reader, data }: SaveInput) => {
    assertKnownVariables(data.title, data.body_text)

    const before = id ? await helpdesk.savedReply(id, reader) : null

    return { id: await helpdesk.saveSavedReply(id, data, reader), reader, before }
  },
  async (helpdesk, { id, reader, before }) =>
    before
      ? helpdesk.saveSavedReply(id, dataOf(before), reader)
      : helpdesk.deleteSavedReply(id, reader)
)

const dataOf = (reply: SavedReplyRow): SavedReplyData => ({
  title: reply.title,
  scope: reply.scope,
  team_id: reply.team_id,
  department_id: reply.department_id,
  body_text: reply.body_text,
  body_html: reply.body_html,
  attachment_ids: reply.attachments.filter(({ inline }) => !inline).map(({ id }) => id),
})

const deleteSavedReplyStep = settingStep(
  "delete-saved-reply",
  async (helpdesk, { id, reader }: Omit<SaveInput, "data"> & { id: string }) => {
    await helpdesk.deleteSavedReply(id, reader)

    return { id }
  },
  (helpdesk, { id }) => helpdesk.restoreSavedReply(id)
)

export const saveSavedReplyWorkflow = createWorkflow(
  saveSavedReplyWorkflowId,
  function (input: WorkflowData<SaveInput>) {
    return new WorkflowResponse(saveSavedReplyStep(input))
  }
)

export const deleteSavedReplyWorkflow = createWorkflow(
  deleteSavedReplyWorkflowId,
  function (input: WorkflowData<Omit<SaveInput, "data"> & { id: string }>) {
    return new WorkflowResponse(deleteSavedReplyStep(input))
  }
)
