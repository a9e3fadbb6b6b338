import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteTicketWorkflow } from "../../../../../workflows/tickets/delete-ticket"
import { updateTicketWorkflow } from "../../../../../workflows/tickets/update-ticket"
import { actorOf } from "../../actor"
import type { GetTicket, TicketDeleted, TicketResponse, UpdateTicket } from "../contract"
import { presentConversation, presentTicket } from "../present-ticket"

export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, GetTicket>,
  res: MedusaResponse<TicketResponse>
) => {
  const { part } = req.validatedQuery as GetTicket
  const { id } = actorOf(req)

  res.json({
    ticket:
      part === "conversation"
        ? await presentConversation(req.scope, req.params.id, id)
        : await presentTicket(req.scope, req.params.id, id),
  })
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
