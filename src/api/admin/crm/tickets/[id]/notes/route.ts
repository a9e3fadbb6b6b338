import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addNoteWorkflow } from "../../../../../../workflows/tickets/add-note"
import { actorOf } from "../../../actor"
import type { CreateNote, PostResponse } from "../../contract"
import { presentPost } from "../../present-post"

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateNote>,
  res: MedusaResponse<PostResponse>
) => {
  const { result } = await addNoteWorkflow(req.scope).run({
    input: { ...req.validatedBody, ticket_id: req.params.id, actor: actorOf(req) },
  })
  res.json(await presentPost(req, result))
}
