import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type {
  SavedReplyData,
  SavedReplyRow,
} from "../../modules/helpdesk/records/saved-replies"
import { assertKnownVariables } from "./assert-variables"

export const saveSavedReplyWorkflowId = "crm-save-saved-reply"
export const deleteSavedReplyWorkflowId = "crm-delete-saved-reply"

/** Creates with null, changes with an id. `reader` is the agent who does it; null is an API key. */
type SaveInput = { id: string | null; reader: string | null; data: SavedReplyData }

const saveSavedReplyStep = createStep(
  "save-saved-reply",
  async ({ id, reader, data }: SaveInput, { container }) => {
    assertKnownVariables(data.title, data.body_text)

    const helpdesk = container.resolve(HELPDESK_MODULE)
    const before = id ? await helpdesk.savedReply(id, reader) : null
    const savedId = await helpdesk.saveSavedReply(id, data, reader)

    return new StepResponse(savedId, { id: savedId, reader, before })
  },
  async (done, { container }) => {
    if (!done) {
      return
    }
    const helpdesk = container.resolve(HELPDESK_MODULE)

    await (done.before
      ? helpdesk.saveSavedReply(done.id, dataOf(done.before), done.reader)
      : helpdesk.deleteSavedReply(done.id, done.reader))
  }
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

const deleteSavedReplyStep = createStep(
  "delete-saved-reply",
  async ({ id, reader }: Omit<SaveInput, "data"> & { id: string }, { container }) => {
    await container.resolve(HELPDESK_MODULE).deleteSavedReply(id, reader)

    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).restoreSavedReply(id)
    }
  }
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
