import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { saveSavedReplyWorkflow } from "../../../../workflows/desk-settings/saved-replies"
import { actorOf } from "../actor"
import { writtenText } from "../written-text"
import type {
  CreateSavedReply,
  ListSavedReplies,
  SavedRepliesResponse,
  SavedReplyResponse,
} from "./contract"
import { presentSavedReply } from "./present"

/** What the asking agent may use: their own, their teams', the departments' and everyone's. */
export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, ListSavedReplies>,
  res: MedusaResponse<SavedRepliesResponse>
) => {
  const query = req.validatedQuery as ListSavedReplies
  const { saved_replies, count } = await req.scope
    .resolve(HELPDESK_MODULE)
    .savedReplies({ ...query, reader: actorOf(req).id })

  res.json({
    saved_replies: saved_replies.map(presentSavedReply),
    count,
    offset: query.offset,
    limit: query.limit,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateSavedReply>,
  res: MedusaResponse<SavedReplyResponse>
) => {
  const reader = actorOf(req).id
  const { body_text, body_html, ...data } = req.validatedBody
  const { result: id } = await saveSavedReplyWorkflow(req.scope).run({
    input: {
      id: null,
      reader,
      data: { ...data, ...writtenText({ body_text, body_html }) },
    },
  })
  const reply = await req.scope.resolve(HELPDESK_MODULE).savedReply(id, reader)

  res.json({ saved_reply: presentSavedReply(reply) })
}
