import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { agentNames } from "../../../../../../agents"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import { agentOf } from "../../../actor"
import { presentViewers } from "../../present-list"
import type { Presence, PresenceResponse } from "../contract"

/**
 * A sign that an agent has the ticket open; answers who else has. No workflow, because it leaves no
 * trace: in forty seconds it is forgotten.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<Presence>,
  res: MedusaResponse<PresenceResponse>
) => {
  const { id } = req.params
  const { id: userId } = agentOf(req)
  const { writing, leaving } = req.validatedBody
  const helpdesk = req.scope.resolve(HELPDESK_MODULE)
  const answer = await helpdesk.beat(id, userId, writing)

  if (!answer) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Ticket ${id} was not found`)
  }
  if (leaving) {
    await helpdesk.leave(id, userId)
  }
  const names = await agentNames(
    req.scope.resolve(ContainerRegistrationKeys.QUERY),
    answer.viewers.map((viewer) => viewer.id)
  )
  res.json({
    viewers: presentViewers(answer.viewers, names, userId),
    version: answer.version,
  })
}
