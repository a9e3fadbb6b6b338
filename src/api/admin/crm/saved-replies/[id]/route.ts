import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import {
  deleteSavedReplyWorkflow,
  saveSavedReplyWorkflow,
} from "../../../../../workflows/desk-settings/saved-replies"
import { actorOf } from "../../actor"
import { writtenText } from "../../written-text"
import type { SavedReplyDeleted, SavedReplyResponse, UpdateSavedReply } from "../contract"
import { presentSavedReply } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SavedReplyResponse>
) => {
  const reply = await req.scope
    .resolve(HELPDESK_MODULE)
    .savedReply(req.params.id, actorOf(req).id)

  res.json({ saved_reply: presentSavedReply(reply) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateSavedReply>,
  res: MedusaResponse<SavedReplyResponse>
) => {
  const { id } = req.params
  const reader = actorOf(req).id
  const { body_text, body_html, ...data } = req.validatedBody

  await saveSavedReplyWorkflow(req.scope).run({
    input: { id, reader, data: { ...data, ...writtenText({ body_text, body_html }) } },
  })
  const reply = await req.scope.resolve(HELPDESK_MODULE).savedReply(id, reader)

  res.json({ saved_reply: presentSavedReply(reply) })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SavedReplyDeleted>
) => {
  const { id } = req.params

  await deleteSavedReplyWorkflow(req.scope).run({
    input: { id, reader: actorOf(req).id },
  })
  res.json({ id, object: "saved_reply", deleted: true })
}
