import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { unmergeTicketWorkflow } from "../../../../../../workflows/tickets/merge-tickets"
import { actorOf } from "../../../actor"
import type { TicketResponse } from "../../contract"
import type { UnmergeTicket } from "../../contract-several"
import { presentTicket } from "../../present-ticket"

/** Answers the ticket that lives on. */
export const POST = async (
  req: AuthenticatedMedusaRequest<UnmergeTicket>,
  res: MedusaResponse<TicketResponse>
) => {
  const actor = actorOf(req)
  const { result } = await unmergeTicketWorkflow(req.scope).run({
    input: { id: req.params.id, actor, ticket_id: req.validatedBody.ticket_id },
  })
  res.json({ ticket: await presentTicket(req.scope, result.ticket_id, actor.id) })
}
