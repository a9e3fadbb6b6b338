import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import type { AgentRow } from "../../../../modules/helpdesk/records/agents"
import type { Agent } from "./contract"

export async function presentAgents(
  container: MedusaContainer,
  agents: AgentRow[]
): Promise<Agent[]> {
  const { data: users } = agents.length
    ? await container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "user",
        fields: ["id", "email", "first_name", "last_name"],
        filters: { id: agents.map(({ user_id }) => user_id) },
      })
    : { data: [] }

  return agents.map((agent) => {
    const user = users.find(({ id }) => id === agent.user_id)

    return {
      id: agent.id,
      user_id: agent.user_id,
      name: user
        ? [user.first_name, user.last_name].filter(Boolean).join(" ") || user.email
        : null,
      email: user?.email ?? null,
      notify_new_tickets: agent.notify_new_tickets,
      departments: agent.departments,
      teams: agent.teams,
      created_at: agent.created_at.toISOString(),
    }
  })
}

/** @throws NOT_FOUND */
export async function presentAgent(
  container: MedusaContainer,
  id: string
): Promise<Agent> {
  const [agent] = await presentAgents(
    container,
    await container.resolve(HELPDESK_MODULE).agents({ ids: [id] })
  )
  if (!agent) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Agent ${id} was not found`)
  }
  return agent
}
