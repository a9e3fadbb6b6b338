import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setPrivacyWorkflow } from "../../../../../../../../workflows/tickets/set-privacy"
import { agentOf } from "../../../../../actor"
import type { PostResponse } from "../../../../contract"
import { presentPost } from "../../../../present-post"
import type { SetPrivacy } from "../../../contract"

/** Keeps a note or a mail to the asking agent, or shows it to the team again (C-58). */
export const POST = async (
  req: AuthenticatedMedusaRequest<SetPrivacy>,
  res: MedusaResponse<PostResponse>
) => {
  const { id: ticket_id, message_id } = req.params

  await setPrivacyWorkflow(req.scope).run({
    input: {
      ticket_id,
      message_id,
      is_private: req.validatedBody.private,
      actor: agentOf(req),
    },
  })
  res.json(await presentPost(req, { ticket_id, message_id }))
}
