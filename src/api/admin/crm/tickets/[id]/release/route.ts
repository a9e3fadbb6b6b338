import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { releaseTicketWorkflow } from "../../../../../../workflows/tickets/claim-ticket"
import { actorOf } from "../../../actor"
import type { TicketResponse } from "../../contract"
import { presentTicket } from "../../present-ticket"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TicketResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)

  const { result } = await releaseTicketWorkflow(req.scope).run({ input: { id, actor } })

  res.json({
    ticket: await presentTicket(req.scope, id, actor.id),
    ...(result.undo ? { undo: result.undo } : {}),
  })
}
