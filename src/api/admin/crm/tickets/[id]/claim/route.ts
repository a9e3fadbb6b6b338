import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { claimTicketWorkflow } from "../../../../../../workflows/tickets/claim-ticket"
import { actorOf } from "../../../actor"
import type { TicketResponse } from "../../contract"
import { presentTicket } from "../../present-ticket"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TicketResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)

  if (!actor.id) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "Only an agent who is logged in can claim a ticket: an API key is nobody's hands"
    )
  }
  const { result } = await claimTicketWorkflow(req.scope).run({ input: { id, actor } })

  res.json({
    ticket: await presentTicket(req.scope, id, actor.id),
    ...(result.undo ? { undo: result.undo } : {}),
  })
}
