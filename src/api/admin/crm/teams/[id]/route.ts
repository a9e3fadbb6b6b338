import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  deleteTeamWorkflow,
  saveTeamWorkflow,
} from "../../../../../workflows/desk-settings/teams"
import type { TeamDeleted, TeamResponse, UpdateTeam } from "../contract"
import { presentTeam } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TeamResponse>
) => {
  res.json({ team: await presentTeam(req.scope, req.params.id) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateTeam>,
  res: MedusaResponse<TeamResponse>
) => {
  const { id } = req.params

  await saveTeamWorkflow(req.scope).run({ input: { id, ...req.validatedBody } })
  res.json({ team: await presentTeam(req.scope, id) })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TeamDeleted>
) => {
  const { id } = req.params

  await deleteTeamWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "team", deleted: true })
}
