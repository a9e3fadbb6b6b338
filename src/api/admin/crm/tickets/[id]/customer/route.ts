import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { assignTicketCustomerWorkflow } from "../../../../../../workflows/tickets/assign-ticket-customer"
import { actorOf } from "../../../actor"
import type { AssignCustomer } from "../contract"
import type { TicketResponse } from "../../contract"
import { presentTicket } from "../../present-ticket"

/** Assigns a customer to the requester's address: the one who has it, or a new guest or invited one (V-49). */
export const POST = async (
  req: AuthenticatedMedusaRequest<AssignCustomer>,
  res: MedusaResponse<TicketResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)
  const { result } = await assignTicketCustomerWorkflow(req.scope).run({
    input: { ticket_id: id, actor, invite: req.validatedBody.invite },
  })
  res.json({
    ticket: await presentTicket(req.scope, id, actor.id),
    ...(result.undo ? { undo: result.undo } : {}),
  })
}
