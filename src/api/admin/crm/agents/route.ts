import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { createAgentWorkflow } from "../../../../workflows/desk-settings/agents"
import type { AgentResponse, AgentsResponse, CreateAgent } from "./contract"
import { presentAgent, presentAgents } from "./present"

/** All of them. An admin user without a record works in every department and in no team. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AgentsResponse>
) => {
  const agents = await req.scope.resolve(HELPDESK_MODULE).agents()

  res.json({
    agents: await presentAgents(req.scope, agents),
    count: agents.length,
    offset: 0,
    limit: agents.length,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateAgent>,
  res: MedusaResponse<AgentResponse>
) => {
  const { result: id } = await createAgentWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({ agent: await presentAgent(req.scope, id) })
}
