import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { batchTicketsWorkflow } from "../../../../../workflows/tickets/batch-tickets"
import { actorOf } from "../../actor"
import type { BatchResponse, BatchTickets } from "../contract-several"

/** The same to all of the tickets, or to none. */
export const POST = async (
  req: AuthenticatedMedusaRequest<BatchTickets>,
  res: MedusaResponse<BatchResponse>
) => {
  const { ids, ...action } = req.validatedBody
  const { result } = await batchTicketsWorkflow(req.scope).run({
    input: { ids, action, actor: actorOf(req) },
  })
  const changed = [
    ...result.deleted,
    ...result.changed
      .filter(({ changes }) => changes.length)
      .map(({ ticket_id }) => ticket_id),
  ]
  res.json({
    ids: changed,
    count: changed.length,
    ...(result.undo ? { undo: result.undo } : {}),
  })
}
