import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteTicketWorkflow } from "../../../../../workflows/tickets/delete-ticket"
import { updateTicketWorkflow } from "../../../../../workflows/tickets/update-ticket"
import { actorOf } from "../../actor"
import type { TicketDeleted, TicketResponse, UpdateTicket } from "../contract"
import { presentTicket } from "../present-ticket"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TicketResponse>
) => {
  res.json({ ticket: await presentTicket(req.scope, req.params.id, actorOf(req).id) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateTicket>,
  res: MedusaResponse<TicketResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)

  const { result } = await updateTicketWorkflow(req.scope).run({
    input: { id, actor, changes: req.validatedBody },
  })
  res.json({
    ticket: await presentTicket(req.scope, id, actor.id),
    ...(result.undo ? { undo: result.undo } : {}),
  })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TicketDeleted>
) => {
  const { id } = req.params

  const { result } = await deleteTicketWorkflow(req.scope).run({
    input: { id, actor: actorOf(req) },
  })
  res.json({ id, object: "ticket", deleted: true, undo: result.undo })
}
