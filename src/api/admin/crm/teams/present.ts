import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { agentNames } from "../../../../agents"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import type { CrmTeam } from "../../../../modules/helpdesk/models/team"
import type { Team } from "./contract"

type TeamRow = Pick<
  InferTypeOf<typeof CrmTeam>,
  "id" | "name" | "created_at" | "updated_at"
>

/** Teams with their members' names; an admin user who was removed is left out. */
export async function presentTeams(
  container: MedusaContainer,
  teams: TeamRow[]
): Promise<Team[]> {
  const members = await container
    .resolve(HELPDESK_MODULE)
    .teamMembers(teams.map(({ id }) => id))
  const names = await agentNames(
    container.resolve(ContainerRegistrationKeys.QUERY),
    members.map(({ user_id }) => user_id)
  )
  return teams.map((team) => ({
    id: team.id,
    name: team.name,
    members: members
      .filter(({ team_id }) => team_id === team.id)
      .flatMap(({ user_id }) => {
        const name = names.get(user_id)
        return name ? [{ user_id, name }] : []
      }),
    created_at: team.created_at.toISOString(),
    updated_at: team.updated_at.toISOString(),
  }))
}

export async function presentTeam(container: MedusaContainer, id: string): Promise<Team> {
  const team = await container.resolve(HELPDESK_MODULE).retrieveCrmTeam(id)
  const [presented] = await presentTeams(container, [team])

  return presented
}
