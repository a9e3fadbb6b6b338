import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { watchTicketWorkflow } from "../../../../../../workflows/tickets/watch-ticket"
import { agentOf } from "../../../actor"
import type { TicketResponse } from "../../contract"
import { presentTicket } from "../../present-ticket"
import type { WatchTicket } from "../contract"

export const POST = async (
  req: AuthenticatedMedusaRequest<WatchTicket>,
  res: MedusaResponse<TicketResponse>
) => {
  const { id } = req.params
  const actor = agentOf(req)

  await watchTicketWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor } })

  res.json({ ticket: await presentTicket(req.scope, id, actor.id) })
}
