import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { agentNames } from "../../../../../../agents"
import { claimTicketWorkflow } from "../../../../../../workflows/tickets/claim-ticket"
import { actorOf } from "../../../actor"
import { namedAgent } from "../../present-list"
import { presentTicket } from "../../present-ticket"
import type { ClaimResponse } from "../contract"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ClaimResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)

  if (!actor.id) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "Only an agent who is logged in can claim a ticket: an API key is nobody's hands"
    )
  }
  const {
    result: { holder, undo },
  } = await claimTicketWorkflow(req.scope).run({ input: { id, actor } })
  const previous = holder === actor.id ? null : holder
  const names = await agentNames(req.scope.resolve(ContainerRegistrationKeys.QUERY), [
    previous,
  ])

  res.json({
    ticket: await presentTicket(req.scope, id, actor.id),
    previous_holder: namedAgent(previous, names),
    ...(undo ? { undo } : {}),
  })
}
