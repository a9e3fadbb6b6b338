import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  deleteAgentWorkflow,
  updateAgentWorkflow,
} from "../../../../../workflows/desk-settings/agents"
import type { AgentDeleted, AgentResponse, UpdateAgent } from "../contract"
import { presentAgent } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AgentResponse>
) => {
  res.json({ agent: await presentAgent(req.scope, req.params.id) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateAgent>,
  res: MedusaResponse<AgentResponse>
) => {
  const { id } = req.params

  await updateAgentWorkflow(req.scope).run({ input: { id, changes: req.validatedBody } })
  res.json({ agent: await presentAgent(req.scope, id) })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AgentDeleted>
) => {
  const { id } = req.params

  await deleteAgentWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "agent", deleted: true })
}
