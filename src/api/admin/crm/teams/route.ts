import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { saveTeamWorkflow } from "../../../../workflows/desk-settings/teams"
import type { CreateTeam, TeamResponse, TeamsResponse } from "./contract"
import { presentTeam, presentTeams } from "./present"

/** All of them, by name. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TeamsResponse>
) => {
  const teams = await req.scope
    .resolve(HELPDESK_MODULE)
    .listCrmTeams({}, { take: null, order: { name: "ASC" } })

  res.json({
    teams: await presentTeams(req.scope, teams),
    count: teams.length,
    offset: 0,
    limit: teams.length,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateTeam>,
  res: MedusaResponse<TeamResponse>
) => {
  const { result: id } = await saveTeamWorkflow(req.scope).run({
    input: { id: null, ...req.validatedBody },
  })
  res.json({ team: await presentTeam(req.scope, id) })
}
