import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addNoteWorkflow } from "../../../../../../workflows/tickets/add-note"
import { actorOf, agentOf } from "../../../actor"
import type { CreateNote, PostResponse, ThreadMovedResponse } from "../../contract"
import { presentPost } from "../../present-post"
import { answerThreadMoved } from "../../thread-moved"

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateNote>,
  res: MedusaResponse<PostResponse | ThreadMovedResponse>
) => {
  const { private: is_private, ...note } = req.validatedBody

  try {
    const { result } = await addNoteWorkflow(req.scope).run({
      input: {
        ...note,
        is_private,
        ticket_id: req.params.id,
        actor: is_private ? agentOf(req) : actorOf(req),
      },
    })
    res.json(await presentPost(req, result))
  } catch (error) {
    await answerThreadMoved(req, res, error, note.expected_version)
  }
}
