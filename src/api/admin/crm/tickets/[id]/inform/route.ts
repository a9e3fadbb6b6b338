import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { informAgentsWorkflow } from "../../../../../../workflows/tickets/watch-ticket"
import { actorOf } from "../../../actor"
import type { TicketResponse } from "../../contract"
import { presentTicket } from "../../present-ticket"
import type { InformAgents } from "../contract"

export const POST = async (
  req: AuthenticatedMedusaRequest<InformAgents>,
  res: MedusaResponse<TicketResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)

  await informAgentsWorkflow(req.scope).run({
    input: { id, user_ids: req.validatedBody.user_ids, actor },
  })
  res.json({ ticket: await presentTicket(req.scope, id, actor.id) })
}
