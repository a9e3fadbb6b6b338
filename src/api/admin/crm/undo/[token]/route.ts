import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { undoActionWorkflow } from "../../../../../workflows/tickets/undo-action"
import { actorOf } from "../../actor"
import type { UndoResponse } from "../../tickets/contract"
import { presentTicket } from "../../tickets/present-ticket"

/** Takes back what answered this token, and answers the ticket as it is then, if there is one. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<UndoResponse>
) => {
  const actor = actorOf(req)
  const { result } = await undoActionWorkflow(req.scope).run({
    input: { token: req.params.token, actor },
  })
  const { message_id: _, ...draft } = result.draft ?? { message_id: null }

  res.json({
    ticket: result.ticket_id
      ? await presentTicket(req.scope, result.ticket_id, actor.id)
      : null,
    ...("body_text" in draft ? { draft } : {}),
  })
}
